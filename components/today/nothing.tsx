import { LinkButton } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/notice.tsx'
import type { Role } from '#lib/core/actor.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type Worker = Exclude<Role, 'STATISTICS_VIEWER' | 'PRIVACY_OFFICER' | 'ADMIN'>

const firstStep = {
  TEACHER: { href: '/referrals/new', label: 'refer' },
  COUNSELOR: { href: '/referrals/new', label: 'refer' },
  SCHOOL_LEAD: { href: '/cases', label: 'cases' },
  COORDINATOR: { href: '/cases', label: 'cases' },
  OFFICE_LEAD: { href: '/cases', label: 'cases' },
  PARTNER_WORKER: { href: '/interventions', label: 'interventions' },
  PARTNER_LEAD: { href: '/interventions', label: 'interventions' },
} as const satisfies Record<Worker, { href: string; label: string }>

/** An empty day: what will stand here, and what one can do meanwhile. */
export function NothingToDo({ role, locale }: { role: Worker; locale: Locale }) {
  const t = translator(locale)
  const { href, label } = firstStep[role]
  return (
    <Empty title={t('today.empty.title')} action={<LinkButton weight="quiet" href={href}>{t(`today.empty.${label}`)}</LinkButton>}>
      {t(`today.empty.${role}`)}
    </Empty>
  )
}
