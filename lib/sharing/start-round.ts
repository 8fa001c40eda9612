import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotFound } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { isoDay } from '#lib/words/days.ts'
import { makeForm } from './issue-form.ts'
import { lastDay } from './period.ts'
import { refuseRecipient } from './recipient.ts'
import { lastDayOf, schoolYearOf, type StartRound } from './round.ts'
import { askedBefore } from './rounds.ts'
import { guardianTongue } from './queries.ts'
import { wordingOn } from './wording/versions.ts'

/**
 * Makes out F5 for each family of a class, for a school year and in the words of today. Whoever was asked about an agency
 * in that year and those words is not asked about it again.
 */
export async function startRound(actor: Actor, { schoolId, schoolYear, students, recipients, purpose, items, sensitive = false }: StartRound): Promise<string> {
  must(actor, 'consent.round')
  const at = now()
  if (schoolYear < schoolYearOf(at) || schoolYear > schoolYearOf(at) + 1) throw new Invalid('core.field.unexpected', 'schoolYear')
  const validUntil = lastDay(lastDayOf(schoolYear), at, at, 2 * 366)

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    for (const recipientId of recipients) await refuseRecipient(tx, actor, recipientId)
    const found = await tx.student.findMany({ where: { officeId, schoolId, leftAt: null, id: { in: students } }, select: { id: true, grade: true, className: true }, orderBy: [{ grade: 'asc' }, { className: 'asc' }, { classNumber: 'asc' }, { name: 'asc' }] })
    if (found.length === 0) throw new NotFound()
    const wording = wordingOn(isoDay(at)).id
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`round ${schoolId}`}, 0))`
    const before = await askedBefore(tx, actor, { schoolId, schoolYear, wording })
    const toAsk = found.flatMap(({ id }) => {
      const about = [...new Set(recipients)].filter((recipientId) => !before.has(`${id} ${recipientId}`))
      return about.length > 0 ? [{ id, about }] : []
    })
    if (toAsk.length === 0) throw new Invalid('rounds.refusal.nobody', 'students')
    const roundId = newId()
    const [first] = found
    const oneClass = found.every(({ grade, className }) => grade === first?.grade && className === first?.className)
    await tx.consentRound.createMany({ data: [{ id: roundId, officeId, schoolId, schoolYear, wording, grade: oneClass ? (first?.grade ?? null) : null, className: oneClass ? (first?.className ?? null) : null, issuedById: staffId, issuedAt: at }] })
    for (const { id: studentId, about } of toAsk) {
      const language = await guardianTongue(tx, actor, studentId)
      await makeForm(tx, actor, { studentId, language, schoolYear, roundId }, about.map((recipientId) => ({ recipientId, purpose, items: [...new Set(items)], sensitive, validUntil })))
    }
    await audit(tx, actor, 'round.issued', { subjectId: roundId })
    return `/consents/${roundId}`
  }, { patience: 60_000 })
}
