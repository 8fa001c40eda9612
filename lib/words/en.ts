import { access } from './en/access.ts'
import { accounts } from './en/accounts.ts'
import { agencies } from './en/agencies.ts'
import { audit } from './en/audit.ts'
import { cases } from './en/cases.ts'
import { colleagues } from './en/colleagues.ts'
import { conflicts } from './en/conflicts.ts'
import { core } from './en/core.ts'
import { dashboard } from './en/dashboard.ts'
import { directory } from './en/directory.ts'
import { documents } from './en/documents.ts'
import { error } from './en/error.ts'
import { exports } from './en/exports.ts'
import { glass } from './en/glass.ts'
import { interventions } from './en/interventions.ts'
import { notices } from './en/notices.ts'
import { people } from './en/people.ts'
import { plans } from './en/plans.ts'
import { recovery } from './en/recovery.ts'
import { referrals } from './en/referrals.ts'
import { retention } from './en/retention.ts'
import { roster } from './en/roster.ts'
import { rounds } from './en/rounds.ts'
import { sharing } from './en/sharing.ts'
import { sealed } from './en/sealed.ts'
import { shell } from './en/shell.ts'
import { sight } from './en/sight.ts'
import { students } from './en/students.ts'
import { timeline } from './en/timeline.ts'
import { today } from './en/today.ts'
import { ui } from './en/ui.ts'
import { why } from './en/why.ts'

/** Every text in English; each file is held to the shape of its Korean one. */
export const en = {
  core,
  ui,
  shell,
  error,
  access,
  accounts,
  audit,
  colleagues,
  conflicts,
  glass,
  sealed,
  timeline,
  agencies,
  people,
  recovery,
  students,
  directory,
  documents,
  sharing,
  rounds,
  referrals,
  cases,
  plans,
  interventions,
  today,
  why,
  sight,
  dashboard,
  exports,
  retention,
  roster,
  notices,
} as const
