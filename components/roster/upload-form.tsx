'use client'

import { useRef, useState, type FormEvent } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import { Progress } from '#components/ui/progress.tsx'
import { sendForm } from './send-form.ts'

export type UploadWords = Record<'files' | 'hint' | 'submit' | 'sending' | 'almost' | 'cancel' | 'cancelled' | 'none' | 'tooLarge' | 'tooManyFiles' | 'failed', string>

type UploadFormProps = {
  /** Posted with the files: a second press of the same form does nothing more. */
  postKey: string
  words: UploadWords
  most: { bytes: number; files: number }
}

/** A plain form that works without script; with it one sees how far the upload is, and can stop it. */
export function UploadForm({ postKey, words, most }: UploadFormProps) {
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
    const under = sendForm('/api/roster', data, setShare)
    stop.current = under.stop
    const answer = await under.answer
    if (answer.path) return location.assign(answer.path)
    setShare(undefined)
    setSaid(answer.stopped ? words.cancelled : (answer.said ?? words.failed))
  }

  return (
    <form className="form" method="post" action="/api/roster" encType="multipart/form-data" onSubmit={(event) => void send(event)}>
      <input type="hidden" name="_key" value={postKey} />
      <div className="field">
        <label className="field-label" htmlFor="roster-files">
          {words.files}
        </label>
        <p id="roster-hint" className="field-hint">
          {words.hint}
        </p>
        <input id="roster-files" className="input file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-(--teal-wash) file:px-3 file:py-1 file:font-semibold file:text-(--teal)" type="file" name="files" multiple required accept=".zip,.csv,text/csv,application/zip" aria-describedby="roster-hint" />
      </div>
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

/** What can be seen before anything is sent. */
function complaint(data: FormData, most: UploadFormProps['most']): 'none' | 'tooLarge' | 'tooManyFiles' | undefined {
  const files = data.getAll('files').filter((file) => typeof file !== 'string' && file.name !== '') as File[]
  if (files.length === 0) return 'none'
  if (files.length > most.files) return 'tooManyFiles'
  return files.reduce((sum, { size }) => sum + size, 0) > most.bytes ? 'tooLarge' : undefined
}
