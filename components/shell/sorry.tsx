'use client'

import { useSyncExternalStore } from 'react'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { error as english } from '#lib/words/en/error.ts'
import { error as korean } from '#lib/words/ko/error.ts'

const never = () => () => {}

/** Our mistake, said plainly. Shows a number to read out and nothing of what went wrong, which may quote a person. */
export function Sorry({ reference, retry }: { reference: string | undefined; retry: () => void }) {
  // The page's language is only known in the browser: on the server an error has no request to ask.
  const locale = useSyncExternalStore(never, () => document.documentElement.lang, () => 'ko')
  const words = locale === 'en' ? english : korean
  return (
    <main className="lone">
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      {reference && (
        <p className="card">
          {words.reference} <strong>{reference}</strong>
        </p>
      )}
      <div className="page-deeds">
        <Button onClick={retry}>{words.retry}</Button>
        <LinkButton weight="quiet" href="/">
          {words.home}
        </LinkButton>
      </div>
    </main>
  )
}
