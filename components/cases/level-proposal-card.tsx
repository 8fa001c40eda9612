import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { may } from '#lib/access/policy.ts'
import type { LevelRow } from '#lib/cases/level-history.ts'
import { domainsOf } from '#lib/cases/level.ts'
import type { CaseHead } from '#lib/cases/view.ts'
import type { Actor } from '#lib/core/actor.ts'
import { formatDayTime } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'
import { LevelBadge } from './level-history.tsx'

type LevelProposalCardProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  actor: Pick<Actor, 'staffId' | 'role' | 'locale'>
  head: CaseHead
  proposal: LevelRow
}

/** The wish to lower an emergency: what was found and why, for the second person to agree or not; for the first to take back. */
export function LevelProposalCard({ action, actor, head, proposal }: LevelProposalCardProps) {
  const { locale } = actor
  const t = translator(locale)
  const { at, by, decided, reason, redFlags, ratings } = proposal
  const own = head.proposal?.byId === actor.staffId
  return (
    <section className="card proposal-card" aria-labelledby="proposal">
      <h2 id="proposal">{own ? t('cases.levelPage.proposalOwn') : t('cases.levelPage.proposalTitle')}</h2>
      <p>
        <LevelBadge level={head.level} t={t} /> → <LevelBadge level={decided} t={t} />
      </p>
      <p className="beside-words" lang={tongueOf(reason, locale)}>{reason}</p>
      <p className="muted small">{t('cases.levelPage.proposalBy', { name: by, day: formatDayTime(at, locale) })}</p>
      <p className="small">
        {[...redFlags.map((flag) => t(`cases.redFlag.${flag}`)), ...domainsOf(ratings).map((domain) => `${t(`timeline.domain.${domain}`)} ${ratings[domain] ?? 0}`)].join(' · ')}
      </p>
      {own || may(actor, 'case.confirm') ? (
        <Form action={action} words={formWords(locale)} formId="settle">
          <HiddenField name="caseId" value={head.id} />
          <HiddenField name="proposalId" value={proposal.id} />
          <div className="page-deeds">
            {own ? (
              <SubmitButton weight="quiet" name="answer" value="WITHDRAWN">{t('cases.levelPage.withdraw')}</SubmitButton>
            ) : (
              <>
                <SubmitButton name="answer" value="AGREED">{t('cases.levelPage.agree')}</SubmitButton>
                <SubmitButton weight="quiet" name="answer" value="KEPT">{t('cases.levelPage.keep')}</SubmitButton>
              </>
            )}
          </div>
        </Form>
      ) : null}
      {(own || !may(actor, 'case.confirm')) && <p className="muted small">{t('cases.levelPage.waitsForOther')}</p>}
    </section>
  )
}
