'use client'

import { useActionState, type FormEvent, type ReactNode } from 'react'
import { FoundStudents } from './found-students.tsx'
import type { Finding, FinderWords } from './finder-words.ts'
import { useFinding } from './use-finding.ts'

type StudentFinderProps = {
  /** Answers the same without script. */
  action: (before: Finding, data: FormData) => Promise<Finding>
  words: FinderWords
  /** What a name leads to: its id follows. */
  to: string
  /** A deed beside each name, when there is one. */
  referTo?: string
  /** Shown before anything is typed. */
  children?: ReactNode
}

/** A name, part of it or its first sounds; below it the children found. Names never stand in an address. */
export function StudentFinder({ action, words, to, referTo, children }: StudentFinderProps) {
  const [answered, post] = useActionState(action, { q: '', found: null })
  const { live, find } = useFinding(words)
  const { q, found, message } = live ?? answered
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('q')
    if (typeof typed === 'string') find(typed, 0)
  }

  return (
    <div className="finder">
      <form action={post} onSubmit={send} role="search" className="finder-form">
        <label className="field-label" htmlFor="finder-q">
          {words.label}
        </label>
        <p id="finder-hint" className="field-hint">
          {words.hint}
        </p>
        <div className="finder-line">
          <input
            id="finder-q"
            name="q"
            type="search"
            className="input"
            aria-describedby="finder-hint"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={40}
            autoFocus
            defaultValue={answered.q}
            onChange={(event) => find(event.target.value)}
          />
          <button className="btn">{words.button}</button>
        </div>
      </form>
      <p role="status" className={found?.length ? 'label' : 'only-heard'}>
        {message === undefined && say(found, live?.searching === true, words)}
      </p>
      {message !== undefined && <p className="field-error" role="alert">{message}</p>}
      {found && found.length > 0 && <FoundStudents students={found} words={words} to={to} referTo={referTo} />}
      {found?.length === 0 && (
        <div className="finder-none">
          <h2>{words.noneTitle}</h2>
          <p className="muted">{words.none}</p>
        </div>
      )}
      {q === '' && !found && children}
    </div>
  )
}

function say(found: Finding['found'], searching: boolean, words: FinderWords): string {
  if (found === null) return searching ? words.searching : ''
  return found.length === 0 ? words.noneTitle : (words.counts[found.length - 1] ?? '')
}
