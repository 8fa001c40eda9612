import { Section } from '#components/shell/page-head.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import { roomOf, type Decision } from '#lib/today/deciding.ts'
import type { BasisToReview, Lapse } from '#lib/today/today.ts'
import { formatDate, formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

type Timed = { now: Date; locale: Locale }

/** Whose approval or training must be renewed. */
export function Lapses({ lapses, now, locale }: Timed & { lapses: Lapse[] }) {
  const t = translator(locale)
  return (
    <Section title={t('today.keepers.title')} note={t('today.keepers.note')}>
      {lapses.length === 0 ? (
        <p className="muted">{t('today.keepers.none')}</p>
      ) : (
        <Table
          caption={t('today.keepers.title')}
          rows={lapses}
          keyOf={({ staffId }) => staffId}
          columns={[
            { head: t('today.keepers.person'), cell: ({ staffId, name }) => <a className="link" href={`/people/${staffId}`}>{name}</a> },
            { head: t('today.keepers.agency'), cell: ({ agency }) => agency },
            { head: t('today.keepers.approval'), cell: ({ approvalUntil }) => until(approvalUntil, { now, locale }, t) },
            { head: t('today.keepers.training'), cell: ({ trainingUntil }) => until(trainingUntil, { now, locale }, t) },
          ]}
        />
      )}
    </Section>
  )
}

function until(at: Date | null, { now, locale }: Timed, t: Words): string {
  if (!at) return t('today.keepers.never')
  return at <= now ? `${formatDate(at, locale)} · ${t('today.keepers.ended')}` : formatDate(at, locale)
}

/** Grounds for sharing without consent whose review has come; nothing of the cases themselves. */
export function BasesToReview({ bases, now, locale, quiet = false }: Timed & { bases: BasisToReview[]; quiet?: boolean }) {
  const t = translator(locale)
  if (quiet && bases.length === 0) return null
  return (
    <Section title={t('today.keepers.basesTitle')} note={t(quiet ? 'today.keepers.basesJudge' : 'today.keepers.basesNote')}>
      {bases.length === 0 ? (
        <p className="muted">{t('today.keepers.noBases')}</p>
      ) : (
        <Table
          caption={t('today.keepers.basesTitle')}
          rows={bases}
          keyOf={({ id }) => id}
          columns={[
            { head: t('today.keepers.basis'), cell: ({ id, recipient, caseId, number }) => (caseId ? <a className="link" href={`/cases/${caseId}/sharing/review?basis=${id}`}>{`${recipient} · ${number ?? ''}`}</a> : <b>{recipient}</b>) },
            { head: t('today.keepers.review'), cell: ({ reviewDueAt }) => (reviewDueAt < now ? <Badge tone="red">{`${formatDate(reviewDueAt, locale)} · ${t('today.keepers.late')}`}</Badge> : formatDate(reviewDueAt, locale)) },
            { head: t('today.keepers.until'), cell: ({ validUntil }) => formatDate(validUntil, locale) },
          ]}
        />
      )}
    </Section>
  )
}

/** How often somebody was shown nothing where there was something: each is a line of the record of access. */
export function RefusedViews({ count, locale }: { count: number; locale: Locale }) {
  const t = translator(locale)
  return (
    <Section title={t('today.keepers.refusedTitle')} note={t('today.keepers.refusedNote')} link={{ href: '/audit?kind=refused', label: t('today.keepers.refusedLink') }}>
      <p>{t('today.keepers.refused', { count })}</p>
    </Section>
  )
}

/** What waits for one's word as the second of two; nothing of what it is about. */
export function Decisions({ decisions, locale }: { decisions: Decision[]; locale: Locale }) {
  const t = translator(locale)
  if (decisions.length === 0) return null
  return (
    <div className="mb-6">
      <Section title={t('today.keepers.decisionsTitle')} note={t('today.keepers.decisionsNote')}>
        <Table
          caption={t('today.keepers.decisionsTitle')}
          rows={decisions}
          keyOf={({ id }) => id}
          columns={[
            { head: t('today.keepers.decision'), cell: (one) => <a className="link" href={roomOf(one)}>{t(`today.keepers.decide.${one.what}`)}</a> },
            { head: t('today.keepers.askedAt'), cell: ({ askedAt }) => formatDayTime(askedAt, locale) },
          ]}
        />
      </Section>
    </div>
  )
}

/** Break-glasses that wait to be judged; nothing when none does. */
export function GlassesToReview({ glasses: { waiting, late }, locale }: { glasses: { waiting: number; late: number }; locale: Locale }) {
  const t = translator(locale)
  if (waiting === 0) return null
  return (
    <Section title={t('glass.today.title')} note={t('glass.today.note')} link={{ href: '/glass', label: t('glass.today.link') }}>
      <p>
        <b>{t('glass.today.waiting', { count: waiting })}</b> {late > 0 && <Badge tone="red">{t('glass.today.late', { count: late })}</Badge>}
      </p>
    </Section>
  )
}
