import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { AnswerOfRecipient } from '#lib/sharing/queries.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { sayItems, sayPeriod, sayWho, toneOfStanding } from './say-sharing.ts'

type StudentConsentsProps = { answers: AnswerOfRecipient[]; now: Date; locale: Locale }

/** The answers that stand about one child, agency by agency. */
export function StudentConsents({ answers, now, locale }: StudentConsentsProps) {
  const t = translator(locale)
  return (
    <Table
      caption={t('sharing.student.title')}
      rows={answers.filter(({ standing }) => standing !== 'SUPERSEDED').toSorted((a, b) => (a.recipient < b.recipient ? -1 : 1))}
      keyOf={({ id }) => id}
      columns={[
        { head: t('sharing.student.agency'), cell: ({ recipient }) => <b>{recipient}</b> },
        { head: t('sharing.ledger.who'), cell: (answer) => sayWho(answer, locale) },
        { head: t('sharing.ledger.answer'), cell: ({ standing }) => <Badge tone={toneOfStanding[standing]}>{t(`sharing.standing.${standing}`)}</Badge> },
        { head: t('sharing.ledger.items'), cell: ({ state, items }) => (state === 'GRANTED' ? sayItems(items, locale) || t('sharing.ledger.general') : t('sharing.ledger.none')) },
        { head: t('sharing.ledger.period'), cell: (answer) => (answer.state === 'GRANTED' ? sayPeriod(answer, now, locale) : t('sharing.ledger.none')) },
      ]}
    />
  )
}
