import { Badge } from '#components/ui/badge.tsx'
import type { Affected as AffectedView, AffectedGoal, AffectedSupport } from '#lib/sharing/affected.ts'
import { named } from '#lib/words/named.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

type AffectedProps = { affected: AffectedView; caseId: string; locale: Locale; mayChange: boolean }

/** What of the plan hangs on an agency that may be told less than before, with what can be done about each. */
export function Affected({ affected: { supports, goals, members }, caseId, locale, mayChange }: AffectedProps) {
  const t = translator(locale)
  return (
    <>
      <section className="section" aria-labelledby="supports">
        <div className="section-head">
          <h2 id="supports">{t('sharing.affected.supports')}</h2>
        </div>
        {supports.length === 0 ? (
          <p>{t('sharing.affected.noSupports')}</p>
        ) : (
          <>
            <p className="muted">{t('sharing.affected.supportsText')}</p>
            <ul>{supports.map((support) => <li key={support.id} className="grid gap-1 border-b border-line py-3"><Support support={support} mayChange={mayChange} t={t} locale={locale} /></li>)}</ul>
            {mayChange && <p className="mt-3"><a href={`/cases/${caseId}/interventions/new`}>{t('sharing.affected.ask')}</a></p>}
          </>
        )}
        {members.length > 0 && (
          <p className="mt-3">
            {t('sharing.affected.members', { names: members.join(', ') })} {mayChange && <a href={`/cases/${caseId}/members`}>{t('sharing.affected.membersLink')}</a>}
          </p>
        )}
      </section>
      {goals.length > 0 && (
        <section className="section" aria-labelledby="goals">
          <div className="section-head">
            <h2 id="goals">{t('sharing.affected.goals')}</h2>
          </div>
          <ul>{goals.map((goal) => <li key={goal.id} className="border-b border-line py-3"><Goal goal={goal} t={t} locale={locale} /></li>)}</ul>
        </section>
      )}
    </>
  )
}

function Support({ support: { id, service, domain, state }, mayChange, t, locale }: { support: AffectedSupport; mayChange: boolean; t: Words; locale: Locale }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3">
        <b>{service}</b> <span className="muted">{named(locale, 'timeline.domain', domain)}</span> <Badge>{t(`sharing.affected.state.${state}`)}</Badge>
      </p>
      {mayChange && (
        <p className="flex flex-wrap gap-x-5">
          <a href={`/interventions/${id}/end`}>{t('sharing.affected.stop')}</a>
          {state !== 'PROPOSED' && <a href={`/interventions/${id}/completion`}>{t('sharing.affected.end')}</a>}
        </p>
      )}
    </>
  )
}

function Goal({ goal: { statement, domain, others }, t, locale }: { goal: AffectedGoal; t: Words; locale: Locale }) {
  return (
    <>
      <p>
        <b lang={tongueOf(statement, locale)}>{statement}</b> <span className="muted">{named(locale, 'timeline.domain', domain)}</span>
      </p>
      <p className={others.length > 0 ? 'muted' : undefined}>{others.length > 0 ? t('sharing.affected.goalOthers', { agencies: others.join(', ') }) : t('sharing.affected.goalAlone')}</p>
    </>
  )
}
