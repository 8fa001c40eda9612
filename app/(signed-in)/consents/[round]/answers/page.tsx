import { notFound } from 'next/navigation'
import { AnswerTable } from '#components/rounds/answer-table.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { familiesOf, isBack, roundsOf } from '#lib/sharing/rounds.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { recordRoundAction } from '../../actions.ts'

export const generateMetadata = pageTitle('rounds.answers.title')

export default async function AnswersPage({ params }: { params: Promise<{ round: string }> }) {
  const actor = await signedIn()
  const { round: id } = await params
  if (!may(actor, 'consent.round')) notFound()
  const { frame, round, families } = await asActor(actor, async (tx) => {
    const [one] = await roundsOf(tx, actor, id)
    return { frame: await frameFor(tx), round: one, families: one ? await familiesOf(tx, actor, id) : [] }
  })
  if (!round) notFound()
  const { locale } = actor
  const t = translator(locale)
  const open = families.filter((family) => !family.apart && !isBack(family))
  return (
    <PageFrame actor={actor} frame={frame} current="consents" oneQuestion>
      <PageHead back={{ href: `/consents/${id}`, label: [round.school, round.label || t('rounds.listed')].join(' · ') }} title={t('rounds.answers.title')} sub={t('rounds.answers.sub')} />
      {open.length === 0 ? <Notice kind="good">{t('rounds.one.done')}</Notice> : <AnswerTable action={recordRoundAction} roundId={id} families={open} locale={locale} />}
    </PageFrame>
  )
}
