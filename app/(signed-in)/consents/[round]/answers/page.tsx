import { AnswerTable } from '#components/rounds/answer-table.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isOver } from '#lib/sharing/round.ts'
import { isBack } from '#lib/sharing/rounds.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { recordRoundAction } from '../../actions.ts'
import { openRound } from '../../open-round.ts'

export const generateMetadata = pageTitle('rounds.answers.title')

export default async function AnswersPage({ params }: { params: Promise<{ round: string }> }) {
  const { actor, id, frame, round, families } = await openRound(params)
  const { locale } = actor
  const t = translator(locale)
  const open = isOver(round) ? [] : families.filter((family) => !family.apart && !isBack(family))
  return (
    <PageFrame actor={actor} frame={frame} current="consents" oneQuestion>
      <PageHead back={{ href: `/consents/${id}`, label: [round.school, round.label || t('rounds.listed')].join(' · ') }} title={t('rounds.answers.title')} sub={t('rounds.answers.sub')} />
      {open.length === 0 ? <Notice kind="info">{t(isOver(round) ? 'rounds.refusal.over' : 'rounds.one.done')}</Notice> : <AnswerTable action={recordRoundAction} roundId={id} families={open} locale={locale} />}
    </PageFrame>
  )
}
