import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { PersonLine } from '#lib/people/list.ts'
import { formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { sayUntil, standingTone } from './say-standing.ts'

export function PersonTable({ people, now, locale }: { people: PersonLine[]; now: Date; locale: Locale }) {
  const t = translator(locale)
  const until = (inside: boolean, at: Date | null) => {
    if (!inside) return <span className="muted">{t('colleagues.notNeeded')}</span>
    const { text, tone } = sayUntil(at, now, locale)
    return tone === 'plain' ? text : <Badge tone={tone}>{text}</Badge>
  }
  return (
    <Table
      caption={t('colleagues.title')}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        { head: t('colleagues.person'), cell: ({ id, name, jobTitle }) => <><a className="link" href={`/people/${id}`}>{name}</a> <span className="muted small">{jobTitle}</span></> },
        { head: t('colleagues.agency'), cell: ({ agency }) => agency },
        { head: t('colleagues.role'), cell: ({ role }) => t(`access.role.${role}`) },
        { head: t('colleagues.standingHead'), cell: ({ standing, leavingOn }) => (leavingOn && standing === 'ACTIVE' ? <Badge tone="amber">{t('colleagues.until', { day: formatDate(leavingOn, locale) })}</Badge> : <Badge tone={standingTone[standing]}>{t(`colleagues.standing.${standing}`)}</Badge>) },
        { head: t('colleagues.approval'), cell: ({ inside, approvalUntil }) => until(inside, approvalUntil) },
        { head: t('colleagues.training'), cell: ({ inside, trainingUntil }) => until(inside, trainingUntil) },
      ]}
    />
  )
}
