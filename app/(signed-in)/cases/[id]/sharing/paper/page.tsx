import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { PaperFields } from '#components/sharing/paper-fields.tsx'
import { needsPaper, sayItems, sayPeriod, sayWho } from '#components/sharing/say-sharing.ts'
import { Facts } from '#components/ui/facts.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { documentLimits, papersOf } from '#lib/documents/queries.ts'
import { answerOf } from '#lib/sharing/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { addPaperAction } from '../actions.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.paper.title')

/** The signed paper of an answer that was written down before it was there. */
export default async function PaperPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const consentId = idIn(await searchParams, 'consent')
  const found = await caseDeed(actor, id, async (tx, { student }) => ({
    frame: await frameFor(tx),
    answer: await answerOf(tx, actor, student.id, consentId),
    papers: await papersOf(tx, actor, student.id),
    limits: await documentLimits(tx, actor),
  }))
  if (!found?.answer?.shown || inTheWay(actor, found.head) !== null || !may(actor, 'consent.record')) notFound()

  const { head, frame, answer, papers, limits } = found
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }} title={t('sharing.paper.title')} sub={t('sharing.paper.sub', { who: sayWho(answer, locale) })}>
        <div className="grid gap-6">
          <Facts
            items={[
              { label: t('sharing.consent.recipient'), value: answer.recipientFull },
              { label: t('sharing.ledger.answer'), value: t(`sharing.state.${answer.state}`) },
              { label: t('sharing.ledger.items'), value: sayItems(answer.items, locale) || t('sharing.ledger.general') },
              { label: t('sharing.ledger.period'), value: sayPeriod(answer, now(), locale) },
            ]}
          />
          {needsPaper(answer) ? (
            <Form action={addPaperAction} words={formWords(locale)} formId="paper">
              <HiddenField name="consentId" value={answer.id} />
              <PaperFields papers={papers} most={limits.most} locale={locale} />
              <div>
                <SubmitButton>{t('sharing.paper.submit')}</SubmitButton>
              </div>
            </Form>
          ) : (
            <Notice kind="info">{t('sharing.refusal.paperThere')}</Notice>
          )}
        </div>
      </DeedPage>
    </PageFrame>
  )
}
