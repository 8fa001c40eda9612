import { Section } from '#components/shell/page-head.tsx'
import { Facts } from '#components/ui/facts.tsx'
import type { InterventionView } from '#lib/interventions/view.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

/** What the agency was asked, as it was written for it, and what it answered. */
export function Asked({ view, locale }: { view: InterventionView; locale: Locale }) {
  const t = translator(locale)
  const { request, domain, frequency, planned, unit, startsOn, endsOn, goal, proposer, proposerTitle, proposerPhone } = view
  const day = (iso: string) => formatDay(new Date(iso), locale)
  return (
    <Section title={t('interventions.page.asked')}>
      <blockquote className="said">{request}</blockquote>
      <Facts
        items={[
          { label: t('interventions.page.domain'), value: named(locale, 'timeline.domain', domain) },
          { label: t('interventions.page.frequency'), value: frequency },
          { label: t('interventions.page.period'), value: endsOn ? t('interventions.page.fromTo', { from: day(startsOn), to: day(endsOn) }) : t('interventions.page.from', { day: day(startsOn) }) },
          ...(planned !== null ? [{ label: t('interventions.page.planned'), value: t('interventions.page.plannedUnits', { count: planned, unit: plainUnit(unit) }) }] : []),
          ...(goal ? [{ label: t('interventions.page.goal'), value: goal }] : []),
        ]}
      />
      <p className="muted small support-contact">
        {proposerPhone ? t('interventions.page.contact', { name: proposer, title: proposerTitle, phone: proposerPhone }) : t('interventions.page.contactNoPhone', { name: proposer, title: proposerTitle })}
      </p>
    </Section>
  )
}

/** 회기(주1–2) → 회기: how it is counted, without how often it usually is. Months are counted as 개월: 12월 would be December. */
const plainUnit = (unit: string): string => unit.replace(/\(.*\)$/, '').replace(/^월/, '개월')

export function Answer({ view, locale }: { view: InterventionView; locale: Locale }) {
  const t = translator(locale)
  const { answeredAt, answer, declineCode } = view
  if (!answeredAt) return null
  const code = declineCode && named(locale, 'interventions.declineCode', declineCode)
  if (!code && !answer) return null
  return (
    <Section title={t('interventions.page.answer')} note={t('interventions.page.answered', { day: formatDay(answeredAt, locale) })}>
      {code && <p><b>{code}</b></p>}
      {answer && <blockquote className="said">{answer}</blockquote>}
    </Section>
  )
}
