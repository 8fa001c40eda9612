import { notFound } from 'next/navigation'
import { AskRecoveryForms } from '#components/accounts/ask-recovery.tsx'
import { RecoveryTable } from '#components/accounts/recovery-table.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { peopleNamed, recoveries } from '#lib/people/recovery-queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'
import { askRecoveryAction } from './actions.ts'

export const generateMetadata = pageTitle('recovery.title')

export default async function RecoveriesPage({ searchParams }: { searchParams: Promise<{ name?: string | string[] }> }) {
  const actor = await signedIn()
  const asks = may(actor, 'account.recover')
  if (!asks && !may(actor, 'account.vouch')) notFound()
  const { name } = await searchParams
  const part = typeof name === 'string' ? name.trim().slice(0, 40) : ''
  const { frame, lines, found } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx), lines: await recoveries(tx, actor), found: asks && part !== '' ? await peopleNamed(tx, actor, part) : null,
  }))
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="access">
      <PageHead title={t('recovery.title')} sub={t('recovery.sub')} back={{ href: '/settings', label: t('today.settings.title') }} />
      {lines.length === 0 ? <Empty title={t('recovery.none')}>{t('recovery.noneText')}</Empty> : <RecoveryTable lines={lines} locale={locale} />}
      {asks && (
        <Section title={t('recovery.ask')} note={t('recovery.askNote')}>
          <AskRecoveryForms action={askRecoveryAction} part={part} found={found} locale={locale} />
        </Section>
      )}
    </PageFrame>
  )
}
