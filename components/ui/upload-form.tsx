'use client'

import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { Notice } from './notice.tsx'
import { Progress } from './progress.tsx'
import { sendForm } from './send-form.ts'

export type UploadWords = Record<'files' | 'hint' | 'submit' | 'sending' | 'almost' | 'cancel' | 'cancelled' | 'none' | 'tooLarge' | 'tooManyFiles' | 'failed', string>

type UploadFormProps = {
  /** Where it is posted to: a handler that answers with a path to go on to, or with what is wrong. */
  address: string
  /** What the file dialog offers first. */
  accept: string
  /** Posted with the files: a second press of the same form does nothing more. */
  postKey: string
  words: UploadWords
  most: { bytes: number; files: number }
  /** What else is asked, above the button. */
  children?: ReactNode
}

/** A plain form that works without script; with it one sees how far the upload is, and can stop it. */
export function UploadForm({ address, accept, postKey, words, most, children }: UploadFormProps) {
  const [share, setShare] = useState<number>()
  const [said, setSaid] = useState<string>()
  const stop = useRef<() => void>(undefined)
  const sending = share !== undefined

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending) return
    const data = new FormData(event.currentTarget)
    const wrong = complaint(data, most)
    setSaid(wrong && words[wrong])
    if (wrong) return
    setShare(0)
    const under = sendForm(address, data, setShare)
    stop.current = under.stop
    const answer = await under.answer
    if (answer.path) return goTo(answer.path)
    setShare(undefined)
    setSaid(answer.stopped ? words.cancelled : (answer.said ?? words.failed))
  }

  return (
    <form className="form" method="post" action={address} encType="multipart/form-data" onSubmit={(event) => void send(event)}>
      <input type="hidden" name="_key" value={postKey} />
      <div className="field">
        <label className="field-label" htmlFor="upload-files">
          {words.files}
        </label>
        <p id="upload-hint" className="field-hint">
          {words.hint}
        </p>
        <input id="upload-files" className="input file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-(--teal-wash) file:px-3 file:py-1 file:font-semibold file:text-(--teal)" type="file" name="files" multiple={most.files > 1} required accept={accept} aria-describedby="upload-hint" />
      </div>
      {children}
      {said && (
        <Notice kind="wrong" live>
          {said}
        </Notice>
      )}
      {sending && (
        <div className="grid gap-2">
          <Progress label={words.sending} value={share} max={1} />
          <p className="muted small">
            <span role="status">{share < 1 ? words.sending : words.almost}</span>
            {share < 1 && <span className="tabular-nums"> · {Math.floor(share * 100)}%</span>}
          </p>
        </div>
      )}
      <div className="deed">
        <button type="submit" className="btn" aria-disabled={sending || undefined}>
          {words.submit}
        </button>
        {sending && (
          <button type="button" className="btn btn-quiet" onClick={() => stop.current?.()}>
            {words.cancel}
          </button>
        )}
      </div>
    </form>
  )
}

/** A place on the page one stands on needs the page anew. */
function goTo(path: string) {
  const there = new URL(path, location.href)
  location.assign(there)
  if (there.pathname === location.pathname && there.hash !== '') location.reload()
}

/** What can be seen before anything is sent. */
function complaint(data: FormData, most: UploadFormProps['most']): 'none' | 'tooLarge' | 'tooManyFiles' | undefined {
  const files = data.getAll('files').filter((file) => typeof file !== 'string' && file.name !== '') as File[]
  if (files.length === 0) return 'none'
  if (files.length > most.files) return 'tooManyFiles'
  return files.reduce((sum, { size }) => sum + size, 0) > most.bytes ? 'tooLarge' : undefined
}
