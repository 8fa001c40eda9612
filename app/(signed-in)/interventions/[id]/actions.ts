'use server'

import { formAction } from '#lib/access/form.ts'
import { reporterAsked, unnamed } from '#lib/cases/unnamed.ts'
import { acceptIntervention } from '#lib/interventions/accept-intervention.ts'
import { assignIntervention } from '#lib/interventions/assign-intervention.ts'
import { completeIntervention } from '#lib/interventions/complete-intervention.ts'
import { declineIntervention } from '#lib/interventions/decline-intervention.ts'
import { discontinueIntervention } from '#lib/interventions/discontinue-intervention.ts'
import { holdSession } from '#lib/interventions/hold-session.ts'
import {
  AcceptIntervention, AssignIntervention, CompleteIntervention, DeclineIntervention, DiscontinueIntervention, HoldSession, PauseIntervention, ResumeIntervention,
} from '#lib/interventions/inputs.ts'
import { pauseIntervention } from '#lib/interventions/pause-intervention.ts'
import { resumeIntervention } from '#lib/interventions/resume-intervention.ts'

export const acceptAction = formAction(AcceptIntervention, acceptIntervention)
export const declineAction = formAction(DeclineIntervention, declineIntervention)
export const assignAction = formAction(AssignIntervention, assignIntervention)
export const sessionAction = formAction(HoldSession.extend(reporterAsked), unnamed('intervention.session', holdSession, ({ body }) => body))
export const pauseAction = formAction(PauseIntervention, pauseIntervention)
export const resumeAction = formAction(ResumeIntervention, resumeIntervention)
export const completeAction = formAction(CompleteIntervention.extend(reporterAsked), unnamed('intervention.end', completeIntervention, ({ summary }) => summary))
export const discontinueAction = formAction(DiscontinueIntervention.extend(reporterAsked), unnamed('intervention.end', discontinueIntervention, ({ summary }) => summary))
