import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { OwnRow } from '#lib/referrals/view.ts'
import { ago } from '#lib/words/clock-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { stepTones } from './receipt-steps.tsx'

/** What one referred oneself: how far each came, and nothing of what was found. */
export function OwnTable({ rows, now, locale }: { rows: OwnRow[]; now: Date; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('referrals.list.own')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { head: t('referrals.list.child'), cell: ({ id, child }) => <a className="main" href={`/referrals/${id}`}>{child ?? t('referrals.page.unknownChild')}</a> },
        {
          head: t('referrals.list.step'),
          cell: ({ step, asked }) => (asked ? <Badge tone="amber">{t('referrals.page.yourTurn')}</Badge> : <Badge tone={stepTones[step]}>{t(`referrals.step.${step}`)}</Badge>),
        },
        { head: t('referrals.list.inCharge'), cell: ({ inCharge }) => inCharge ?? t('referrals.list.nobody') },
        { head: t('referrals.list.age'), cell: ({ submittedAt }) => ago(submittedAt, now, locale) },
      ]}
    />
  )
}
