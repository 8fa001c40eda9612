import { Figures } from '#components/ui/facts.tsx'
import type { Role } from '#lib/core/actor.ts'
import { whenOf, type Summary, type WorkItem } from '#lib/today/today.ts'
import type { Locale } from '#lib/words/locale.ts'
import { formatNumber } from '#lib/words/numbers.ts'
import { translator, type Words } from '#lib/words/translate.ts'

type Figure = Parameters<typeof Figures>[0]['items'][number]
type SummaryFiguresProps = { role: Role; summary: Summary; items: WorkItem[]; now: Date; locale: Locale }

/** How the day stands, in a few numbers; which ones depends on what the role can do about them. */
export function SummaryFigures({ role, summary, items, now, locale }: SummaryFiguresProps) {
  const t = translator(locale)
  const late = items.filter(({ due }) => due <= now).length
  const clock: Figure[] = [
    { value: late, label: t('today.figures.late'), tone: late > 0 ? 'red' : 'plain' },
    { value: items.filter((item) => item.due > now && whenOf(item, now) !== 'week').length, label: t('today.figures.today') },
  ]
  return <Figures items={[...clock, ...ownFigures(role, summary, t, locale)]} />
}

function ownFigures(role: Role, { led, points, unseen, openReferrals, supports }: Summary, t: Words, locale: Locale): Figure[] {
  const caseload: Figure = { value: led, label: t('today.figures.caseload', { points: formatNumber(points, locale) }), href: '/cases' }
  const emergencies: Figure = { value: unseen, label: t('today.figures.unseen'), tone: unseen > 0 ? 'red' : 'plain', href: '/cases?level=EMERGENCY' }
  const referrals: Figure = { value: openReferrals, label: t('today.figures.openReferrals'), href: '/referrals' }
  const support: Figure = { value: supports, label: t('today.figures.supports'), href: '/interventions' }
  switch (role) {
    case 'TEACHER':
      return [referrals]
    case 'COUNSELOR':
      return [caseload, emergencies, referrals]
    case 'SCHOOL_LEAD':
    case 'COORDINATOR':
    case 'OFFICE_LEAD':
      return [caseload, emergencies]
    case 'PARTNER_WORKER':
    case 'PARTNER_LEAD':
      return [support, caseload]
    case 'STATISTICS_VIEWER':
    case 'PRIVACY_OFFICER':
    case 'ADMIN':
      return []
  }
}
