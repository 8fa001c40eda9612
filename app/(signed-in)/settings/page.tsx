import { PageHead, Section } from '#components/shell/page-head.tsx'
import { ChangePasswordForm } from '#components/accounts/change-password-form.tsx'
import { ProveForm } from '#components/accounts/prove-form.tsx'
import { OwnFactorList } from '#components/accounts/own-factors.tsx'
import { OwnSessions } from '#components/people/own-sessions.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { ownFactors } from '#lib/access/own-factors.ts'
import { may } from '#lib/access/policy.ts'
import { justProven } from '#lib/access/proven.ts'
import { idleMinutes, ownSessions } from '#lib/access/own-sessions.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { ownTitle } from '#lib/people/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { summaryOf } from '#lib/today/summary.ts'
import { formatDate } from '#lib/words/days.ts'
import { locales, type Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'
import { changePasswordAction, endOwnSessionAction, proveSelfAction, removeAppAction, removePasskeyAction, renewCodesAction } from './actions.ts'

export const generateMetadata = pageTitle('today.settings.title')

export default async function SettingsPage({ searchParams }: { searchParams: Promise<{ password?: string }> }) {
  const actor = await signedIn()
  const { frame, summary, sessions, minutes, factors, proven, jobTitle } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx), summary: await summaryOf(tx, actor), sessions: await ownSessions(tx), minutes: await idleMinutes(tx, actor), factors: await ownFactors(tx), proven: await justProven(tx), jobTitle: await ownTitle(tx, actor),
  }))
  const changed = (await searchParams).password !== undefined
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="access">
      <PageHead title={t('today.settings.title')} />
      <Section title={t('today.settings.account')} link={{ href: '/access', label: t('today.settings.access') }}>
        <Facts
          items={[
            { label: t('today.settings.name'), value: actor.name },
            { label: t('today.settings.agency'), value: actor.agencyName },
            { label: t('today.settings.jobTitle'), value: jobTitle },
            { label: t('today.settings.role'), value: t(`access.role.${actor.role}`) },
          ]}
        />
        {may(actor, 'case.read') && <p><a className="link" href="/settings/absence">{t('colleagues.absence.link')}</a></p>}
        {may(actor, 'conflict.declare') && <p><a className="link" href="/settings/kin">{t('conflicts.own.link')}</a></p>}
      </Section>
      {!proven && (factors.appSince !== null || factors.passkeys.length > 0 || sessions.length > 1) && (
        <Section title={t('accounts.factors.proveTitle')} note={t('accounts.factors.proveFirst')}>
          <ProveForm action={proveSelfAction} locale={locale} />
        </Section>
      )}
      <Section id="factors" title={t('accounts.factors.title')} note={t('accounts.factors.note')}>
        <OwnFactorList factors={factors} proven={proven} locale={locale} actions={{ removeApp: removeAppAction, removePasskey: removePasskeyAction, renewCodes: renewCodesAction }} />
      </Section>
      {(may(actor, 'account.recover') || may(actor, 'account.vouch')) && (
        <p className="mt-4">
          <a className="link" href="/recoveries">
            {t('recovery.settings')}
          </a>
        </p>
      )}
      {factors.hasPassword && (
        <Section id="password" title={t('accounts.password.change')} note={t('accounts.password.changeNote')}>
          {changed && <Notice kind="good">{t('accounts.password.changed')}</Notice>}
          <ChangePasswordForm action={changePasswordAction} locale={locale} />
        </Section>
      )}
      <Section title={t('today.settings.sessions')} note={t('today.settings.sessionsNote', { minutes })}>
        <OwnSessions sessions={sessions} proven={proven} end={endOwnSessionAction} locale={locale} />
      </Section>
      <Section title={t('today.settings.language')} note={t('today.settings.languageHint')}>
        {/* A plain form: the language changes without script too. */}
        <form method="post" action="/api/language" className="flex flex-wrap gap-2">
          {locales.map((each) => (
            <Button key={each} type="submit" weight="quiet" name="locale" value={each} lang={each} aria-pressed={each === locale}>
              {each === 'ko' ? t('today.settings.korean') : t('today.settings.english')}
            </Button>
          ))}
        </form>
      </Section>
      <Section title={t('today.settings.clearance')} note={actor.inside ? t('today.settings.clearanceNote') : undefined}>
        {actor.inside ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <Clearance name={t('today.settings.approval')} why={t('today.settings.approvalWhy')} until={summary.approvalUntil} locale={locale} />
            <Clearance name={t('today.settings.training')} why={t('today.settings.trainingWhy')} until={summary.trainingUntil} locale={locale} />
          </div>
        ) : (
          <Notice kind="info">{t('today.settings.outside')}</Notice>
        )}
      </Section>
    </PageFrame>
  )
}

function Clearance({ name, why, until, locale }: { name: string; why: string; until: Date | null; locale: Locale }) {
  const t = translator(locale)
  const valid = until !== null && until > now()
  const said = until === null ? t('today.settings.missing') : valid ? t('today.settings.validUntil', { day: formatDate(until, locale) }) : t('today.settings.ended', { day: formatDate(until, locale) })
  return (
    <div className="card">
      <h3>{name}</h3>
      <p className="my-1">
        <Badge tone={valid ? 'teal' : 'red'}>{said}</Badge>
      </p>
      <p className="muted small">{why}</p>
    </div>
  )
}
