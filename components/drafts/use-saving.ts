'use client'

import { useEffect, useState } from 'react'

export type Saving = 'idle' | 'saving' | 'saved' | 'offline' | 'signedOut' | 'failed'

interface Draft {
  kind: string
  subject: string
  writer: string
  /** Nothing of it was kept before: the form began as the page made it. */
  fresh: boolean
}

/** A pause in typing after which it is kept, and the wait before trying again. */
const pause = 900
const again = 4_000

/** Keeps what is being typed in a form on the server, and says how that stands. Nothing is left in the browser. */
export function useSaving(formId: string, { kind, subject, writer, fresh }: Draft): { saving: Saving; savedAt: number | null } {
  const [saving, setSaving] = useState<Saving>('idle')
  const [savedAt, setSavedAt] = useState<number | null>(null)

  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    let dirty = false
    let troubled = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let request: AbortController | undefined

    const untouched = fresh ? JSON.stringify(contentOf(asMade(form)).fields) : undefined
    const body = () => {
      const content = contentOf(form)
      // Typed and taken back, boxes that were ticked from the start included: nothing to keep.
      const fields = JSON.stringify(content.fields) === untouched ? {} : content.fields
      return JSON.stringify({ kind, subject, writer, ...content, fields })
    }
    const later = (wait: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void save(), wait)
    }
    const settle = (next: Saving) => {
      troubled = next !== 'saved'
      setSaving(next)
      if (next === 'saved') setSavedAt(Date.now())
      if (dirty || troubled) later(troubled ? again : pause)
    }
    const save = async () => {
      // While the form itself is on its way, or the last save is, this one waits.
      if (request || form.dataset['pending']) return later(pause)
      if (!dirty) return
      dirty = false
      const mine = new AbortController()
      request = mine
      if (!troubled) setSaving('saving')
      const outcome = await send(body(), mine.signal)
      request = undefined
      if (outcome !== 'saved') dirty = true
      if (!mine.signal.aborted) settle(outcome)
    }

    const changed = () => {
      dirty = true
      if (!troubled) later(pause)
    }
    // Coming back from the other window, where one has signed in, or from a tunnel.
    const retry = () => {
      if (dirty) later(0)
    }
    const leaving = () => {
      if (document.visibilityState === 'visible') return retry()
      if (dirty && !form.dataset['pending']) void fetch('/api/drafts', { ...post, body: body(), keepalive: true }).catch(() => undefined)
    }
    // Only when it could not be kept: then leaving would lose it.
    const unloading = (event: BeforeUnloadEvent) => {
      if (dirty && troubled) event.preventDefault()
    }
    // The form itself goes now. Should it come back with something to mend, keeping goes on.
    const submitting = () => {
      request?.abort()
      later(again)
    }

    form.addEventListener('input', changed)
    form.addEventListener('submit', submitting)
    document.addEventListener('visibilitychange', leaving)
    window.addEventListener('online', retry)
    window.addEventListener('focus', retry)
    window.addEventListener('beforeunload', unloading)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', changed)
      form.removeEventListener('submit', submitting)
      document.removeEventListener('visibilitychange', leaving)
      window.removeEventListener('online', retry)
      window.removeEventListener('focus', retry)
      window.removeEventListener('beforeunload', unloading)
    }
  }, [formId, kind, subject, writer, fresh])

  return { saving, savedAt }
}

const post = { method: 'POST', headers: { 'content-type': 'application/json' }, redirect: 'manual' } as const

async function send(body: string, signal: AbortSignal): Promise<Saving> {
  try {
    const { ok, status } = await fetch('/api/drafts', { ...post, body, signal })
    if (ok) return 'saved'
    return status === 401 ? 'signedOut' : 'failed'
  } catch {
    return navigator.onLine ? 'failed' : 'offline'
  }
}

/** The form's own key, and its fields as they will stand in it again. */
function contentOf(form: HTMLFormElement): { form: string; fields: Record<string, string | string[]> } {
  const data = new FormData(form)
  const fields: Record<string, string | string[]> = {}
  for (const name of new Set(data.keys())) {
    if (name.startsWith('_') || name.startsWith('$') || isUnseen(form, name)) continue
    const all = data.getAll(name).filter((value) => typeof value === 'string')
    fields[name] = all.length === 1 ? (all[0] ?? '') : all
  }
  const key = data.get('_key')
  return { form: typeof key === 'string' ? key : '', fields }
}

/** The same form as it came, whatever has been typed since. */
function asMade(form: HTMLFormElement): HTMLFormElement {
  const copy = form.cloneNode(true) as HTMLFormElement
  copy.reset()
  return copy
}

/** What travels unseen belongs to the page, not to what was typed. */
const isUnseen = (form: HTMLFormElement, name: string): boolean => form.querySelector(`input[type=hidden][name="${CSS.escape(name)}"]`) !== null
