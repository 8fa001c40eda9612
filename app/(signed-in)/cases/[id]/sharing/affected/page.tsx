import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { TurnForm } from '#components/cases/turn-form.tsx'
import { Affected } from '#components/sharing/affected.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { waitsChoicesOf } from '#lib/cases/choices.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { affectedBy } from '#lib/sharing/affected.ts'
import { recipientsOf } from '#lib/sharing/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { setTurnAction } from '../../turn/actions.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.affected.title')

export default async function AffectedPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const recipientId = idIn(await searchParams, 'recipient')
  if (!may(actor, 'consent.withdraw') || recipientId === undefined) notFound()
  const found = await caseDeed(actor, id, async (tx, head) => {
    const recipient = (await recipientsOf(tx, actor, { id, studentId: head.student.id })).find((one) => one.id === recipientId)
    return recipient && head.glassUntil === null ? {
      frame: await frameFor(tx), recipient, affected: await affectedBy(tx, actor, id, recipientId, recipient.grounds), choices: await waitsChoicesOf(tx, actor, head),
    } : null
  })
  if (!found || found.head.closedAt) notFound()

  const { head, frame, recipient, affected, choices } = found
  const { locale } = actor
  const t = translator(locale)
  const agency = recipient.name
  const mayChange = inTheWay(actor, head) === null
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <DeedPage head={head} now={now()} locale={locale} back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }} title={t('sharing.affected.title')} sub={t('sharing.affected.sub', { agency })}>
        <Notice kind="good">{t(recipient.grounds.length === 0 ? 'sharing.affected.nowNothing' : 'sharing.affected.nowLess', { agency })}</Notice>
        <section className="section" aria-labelledby="family">
          <div className="section-head">
            <h2 id="family">{t('sharing.affected.family')}</h2>
          </div>
          <p className="muted mb-3">{t('sharing.affected.familyText')}</p>
          <LinkButton href={`/cases/${id}/sharing/provision?recipient=${recipientId}`}>{t('sharing.affected.familyLink')}</LinkButton>
        </section>
        <Affected affected={affected} caseId={id} locale={locale} mayChange={mayChange} />
        {mayChange && affected.supports.length > 0 && (
          <section className="section" aria-labelledby="next">
            <div className="section-head">
              <h2 id="next">{t('sharing.affected.next')}</h2>
            </div>
            <p className="muted mb-3">{t('sharing.affected.nextText')}</p>
            <TurnForm action={setTurnAction} head={head} choices={choices} now={now()} suggested={t('sharing.affected.suggestion', { agency })} locale={locale} />
          </section>
        )}
      </DeedPage>
    </PageFrame>
  )
}
