import type { NoteView } from '#lib/cases/view.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

type NoteTextProps = { note: NoteView['addenda'][number]; locale: Locale; added?: boolean }

/** What was written, by whom and when. */
export function NoteText({ note: { kind, author, agency, body, happenedAt, writtenAt }, locale, added = false }: NoteTextProps) {
  const t = translator(locale)
  return (
    <article className="card note-text">
      <p className="small muted">
        <b>{added ? t('timeline.event.note.added') : named(locale, 'timeline.noteKind', kind)}</b> {t('timeline.by', { name: author, agency })} ·{' '}
        <time dateTime={(added ? writtenAt : happenedAt).toISOString()}>{formatDayTime(added ? writtenAt : happenedAt, locale)}</time>
      </p>
      <p className="ev-body">{body}</p>
    </article>
  )
}
