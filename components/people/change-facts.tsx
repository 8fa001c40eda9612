import { Facts } from '#components/ui/facts.tsx'
import type { ChangeLine } from '#lib/people/changes.ts'
import { formatDate, formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** What she is, and what she would be. */
export function ChangeFacts({ change, locale }: { change: ChangeLine; locale: Locale }) {
  const t = translator(locale)
  const { kind, fromRole, fromAgency, role, agency, jobTitle, email, validUntil, paper, reason, asker, askedAt, decider, decidedAt, comment, state } = change
  const decided = decidedAt && state !== 'WITHDRAWN'
  return (
    <Facts
      items={[
        { label: t('colleagues.change.what'), value: t(`colleagues.change.kind.${kind}`) },
        ...(fromRole ? [{ label: t('colleagues.change.now'), value: `${t(`access.role.${fromRole}`)} · ${fromAgency ?? '—'}` }] : []),
        ...(kind === 'APPROVAL' ? [] : [{ label: t('colleagues.change.becomes'), value: [t(`access.role.${role}`), agency, jobTitle].filter(Boolean).join(' · ') }]),
        ...(email ? [{ label: t('colleagues.change.email'), value: email }] : []),
        ...(validUntil ? [{ label: t('colleagues.approval'), value: t('colleagues.until', { day: formatDate(new Date(validUntil.getTime() - 1), locale) }) }, { label: t('colleagues.change.paper'), value: paper ?? '—' }] : []),
        { label: t('colleagues.change.reason'), value: reason },
        { label: t('colleagues.change.asker'), value: `${asker} · ${formatDayTime(askedAt, locale)}` },
        ...(decided ? [{ label: t('colleagues.change.decider'), value: `${decider ?? '—'} · ${formatDayTime(decidedAt, locale)}` }] : []),
        ...(comment ? [{ label: t('colleagues.change.comment'), value: comment }] : []),
      ]}
    />
  )
}
