'use server'

import { formAction } from '#lib/access/form.ts'
import { reporterAsked, unnamed } from '#lib/cases/unnamed.ts'
import { DraftName } from '#lib/drafts/draft.ts'
import { discardDraft } from '#lib/drafts/discard-draft.ts'
import { ProposeIntervention } from '#lib/interventions/inputs.ts'
import { proposeIntervention } from '#lib/interventions/propose-intervention.ts'

export const proposeAction = formAction(ProposeIntervention.extend(reporterAsked), unnamed('intervention.propose', proposeIntervention, ({ request }) => request))

export const discardDraftAction = formAction(DraftName, async (actor, name) => {
  await discardDraft(actor, name)
  return `/cases/${name.subject}/interventions/new`
})
