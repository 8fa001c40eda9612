import { DraftSaver } from '#components/drafts/draft-saver.tsx'
import { saverWords } from '#components/drafts/saver-words.ts'
import { ProposeForm } from '#components/interventions/propose-form.tsx'
import { RestoredNotice } from '#components/referrals/restored-notice.tsx'
import { Section } from '#components/shell/page-head.tsx'
import { Facts } from '#components/ui/facts.tsx'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { workingDaysAfter } from '#lib/core/days.ts'
import { answerDue } from '#lib/interventions/due.ts'
import { formatDayTime, isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { discardDraftAction, proposeAction } from './actions.ts'
import type { Askable, Choice } from './page.tsx'

type AskPartProps = { actor: Actor; opened: Askable & { asked: NonNullable<Askable['asked']> }; choice: Choice; backHref: string }

/** The last step: what was chosen, and the form. */
export function AskPart({ actor, opened: { head, goals, asked }, choice, backHref }: AskPartProps) {
  const { locale } = actor
  const t = translator(locale)
  const { domain, service, giver, people, draft } = asked
  const name = { kind: 'intervention', subject: head.id } as const
  const start = { startsOn: isoDay(workingDaysAfter(now(), 1)), ...(choice.goal && { goalId: choice.goal }) }
  return (
    <>
      {draft && <RestoredNotice {...name} savedAt={draft.savedAt} locale={locale} discard={discardDraftAction} />}
      <Section title={t('interventions.propose.form')} link={{ href: backHref, label: t('interventions.propose.change') }}>
        <Facts
          items={[
            { label: t('interventions.propose.domain'), value: t(`timeline.domain.${domain}`) },
            { label: t('interventions.calendar.support'), value: service.name },
            { label: t('interventions.propose.agency'), value: giver.name },
          ]}
        />
        <div className="my-4">
          <DraftSaver {...name} formId="ask-form" writer={actor.staffId} fresh={!draft} words={saverWords(locale)} here={`/cases/${head.id}/interventions/new?domain=${domain}&service=${service.code}&agency=${giver.id}`} />
        </div>
        <ProposeForm
          action={proposeAction}
          caseId={head.id}
          domain={domain}
          service={service}
          giver={giver}
          own={giver.id === actor.agencyId}
          people={people}
          goals={goals}
          answerBy={{ day: formatDayTime(answerDue(head.level, now()), locale), level: t(`cases.level.${head.level}`) }}
          initial={{ ...start, ...draft?.fields }}
          locale={locale}
        />
      </Section>
    </>
  )
}
