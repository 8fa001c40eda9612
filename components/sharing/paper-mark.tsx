import { Badge } from '#components/ui/badge.tsx'
import type { AnswerView } from '#lib/sharing/view.ts'
import type { Words } from '#lib/words/translate.ts'
import { needsPaper } from './say-sharing.ts'

/** The signed paper of an answer: to be kept as a file, waiting for the scanner, or not there. */
export function PaperMark({ answer, addHref, t }: { answer: AnswerView; addHref: string | null; t: Words }) {
  const { paper } = answer
  const missing = needsPaper(answer)
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {paper?.state === 'CLEAN' && <a className="link inline-flex min-h-11 items-center" href={`/api/documents/${paper.id}`} download>{t('sharing.paper.open')}</a>}
      {paper?.state === 'QUARANTINED' && <Badge tone="amber">{t('sharing.paper.waits')}</Badge>}
      {missing && <Badge tone={paper ? 'red' : 'amber'}>{t(paper ? 'sharing.paper.refused' : 'sharing.paper.missing')}</Badge>}
      {missing && addHref && <a className="link inline-flex min-h-11 items-center" href={addHref}>{t('sharing.paper.add')}</a>}
    </span>
  )
}
