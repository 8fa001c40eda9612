import type { CronItem, TaskList } from 'graphile-worker'
import { z } from 'zod'
import { Id } from '#lib/core/id.ts'
import { checkAudit, checkAudits } from '#lib/audit/check-audit.ts'
import { sealAudit } from '#lib/audit/seal-audit.ts'
import { destroyCases } from './destroy-cases.ts'
import { endLeavers, sweepDormant, warnOfLapses } from './keep-people.ts'
import { noteOverdue } from './note-overdue.ts'
import { scanDocument, scanDocuments } from './scan-documents.ts'
import { sendAccountNote, sendLink, sendReset } from './send-account-letter.ts'
import { remindReviews } from './remind-reviews.ts'
import { renewConsents } from './renew-consents.ts'
import { sendNotice } from './send-notice.ts'
import { sweep } from './sweep.ts'
import { wakeInterventions } from './wake-interventions.ts'

const Office = z.strictObject({ officeId: Id })
const OneDocument = z.strictObject({ officeId: Id, documentId: Id })

/**
 * What can be done in the background, by name. A payload carries identifiers only:
 * the queue is readable by the jobs role, so no name or text of a person belongs into it.
 */
export const tasks: TaskList = {
  notice: sendNotice,
  'account.reset': sendReset,
  'account.link': sendLink,
  'account.note': sendAccountNote,
  'interventions.wake': (_payload, { withPgClient }) => withPgClient(wakeInterventions),
  'audit.seal': (_payload, { withPgClient }) => withPgClient((client) => sealAudit(client)),
  'audit.check': (payload, { withPgClient }) => withPgClient((client) => checkAudit(client, Office.parse(payload).officeId)),
  'audit.check-all': (_payload, { withPgClient }) => withPgClient(checkAudits),
  'document.scan': (payload, { withPgClient }) => withPgClient((client) => {
    const { officeId, documentId } = OneDocument.parse(payload)
    return scanDocument(client, officeId, documentId)
  }),
  'document.scan-all': (_payload, { withPgClient }) => withPgClient(scanDocuments),
  'retention.destroy': (_payload, { withPgClient }) => withPgClient(destroyCases),
  sweep: (_payload, { withPgClient }) => withPgClient(sweep),
  'reviews.remind': (_payload, { withPgClient }) => withPgClient(remindReviews),
  'people.warn': (_payload, { withPgClient }) => withPgClient(warnOfLapses),
  'people.dormant': (_payload, { withPgClient }) => withPgClient(sweepDormant),
  'people.leave': (_payload, { withPgClient }) => withPgClient(endLeavers),
  'consents.renew': (_payload, { withPgClient }) => withPgClient(renewConsents),
  'interventions.overdue': (_payload, { withPgClient }) => withPgClient(noteOverdue),
}

/** What happens by the clock (UTC), whichever process is there to do it; each firing happens once. */
export const crons: CronItem[] = [
  // 15:00 in UTC begins the day in Seoul; every hour, so that a service that was down then makes up for it.
  { task: 'interventions.wake', match: '2 * * * *' },
  { task: 'interventions.overdue', match: '*/10 * * * *' },
  // Monday morning in Seoul.
  { task: 'consents.renew', match: '7 22 * * 0' },
  { task: 'audit.seal', match: '*/5 * * * *' },
  { task: 'audit.check-all', match: '12 18 * * *' },
  // What waits because the scanner was down, or came when none was set
  { task: 'document.scan-all', match: '*/10 * * * *' },
  // Half past eight in Seoul.
  { task: 'reviews.remind', match: '30 23 * * *' },
  { task: 'retention.destroy', match: '22 17 * * *' },
  // Letters in the morning; what ends with the day, just after midnight, and again for a service that was down then.
  { task: 'people.warn', match: '20 23 * * *' },
  { task: 'people.dormant', match: '25 23 * * *' },
  { task: 'people.leave', match: '4 * * * *' },
  { task: 'sweep', match: '37 18 * * *' },
]
