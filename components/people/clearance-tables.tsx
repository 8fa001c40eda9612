import { Table } from '#components/ui/table.tsx'
import type { Approval, OpenWork, Training } from '#lib/people/view.ts'
import { formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export function ApprovalTable({ approvals, locale }: { approvals: Approval[]; locale: Locale }) {
  const t = translator(locale)
  if (approvals.length === 0) return <p className="muted">{t('colleagues.about.noApproval')}</p>
  return (
    <Table
      caption={t('colleagues.about.approvals')}
      rows={approvals}
      keyOf={({ id }) => id}
      columns={[
        { head: t('colleagues.about.from'), cell: ({ validFrom }) => formatDate(validFrom, locale) },
        { head: t('colleagues.about.untilHead'), cell: ({ validUntil, revokedAt }) => (revokedAt ? t('colleagues.about.revoked', { day: formatDate(revokedAt, locale) }) : formatDate(validUntil, locale)) },
        { head: t('colleagues.about.paper'), cell: ({ paper }) => paper ?? '—' },
        { head: t('colleagues.about.approver'), cell: ({ approver }) => approver ?? '—' },
      ]}
    />
  )
}

export function TrainingTable({ trainings, locale }: { trainings: Training[]; locale: Locale }) {
  const t = translator(locale)
  if (trainings.length === 0) return <p className="muted">{t('colleagues.about.noTraining')}</p>
  return (
    <Table
      caption={t('colleagues.about.trainings')}
      rows={trainings}
      keyOf={({ id }) => id}
      columns={[
        { head: t('colleagues.about.done'), cell: ({ completedAt }) => formatDate(completedAt, locale) },
        { head: t('colleagues.about.untilHead'), cell: ({ validUntil }) => formatDate(validUntil, locale) },
      ]}
    />
  )
}

/** How much she has in hand, and nothing of what. */
export function WorkCounts({ work, locale }: { work: OpenWork; locale: Locale }) {
  const t = translator(locale)
  const kinds = (Object.keys(work) as (keyof OpenWork)[]).filter((kind) => work[kind] > 0)
  if (kinds.length === 0) return <p className="muted">{t('colleagues.about.noWork')}</p>
  return (
    <ul className="space-y-1">
      {kinds.map((kind) => (
        <li key={kind}>{t(`colleagues.workKind.${kind}`, { count: work[kind] })}</li>
      ))}
    </ul>
  )
}
