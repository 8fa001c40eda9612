import type { FoundStudent } from '#lib/students/student.ts'
import type { FinderWords } from './finder-words.ts'

type FoundStudentsProps = { students: FoundStudent[]; words: Pick<FinderWords, 'list' | 'busy' | 'refer' | 'referName'>; to: string; referTo?: string | undefined }

/** Each child on a line of its own, as wide as a thumb is. */
export function FoundStudents({ students, words, to, referTo }: FoundStudentsProps) {
  return (
    <ul className="found" aria-label={words.list}>
      {students.map(({ id, name, classLabel, school, hasOpenWork }) => (
        <li key={id}>
          <a className="found-name" href={`${to}${id}`}>
            <b>{name}</b> <span className="muted small">{[classLabel, school].filter(Boolean).join(' · ')}</span>
            {hasOpenWork && <span className="badge tone-teal">{words.busy}</span>}
          </a>
          {referTo !== undefined && (
            <a className="btn btn-quiet" href={`${referTo}${id}`} aria-label={words.referName.replace('#', name)}>
              {words.refer}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
