import { notFound } from 'next/navigation'
import { RightsTable } from '#components/people/rights-table.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Figures } from '#components/ui/facts.tsx'
import { Pager } from '#components/ui/links.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { narrows, pastTwo, rightsOf } from '#lib/people/rights.ts'
import { mondayOf, Week, weekBeside, weekSpan } from '#lib/people/weeks.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = pageTitle('colleagues.log.title')

export default async function RightsPage({ searchParams }: PageProps<'/people/rights'>) {
  const actor = await signedIn()
  if (!may(actor, 'people.read')) notFound()
  const present = mondayOf(now())
  const week = Week.safeParse((await searchParams)['week']).data ?? present
  const { frame, lines } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), lines: await rightsOf(tx, actor, week) }))
  const { locale } = actor
  const t = translator(locale)
  const { from, until } = weekSpan(week)
  const narrowed = lines.filter(narrows)
  const widened = lines.filter((line) => !narrows(line))
  const past = lines.filter(pastTwo)
  return (
    <PageFrame actor={actor} frame={frame} current="people" width="wide">
      <PageHead
        back={{ href: '/people', label: t('colleagues.title') }} eyebrow={t('colleagues.log.week', { from: formatDate(from, locale), until: formatDate(new Date(until.getTime() - 1), locale) })}
        title={t('colleagues.log.title')} sub={t('colleagues.log.sub')} actions={<LinkButton weight="quiet" href="/people/attestation">{t('colleagues.log.attest')}</LinkButton>}
      />
      <Figures items={[{ value: widened.length, label: t('colleagues.log.widened') }, { value: narrowed.length, label: t('colleagues.log.narrowed') }, { value: past.length, label: t('colleagues.log.alone'), tone: past.length > 0 ? 'red' : 'plain' }]} />
      {lines.length === 0 && <p className="muted mt-4">{t('colleagues.log.none')}</p>}
      {widened.length > 0 && <Section title={t('colleagues.log.widened')}><RightsTable caption={t('colleagues.log.widened')} lines={widened} past={pastTwo} locale={locale} /></Section>}
      {narrowed.length > 0 && <Section title={t('colleagues.log.narrowed')}><RightsTable caption={t('colleagues.log.narrowed')} lines={narrowed} past={pastTwo} locale={locale} /></Section>}
      <Pager
        label={t('colleagues.log.weeks')}
        {...(week < present && { newer: { label: t('colleagues.log.later'), href: `/people/rights?week=${weekBeside(week, 1)}` } })}
        older={{ label: t('colleagues.log.earlier'), href: `/people/rights?week=${weekBeside(week, -1)}` }}
      />
    </PageFrame>
  )
}
