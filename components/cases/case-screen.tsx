import { Prepared } from '#components/shell/prepared.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { may } from '#lib/access/policy.ts'
import { openInterventionStates } from '#lib/cases/case.ts'
import { deedsFor, onlyLooks, seesLooks, type CaseDeed } from '#lib/cases/deeds.ts'
import type { CasePage } from '#lib/cases/view.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { TimelineFilters } from '#lib/timeline/filters.ts'
import { translator } from '#lib/words/translate.ts'
import { goalsHtml, supportsHtml } from './aside-html.ts'
import { audienceHtml } from './audience-html.ts'
import { deedsHtml } from './deeds-html.ts'
import { headHtml } from './head-html.ts'
import { SharedTimeline } from './shared-timeline.tsx'

export type CaseScreenProps = {
  actor: Actor
  page: CasePage
  filters: TimelineFilters
  now: Date
  writeNote: (state: FormState, data: FormData) => Promise<FormState>
}

/** The case: a head that stays, the shared timeline with the place to write in it, and beside it plan, support and readers. */
export function CaseScreen(props: CaseScreenProps) {
  const { actor, page, now } = props
  const { head, goals, supports, audience } = page
  const { locale } = actor
  const t = translator(locale)
  const place = { caseId: head.id, now, locale }
  const writes = may(actor, 'case.note') && !onlyLooks(actor, head.relation)
  const supportsOpen = supports.some(({ state }) => openInterventionStates.some((open) => open === state))
  const offered = deedsFor(actor, { ...head, supportsOpen })
  const can = (deed: CaseDeed) => offered.some((one) => one.deed === deed && one.off === null)
  const aside = goalsHtml(goals, place) + supportsHtml(supports, place, can('interventions/new')) + audienceHtml(audience, head.id, locale, seesLooks(actor, head))
  return (
    <div className="case">
      <header className="case-head">
        {can('reopening') ? (
          <a className="btn case-write" href={`/cases/${head.id}/reopening`}>
            {t('cases.page.reopen')}
          </a>
        ) : (
          writes && (
            <a className="btn case-write" href="#note-body">
              {t('cases.page.write')}
            </a>
          )
        )}
        <Prepared id="case-head" className="case-said" html={headHtml(head, now, locale)} />
        <Prepared className="case-deeds" html={deedsHtml(head.id, offered, locale)} />
      </header>
      <div className="case-body">
        <div className="case-main">
          <SharedTimeline {...props} writes={writes} />
        </div>
        <Prepared as="aside" className="case-aside" html={aside} />
      </div>
    </div>
  )
}
