import type { ReactNode } from 'react'
import { PageHead } from '#components/shell/page-head.tsx'
import { levelLooks } from '#components/today/levels.ts'
import { QuietNotice } from '#components/sharing/quiet-notice.tsx'
import { Badge, DueBadge } from '#components/ui/badge.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { CaseHead } from '#lib/cases/view.ts'
import { dday } from '#lib/words/clock-words.ts'
import { formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'

type DeedPageProps = {
  head: CaseHead
  now: Date
  locale: Locale
  title: string
  sub?: ReactNode
  actions?: ReactNode
  /** Where the page leads back to, when that is not the case itself. */
  back?: { href: string; label: string }
  children: ReactNode
}

/** A page that asks one thing about a case: which child, who is in charge and whose turn it is stand above the question. */
export function DeedPage({ head, now, locale, title, sub, actions, back, children }: DeedPageProps) {
  const t = translator(locale)
  const who = `${head.student.name} · ${head.number}`
  return (
    <>
      <PageHead back={back ?? { href: `/cases/${head.id}`, label: who }} {...(back && { eyebrow: who })} title={title} sub={sub} actions={actions} />
      <div className="deed-case">
        <QuietNotice quiet={head.quiet} locale={locale} />
        {head.closedAt ? <Notice kind="tip">{t('cases.page.closed', { day: formatDate(head.closedAt, locale) })}</Notice> : <Turn head={head} now={now} locale={locale} />}
      </div>
      {children}
    </>
  )
}

function Turn({ head: { level, lead, next, waiting }, now, locale }: { head: CaseHead; now: Date; locale: Locale }) {
  const t = translator(locale)
  const { tone, shape } = levelLooks[level]
  return (
    <Facts
      items={[
        { label: t('cases.list.columns.level'), value: <Badge tone={tone} shape={shape}>{t(`cases.level.${level}`)}</Badge> },
        { label: t('cases.page.lead'), value: lead ? `${lead.name} · ${lead.agency}` : '—' },
        { label: t('cases.page.next'), value: next ? <><span lang={tongueOf(next.action, locale)}>{next.action}</span> <DueBadge due={dday(next.dueAt, now, locale)} /></> : '—' },
        { label: t('cases.page.waiting'), value: waiting ? (waiting.on === 'FAMILY' ? t('cases.waitingOn.FAMILY') : (waiting.name ?? '—')) : '—' },
      ]}
    />
  )
}
