import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { isoDay } from '#lib/words/days.ts'
import { longestYears } from './consent.ts'
import type { IssueForm } from './form.ts'
import { refuseObserver } from './observer.ts'
import { lastDay } from './period.ts'
import { refuseRecipient } from './recipient.ts'
import { wordingOn } from './wording/versions.ts'

/** Makes out F5 for a child: to be printed, or sent as a link. Nothing is shared by that; only an answer opens. Whom it may reach is asked when it is shown and sent. */
export async function issueForm(actor: Actor, { caseId, recipients, purpose, items, sensitive = false, validUntil, language }: IssueForm): Promise<string> {
  must(actor, 'consent.record')
  const at = now()
  const until = lastDay(validUntil, at, at, longestYears * 366)

  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const found = await tx.case.findFirst({ where: { officeId, id: caseId }, select: { studentId: true, closedAt: true } })
    if (!found) throw new NotFound()
    if (found.closedAt) throw new NotNow('core.refusal.caseClosed')
    await refuseObserver(tx, actor, { caseId })
    for (const recipientId of recipients) await refuseRecipient(tx, actor, recipientId)
    const formId = await makeForm(tx, actor, { studentId: found.studentId, language, schoolYear: null, roundId: null }, [...new Set(recipients)].map((recipientId) => ({ recipientId, purpose, items: [...new Set(items)], sensitive, validUntil: until })))
    await audit(tx, actor, 'form.issued', { caseId, subjectId: formId })
    return `/cases/${caseId}/sharing/form/${formId}`
  })
}

type Line = { recipientId: string; purpose: string; items: string[]; sensitive: boolean; validUntil: Date }

/** One form in the words of today, with a number of its own. */
export async function makeForm(tx: Tx, { officeId, staffId }: Actor, of: { studentId: string; language: string; schoolYear: number | null; roundId: string | null }, lines: Line[]): Promise<string> {
  const at = now()
  const year = isoDay(at).slice(0, 4)
  const [row] = await tx.$queryRaw<{ count: number }[]>`select app.next_number(${`form-${year}`}) as count`
  const id = newId()
  await tx.consentForm.createMany({
    data: [{ id, officeId, number: `F5-${year}-${String(row?.count ?? 0).padStart(4, '0')}`, ...of, wording: wordingOn(isoDay(at)).id, issuedById: staffId, issuedAt: at }],
  })
  await tx.consentFormLine.createMany({ data: lines.map((line) => ({ officeId, formId: id, ...line })) })
  return id
}
