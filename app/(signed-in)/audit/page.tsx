import { notFound } from 'next/navigation'
import { LogFilterLinks } from '#components/audit/log-filters.tsx'
import { LogTable } from '#components/audit/log-table.tsx'
import { Standing } from '#components/audit/standing.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/links.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { logAddress, logFilters } from '#lib/audit/filters.ts'
import { auditLog, checksOf } from '#lib/audit/queries.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('audit.title')

export default async function AuditPage({ searchParams }: PageProps<'/audit'>) {
  const actor = await signedIn()
  if (!may(actor, 'audit.read')) notFound()
  const filters = logFilters(await searchParams)
  const { frame, log, checks } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx),
    log: await auditLog(tx, actor, filters),
    checks: await checksOf(tx, actor, 1),
  }))
  const { locale } = actor
  const t = translator(locale)
  const { lines, next } = log
  const present = isoDay(now()).slice(0, 7)
  return (
    <PageFrame actor={actor} frame={frame} current="audit" width="wide">
      <PageHead title={t('audit.title')} sub={t('audit.sub')} actions={<><LinkButton weight="quiet" href="/audit/known">{t('sight.known.link')}</LinkButton><LinkButton weight="quiet" href="/audit/openings">{t('sealed.broken.link')}</LinkButton></>} />
      <Section title={t('audit.chain.title')} note={t('audit.chain.note')} link={{ href: '/audit/checks', label: t('audit.chain.all') }}>
        <Standing check={checks[0]} locale={locale} />
      </Section>
      <Section title={t('audit.log.title')} note={t('audit.log.note')} link={{ href: `/audit/months/${filters.month ?? present}`, label: t('audit.month.link') }}>
        <LogFilterLinks filters={filters} first={lines[0]} present={present} locale={locale} />
        <LogTable lines={lines} filters={filters} locale={locale} />
        <Pager
          label={t('audit.log.pager')}
          newer={filters.after && { label: t('audit.log.first'), href: logAddress({ ...filters, after: undefined }) }}
          older={next ? { label: t('audit.log.older'), href: logAddress({ ...filters, after: next }) } : undefined}
        />
      </Section>
    </PageFrame>
  )
}
