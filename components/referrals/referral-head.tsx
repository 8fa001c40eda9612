import { PageHead } from '#components/shell/page-head.tsx'
import { Badge, DueBadge } from '#components/ui/badge.tsx'
import { Facts } from '#components/ui/facts.tsx'
import type { ReferralView } from '#lib/referrals/view.ts'
import { dday } from '#lib/words/clock-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { urgencyLooks } from './urgency-looks.ts'

/** Who it is about, who is in charge, what is next, by when, and who is waited for. */
export function ReferralHead({ referral, me, now, locale }: { referral: ReferralView; me: string; now: Date; locale: Locale }) {
  const t = translator(locale)
  const { kind, number, school, student, next, dueAt, urgency, state } = referral
  return (
    <>
      <PageHead
        back={{ href: '/referrals', label: t('referrals.page.back') }}
        eyebrow={[t(`referrals.kind.${kind}`), number, student?.classLabel, school].filter(Boolean).join(' · ')}
        title={
          <>
            {childOf(referral, t)} <Badge {...urgencyLooks[urgency]}>{t(`referrals.urgency.${urgency}`)}</Badge>
          </>
        }
      />
      <Facts
        items={[
          { label: t('referrals.page.inCharge'), value: inChargeOf(referral, t) },
          ...(next ? [{ label: t('referrals.page.next'), value: t(`referrals.next.${next}`) }] : [{ label: t('referrals.page.state'), value: t(`referrals.state.${state}`) }]),
          ...(dueAt ? [{ label: t('referrals.page.due'), value: <DueBadge due={dday(dueAt, now, locale)} /> }] : []),
          ...(next ? [{ label: t('referrals.page.waits'), value: waitsFor(referral, me, t) }] : []),
        ]}
      />
    </>
  )
}

export const childOf = ({ student, described }: Pick<ReferralView, 'student' | 'described'>, t: Words): string => student?.name ?? described ?? t('referrals.page.unknownChild')

function inChargeOf({ inCharge, responsible }: ReferralView, t: Words): string {
  if (inCharge) return responsible ? `${inCharge} · ${responsible}` : inCharge
  return responsible ? t('referrals.page.nobody', { agency: responsible }) : t('referrals.list.nobody')
}

function waitsFor({ state, applicant, applicantId, inCharge, inChargeId, responsible }: ReferralView, me: string, t: Words): string {
  const [id, name] = state === 'MORE_ASKED' ? [applicantId, applicant] : [inChargeId, inCharge]
  return id === me ? t('people.me') : (name ?? responsible ?? t('referrals.list.nobody'))
}
