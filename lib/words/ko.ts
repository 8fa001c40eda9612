import { access } from './ko/access.ts'
import { accounts } from './ko/accounts.ts'
import { agencies } from './ko/agencies.ts'
import { audit } from './ko/audit.ts'
import { cases } from './ko/cases.ts'
import { colleagues } from './ko/colleagues.ts'
import { conflicts } from './ko/conflicts.ts'
import { core } from './ko/core.ts'
import { dashboard } from './ko/dashboard.ts'
import { directory } from './ko/directory.ts'
import { documents } from './ko/documents.ts'
import { error } from './ko/error.ts'
import { exports } from './ko/exports.ts'
import { glass } from './ko/glass.ts'
import { interventions } from './ko/interventions.ts'
import { notices } from './ko/notices.ts'
import { people } from './ko/people.ts'
import { plans } from './ko/plans.ts'
import { recovery } from './ko/recovery.ts'
import { referrals } from './ko/referrals.ts'
import { retention } from './ko/retention.ts'
import { roster } from './ko/roster.ts'
import { rounds } from './ko/rounds.ts'
import { sharing } from './ko/sharing.ts'
import { sealed } from './ko/sealed.ts'
import { shell } from './ko/shell.ts'
import { sight } from './ko/sight.ts'
import { students } from './ko/students.ts'
import { timeline } from './ko/timeline.ts'
import { today } from './ko/today.ts'
import { ui } from './ko/ui.ts'
import { why } from './ko/why.ts'

/** Every text in Korean, one file a domain. */
export const ko = {
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
