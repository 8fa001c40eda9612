import { Section } from '#components/shell/page-head.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { ReceiptStep } from '#lib/referrals/view.ts'
import type { Receipt } from '#lib/today/today.ts'
import { ago } from '#lib/words/clock-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

const tones: Record<ReceiptStep, Tone> = { RECEIVED: 'plain', IN_CHARGE: 'blue', UNDER_WAY: 'teal', DONE: 'plain', WITHDRAWN: 'plain' }

/** Something given back to the one who referred: how far it is, never what was found. */
export function Receipts({ receipts, now, locale }: { receipts: Receipt[]; now: Date; locale: Locale }) {
  const t = translator(locale)
  if (receipts.length === 0) return null
  return (
    <Section title={t('today.receipts.title')} note={t('today.receipts.note')} link={{ href: '/referrals', label: t('today.receipts.all') }}>
      <Table
        caption={t('today.receipts.title')}
        rows={receipts}
        keyOf={({ referralId }) => referralId}
        columns={[
          { head: t('today.receipts.child'), cell: ({ referralId, child }) => <a className="main" href={`/referrals/${referralId}`}>{child ?? t('today.unnamed')}</a> },
          { head: t('today.receipts.how'), cell: ({ step }) => <Badge tone={tones[step]}>{t(`today.receipts.step.${step}`)}</Badge> },
          { head: t('today.receipts.charge'), cell: ({ inCharge }) => inCharge },
          { head: t('today.receipts.since'), cell: ({ since }) => ago(since, now, locale) },
        ]}
      />
    </Section>
  )
}
