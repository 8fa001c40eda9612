import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { Consequence } from '#components/sharing/consequence.tsx'
import { sayItems, sayPeriod, sayWho } from '#components/sharing/say-sharing.ts'
import { Choices } from '#components/ui/choices.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { audienceOf } from '#lib/cases/aside.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { withdrawalWays } from '#lib/sharing/consent.ts'
import { answerOf, recipientsOf } from '#lib/sharing/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { withdrawConsentAction } from '../actions.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.withdrawal.title')

export default async function WithdrawalPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const consentId = idIn(await searchParams, 'consent')
  const found = await caseDeed(actor, id, async (tx, { student }) => ({
    frame: await frameFor(tx),
    answer: await answerOf(tx, actor, student.id, consentId),
    recipients: await recipientsOf(tx, actor, { id, studentId: student.id }),
    audience: await audienceOf(tx, actor, id),
  }))
  if (!found?.answer || !may(actor, 'consent.withdraw')) notFound()

  const { head, frame, answer, recipients, audience } = found
  const { locale } = actor
  const t = translator(locale)
  const agency = answer.recipient
  const grounds = recipients.find((recipient) => recipient.id === answer.recipientId)?.grounds ?? []
  const names = audience.filter(({ agencyId, open }) => agencyId === answer.recipientId && open).map(({ name }) => name)
  const lines = [
    t(grounds.length === 0 ? 'sharing.withdrawal.nothing' : grounds.some(({ ground }) => ground === 'LAWFUL_BASIS') ? 'sharing.withdrawal.stillBasis' : 'sharing.withdrawal.now', { agency }),
    ...(names.length > 0 ? [t('sharing.withdrawal.people', { agency, names: names.join(', ') }), t('sharing.withdrawal.support')] : []),
    t('sharing.withdrawal.list'),
    t('sharing.withdrawal.again'),
    t('sharing.withdrawal.kept'),
  ]
  const stands = answer.standing === 'GRANTED' || answer.standing === 'LATER'
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }} title={t('sharing.withdrawal.title')} sub={t('sharing.withdrawal.sub', { who: sayWho(answer, locale) })}>
        <div className="grid gap-6">
          <Facts
            items={[
              { label: t('sharing.consent.recipient'), value: answer.recipientFull },
              { label: t('sharing.ledger.items'), value: [sayItems(answer.items, locale) || t('sharing.ledger.general'), answer.sensitive && t('sharing.ledger.withSensitive')].filter(Boolean).join(' · ') },
              { label: t('sharing.ledger.period'), value: sayPeriod(answer, now(), locale) },
            ]}
          />
          {stands ? (
            <Consequence title={t('sharing.withdrawal.lead')} lines={lines} action={withdrawConsentAction} field={{ name: 'consentId', value: answer.id }} submit={t('sharing.withdrawal.submit')} locale={locale}>
              <Choices name="how" label={t('sharing.withdrawal.how')} hint={t('sharing.withdrawal.howHint')} required row options={withdrawalWays.map((way) => ({ value: way, label: t(`sharing.withdrawal.ways.${way}`) }))} />
            </Consequence>
          ) : (
            <Notice kind="info">{t('sharing.withdrawal.cannot')}</Notice>
          )}
        </div>
      </DeedPage>
    </PageFrame>
  )
}
