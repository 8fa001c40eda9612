'use client'

import type { HTMLAttributes } from 'react'

export type PreparedTag = 'div' | 'tbody' | 'ul' | 'nav' | 'aside' | 'section'

type PreparedSlotProps = {
  as: PreparedTag
  attributes: HTMLAttributes<HTMLElement> & { [name: `data-${string}`]: unknown }
} & ({ slot: number; html?: undefined } | { html: string; slot?: undefined })

/** The part of `Prepared` that wakes up in the browser. */
export function PreparedSlot({ as: Tag, attributes, slot, html }: PreparedSlotProps) {
  return <Tag {...attributes} data-slot={slot} dangerouslySetInnerHTML={{ __html: html ?? htmlOf(slot) }} />
}

const found = new Map<number, string>()

/** While the document is made: what was kept for it (lib/core/request.ts). In the browser: what stands in the document. */
function htmlOf(slot: number): string {
  if (typeof document === 'undefined') return (globalThis as Keeper).hanaiRequests?.getStore()?.prepared[slot] ?? ''
  const html = found.get(slot) ?? document.querySelector(`[data-slot="${slot}"]`)?.innerHTML ?? ''
  found.set(slot, html)
  return html
}

type Keeper = { hanaiRequests?: { getStore: () => { prepared: string[] } | undefined } }
