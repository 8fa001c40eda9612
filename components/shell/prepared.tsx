import type { HTMLAttributes } from 'react'
import { keepPrepared } from '#lib/core/request.ts'
import { PreparedSlot, type PreparedTag } from './prepared-slot.tsx'

type PreparedProps = Omit<HTMLAttributes<HTMLElement>, 'children' | 'dangerouslySetInnerHTML'> & {
  /** Made of escaped pieces (components/ui/html.ts). */
  html: string
  as?: PreparedTag
}

/**
 * An element full of prepared HTML that crosses the wire once. Otherwise everything on a page is sent twice, as HTML and
 * as the data React wakes up with, and made twice; here React finds what it needs in the document itself.
 */
export function Prepared({ html, as = 'div', ...attributes }: PreparedProps) {
  const slot = keepPrepared(html)
  return slot === null ? <PreparedSlot as={as} html={html} attributes={attributes} /> : <PreparedSlot as={as} slot={slot} attributes={attributes} />
}
