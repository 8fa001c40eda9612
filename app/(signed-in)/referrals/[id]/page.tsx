import { notFound } from 'next/navigation'
import { DeedLinks } from '#components/referrals/deed-links.tsx'
import { EmergencyWords } from '#components/referrals/emergency-words.tsx'
import { ReceiptPart } from '#components/referrals/receipt.tsx'
import { childOf, ReferralHead } from '#components/referrals/referral-head.tsx'
import { Steps } from '#components/referrals/steps.tsx'
import { Voices } from '#components/referrals/voices.tsx'
import { WrittenPart } from '#components/referrals/written.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { isRedFlag } from '#lib/referrals/concerns.ts'
import { deedsOf } from '#lib/referrals/deeds.ts'
import { referralPage } from '#lib/referrals/queries.ts'
import { isOpen } from '#lib/referrals/referral.ts'
import type { ReferralPage } from '#lib/referrals/view.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { receiveAction } from './actions.ts'
import { Onward } from './onward.tsx'

export const generateMetadata = pageTitle('referrals.page.title')

export default async function ReferralPlace({ params }: { params: Promise<{ id: string }> }) {
  const actor = await signedIn()
  if (!may(actor, 'referral.read')) notFound()
  const { id } = await params
  const { frame, found } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), found: await referralPage(tx, actor, id) }))
  if (!found) notFound()
  return (
    <PageFrame actor={actor} frame={frame} current="referrals">
      {found.referral.reach === 'FULL' ? <Whole found={found} actor={actor} /> : <Own found={found} actor={actor} />}
    </PageFrame>
  )
}

/** For who decides or works on it. */
function Whole({ found: { referral, steps, voices }, actor }: { found: ReferralPage; actor: Actor }) {
  const { locale, staffId } = actor
  const t = translator(locale)
  const concerns = [...referral.written.concerns, ...voices.flatMap((voice) => voice.concerns)]
  return (
    <>
      <ReferralHead referral={referral} me={staffId} now={now()} locale={locale} />
      <DeedLinks deeds={deedsOf(referral, actor)} referral={referral} receive={receiveAction} locale={locale} />
      <Onward referral={referral} locale={locale} />
      <div className="referral-body">
        <div>
          {isOpen(referral.state) && concerns.some(isRedFlag) && (
            <div className="mt-6">
              <EmergencyWords t={t} always abuse={concerns.includes('ABUSE')} />
            </div>
          )}
          <Section title={t('referrals.page.written')} link={referral.kind === 'REQUEST' ? { href: `/referrals/${referral.id}/print`, label: t('referrals.page.sheet') } : undefined}>
            <WrittenPart referral={referral} locale={locale} />
          </Section>
          {voices.length > 0 && (
            <Section title={t('referrals.page.joinedTitle')} note={t('referrals.page.joinedNote')}>
              <Voices voices={voices} locale={locale} />
            </Section>
          )}
        </div>
        <Section title={t('referrals.page.steps')}>
          <Steps referral={referral} steps={steps} locale={locale} />
        </Section>
      </div>
    </>
  )
}

/** For who referred and may see no more: how far it came, and her own words. */
function Own({ found: { referral, steps, receipt }, actor }: { found: ReferralPage; actor: Actor }) {
  const { locale } = actor
  const t = translator(locale)
  const { concerns } = referral.written
  return (
    <>
      <PageHead
        back={{ href: '/referrals', label: t('referrals.page.back') }}
        eyebrow={[t(`referrals.kind.${referral.kind}`), referral.number, referral.student?.classLabel, referral.school].filter(Boolean).join(' · ')}
        title={childOf(referral, t)}
      />
      <Section title={t('referrals.page.receiptTitle')} note={t('referrals.page.receiptNote')}>
        {receipt && <ReceiptPart referral={referral} receipt={receipt} steps={steps} locale={locale} />}
      </Section>
      {isOpen(referral.state) && concerns.some(isRedFlag) && (
        <div className="mt-6 max-w-2xl">
          <EmergencyWords t={t} always abuse={concerns.includes('ABUSE')} />
        </div>
      )}
      <Section title={t('referrals.page.written')} link={referral.kind === 'REQUEST' ? { href: `/referrals/${referral.id}/print`, label: t('referrals.page.sheet') } : undefined}>
        <WrittenPart referral={referral} locale={locale} />
      </Section>
      <DeedLinks deeds={withoutAnswer(deedsOf(referral, actor))} referral={referral} receive={receiveAction} locale={locale} />
    </>
  )
}

/** Answering stands with the question already. */
const withoutAnswer = ({ now, off }: ReturnType<typeof deedsOf>) => ({ now: now.filter((name) => name !== 'answer'), off })
