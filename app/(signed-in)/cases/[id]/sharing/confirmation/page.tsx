import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { sayItems, sayPeriod, sayWho } from '#components/sharing/say-sharing.ts'
import { Choices } from '#components/ui/choices.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { confirmations } from '#lib/sharing/consent.ts'
import { answerOf } from '#lib/sharing/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { confirmConsentAction } from '../actions.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.confirmation.title')

export default async function ConfirmationPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const consentId = idIn(await searchParams, 'consent')
  const found = await caseDeed(actor, id, async (tx, { student }) => ({ frame: await frameFor(tx), answer: await answerOf(tx, actor, student.id, consentId) }))
  if (!found?.answer || inTheWay(actor, found.head) !== null || !may(actor, 'consent.record')) notFound()

  const { head, frame, answer } = found
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }} title={t('sharing.confirmation.title')} sub={t('sharing.confirmation.sub', { who: sayWho(answer, locale) })}>
        <div className="grid gap-6">
          <Facts
            items={[
              { label: t('sharing.consent.recipient'), value: answer.recipientFull },
              { label: t('sharing.ledger.items'), value: sayItems(answer.items, locale) || t('sharing.ledger.general') },
              { label: t('sharing.ledger.period'), value: sayPeriod(answer, now(), locale) },
              { label: t('sharing.ledger.evidence'), value: answer.evidence },
            ]}
          />
          {answer.unconfirmed ? (
            <Form action={confirmConsentAction} words={formWords(locale)} formId="confirm">
              <HiddenField name="consentId" value={answer.id} />
              <Choices name="how" label={t('sharing.confirmation.how')} required row options={confirmations.map((way) => ({ value: way, label: t(`sharing.confirmation.ways.${way}`) }))} />
              <div>
                <SubmitButton>{t('sharing.confirmation.submit')}</SubmitButton>
              </div>
            </Form>
          ) : (
            <Notice kind="info">{t('sharing.refusal.nothingToConfirm')}</Notice>
          )}
        </div>
      </DeedPage>
    </PageFrame>
  )
}
