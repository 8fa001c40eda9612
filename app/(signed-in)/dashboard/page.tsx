import { CasePanels } from '#components/dashboard/case-panels.tsx'
import { LoadTable } from '#components/dashboard/load-table.tsx'
import { Panels } from '#components/dashboard/panel.tsx'
import { ReferralPanel } from '#components/dashboard/referral-panel.tsx'
import { RegionPanel } from '#components/dashboard/region-panel.tsx'
import { sayHours } from '#components/dashboard/say-hours.ts'
import { SupportPanels } from '#components/dashboard/support-panels.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Figures } from '#components/ui/facts.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { myDashboard, type Dashboard } from '#lib/dashboard/my-dashboard.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { notFound } from 'next/navigation'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('dashboard.title')

export default async function DashboardPage() {
  const actor = await signedIn()
  if (!may(actor, 'dashboard.read')) notFound()
  const { frame, dashboard } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), dashboard: await myDashboard(tx, actor) }))
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="dashboard" width="wide">
      <PageHead
        eyebrow={t('dashboard.at', { time: formatDayTime(now(), actor.locale) })}
        title={t('dashboard.title')}
        sub={t(`dashboard.of.${dashboard.of}`, { agency: actor.agencyName })}
      />
      <DashboardOf dashboard={dashboard} locale={actor.locale} />
    </PageFrame>
  )
}

function DashboardOf({ dashboard, locale }: { dashboard: Dashboard; locale: Locale }) {
  switch (dashboard.of) {
    case 'SCHOOL':
    case 'OFFICE':
      return <CasesOf dashboard={dashboard} locale={locale} />
    case 'PARTNER':
      return <SupportOf support={dashboard.support} locale={locale} />
    case 'REGION':
      return <RegionOf tables={dashboard.tables} locale={locale} />
  }
}

function CasesOf({ dashboard: { of, cases, referrals }, locale }: { dashboard: Extract<Dashboard, { of: 'SCHOOL' | 'OFFICE' }>; locale: Locale }) {
  const t = translator(locale)
  const { all } = cases
  return (
    <>
      <Figures
        items={[
          { value: all.open, label: t('dashboard.figures.open'), href: '/cases' },
          { value: all.late, label: t('dashboard.figures.late'), href: '/cases?due=overdue', tone: all.late > 0 ? 'red' : 'plain' },
          { value: all.unseen, label: t('dashboard.figures.unseen'), href: '/cases?seen=late', tone: all.unseen > 0 ? 'red' : 'plain' },
          { value: all.stuck, label: t('dashboard.figures.stuck') },
          { value: sayHours(referrals.medianHours, locale), label: t('dashboard.figures.median') },
        ]}
      />
      <Panels>
        {all.open > 0 && <CasePanels figures={cases} schools={of === 'OFFICE'} locale={locale} />}
        {all.open === 0 && (
          <Empty title={t('dashboard.empty.title')} icon="chart" action={<LinkButton weight="quiet" href="/referrals">{t('dashboard.empty.referrals')}</LinkButton>}>
            {t('dashboard.empty.body')}
          </Empty>
        )}
        <ReferralPanel figures={referrals} locale={locale} />
        {all.open > 0 && <LoadTable people={cases.byLead} locale={locale} />}
      </Panels>
    </>
  )
}

function SupportOf({ support, locale }: { support: Extract<Dashboard, { of: 'PARTNER' }>['support']; locale: Locale }) {
  const t = translator(locale)
  const of = (state: string) => support.byState.find((row) => row.state === state)
  const open = support.byState.reduce((sum, { count }) => sum + count, 0)
  const late = support.byState.reduce((sum, { late }) => sum + late, 0)
  if (open === 0 && support.answered === 0) {
    return (
      <Empty title={t('dashboard.support.emptyTitle')} icon="chart">
        {t('dashboard.support.emptyBody')}
      </Empty>
    )
  }
  return (
    <>
      <Figures
        items={[
          { value: of('PROPOSED')?.count ?? 0, label: t('dashboard.figures.asked'), href: '/interventions?state=PROPOSED' },
          { value: (of('ACCEPTED')?.count ?? 0) + (of('ACTIVE')?.count ?? 0), label: t('dashboard.figures.supports'), href: '/interventions?state=ACTIVE' },
          { value: late, label: t('dashboard.figures.late'), tone: late > 0 ? 'red' : 'plain' },
          { value: sayHours(support.medianHours, locale), label: t('dashboard.figures.answered') },
        ]}
      />
      <Panels>
        <SupportPanels figures={support} locale={locale} />
      </Panels>
    </>
  )
}

function RegionOf({ tables, locale }: { tables: Extract<Dashboard, { of: 'REGION' }>['tables']; locale: Locale }) {
  const t = translator(locale)
  if (tables.every(({ rows }) => rows.length === 0)) {
    return (
      <Empty title={t('dashboard.region.emptyTitle')} icon="chart">
        {t('dashboard.region.empty')}
      </Empty>
    )
  }
  return (
    <>
      <p className="muted">{t('dashboard.region.note')}</p>
      <Panels>
        {tables.map((table) => (
          <RegionPanel key={table.measure} table={table} locale={locale} />
        ))}
      </Panels>
    </>
  )
}
