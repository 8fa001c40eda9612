import { sayAction } from '#lib/audit/say-action.ts'
import { MyDeeds } from '#components/people/my-deeds.tsx'
import { PolicyTable } from '#components/people/policy-table.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Table } from '#components/ui/table.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { latestAccess, type AccessLine } from '#lib/people/record-of-access.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('people.access.title')

const shown = 30

export default async function AccessPage() {
  const actor = await signedIn()
  const { frame, lines } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), lines: await latestAccess(tx, actor, shown) }))
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="access" width="wide">
      <PageHead title={t('people.access.title')} sub={t('people.access.lead')} />
      <Section title={t('people.access.mine')} note={t('people.access.mineNote', { role: t(`access.role.${actor.role}`) })}>
        <MyDeeds actor={actor} />
      </Section>
      <Section title={t('people.access.why')}>
        <ul className="list-disc space-y-1 pl-5">
          {(['inside', 'outside', 'conflict', 'audit'] as const).map((rule) => (
            <li key={rule}>{t(`people.access.${rule}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('people.access.table')} note={t('people.access.tableNote')}>
        <PolicyTable locale={locale} />
      </Section>
      <Section title={t('people.access.logMine')} note={t('people.access.logNote')} {...(may(actor, 'audit.read') && { link: { href: '/audit', label: t('audit.log.title') } })}>
        <Lines lines={lines} locale={locale} />
      </Section>
    </PageFrame>
  )
}

function Lines({ lines, locale }: { lines: AccessLine[]; locale: Locale }) {
  const t = translator(locale)
  if (lines.length === 0) return <p className="muted">{t('people.access.logEmpty')}</p>
  return (
    <Table
      caption={t('people.access.logNote')}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { head: t('people.access.at'), cell: ({ at }) => <time dateTime={at.toISOString()}>{formatDayTime(at, locale)}</time> },
        { head: t('people.access.what'), cell: ({ action }) => sayAction(action, locale) },
        { head: t('people.access.subject'), cell: ({ caseNumber }) => caseNumber },
        { head: t('people.access.outcome'), cell: ({ refused }) => (refused ? t('people.access.refused') : t('people.access.done')) },
      ]}
    />
  )
}
