import { Section } from '#components/shell/page-head.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Locked } from '#components/ui/notice.tsx'
import { attended } from '#lib/interventions/intervention.ts'
import type { InterventionView, RemarkView, SessionView } from '#lib/interventions/view.ts'
import { formatDay, formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

/** What was held so far, the latest first. */
export function Sessions({ view: { planned }, sessions, locale }: { view: InterventionView; sessions: SessionView[]; locale: Locale }) {
  const t = translator(locale)
  const held = sessions.filter(({ attendance }) => attended(attendance)).reduce((sum, { units }) => sum + units, 0)
  const note = planned === null ? t('interventions.page.sessionsHeld', { held }) : t('interventions.page.sessionsOf', { held, planned })
  return (
    <Section title={t('interventions.page.sessions')} note={sessions.length > 0 ? note : undefined}>
      {sessions.length === 0 ? (
        <p className="muted">{t('interventions.page.noSessions')}</p>
      ) : (
        <ol className="meetings">
          {sessions.map((session) => (
            <Meeting key={session.id} session={session} locale={locale} />
          ))}
        </ol>
      )}
      {sessions.length >= 60 && <p className="muted small">{t('interventions.page.moreSessions')}</p>}
    </Section>
  )
}

function Meeting({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale)
  const { heldAt, by, attendance, response, childSeen, nextAppointment, note, locked } = session
  const more = [
    response && named(locale, 'interventions.response', response),
    childSeen && t('interventions.page.childSeen'),
    nextAppointment && t('interventions.page.next', { day: formatDayTime(nextAppointment, locale) }),
    t('interventions.page.by1', { name: by }),
  ].filter(Boolean)
  return (
    <li>
      <p>
        <b>{formatDay(heldAt, locale)}</b> <Badge tone={attended(attendance) ? 'teal' : 'amber'}>{named(locale, 'interventions.attendance', attendance)}</Badge>
      </p>
      {note && <p className="said">{note}</p>}
      {locked && <Locked>{t('interventions.page.locked')}</Locked>}
      <p className="muted small">{more.join(' · ')}</p>
    </li>
  )
}

/** Why it rested and what came of it. */
export function Remarks({ view: { result, endReason }, remarks, locale }: { view: InterventionView; remarks: RemarkView[]; locale: Locale }) {
  const t = translator(locale)
  const outcome = result ? named(locale, 'interventions.result', result) : endReason ? named(locale, 'interventions.endReason', endReason) : ''
  if (remarks.length === 0 && outcome === '') return null
  return (
    <Section title={t('interventions.page.remarks')}>
      {outcome !== '' && (
        <p>
          {result ? t('interventions.page.result') : t('interventions.page.endReason')} · <b>{outcome}</b>
        </p>
      )}
      <ol className="meetings">
        {remarks.map(({ type, at, by, text }) => (
          <li key={`${type} ${at.toISOString()}`}>
            <p>
              <b>{formatDay(at, locale)}</b> {t(`interventions.page.remark.${type}`)}
            </p>
            <p className="said">{text}</p>
            {by && <p className="muted small">{t('interventions.page.by1', { name: by })}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
