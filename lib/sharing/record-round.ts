import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { InvalidFields, NotFound, NotNow, type FieldProblem } from '#lib/core/refusal.ts'
import type { Subject } from './consent.ts'
import { keepEvidence } from './keep-evidence.ts'
import { paperFor } from './paper.ts'
import { isOver, linesIn, type RecordRound, type RoundAnswer, type RoundLine } from './round.ts'
import { familiesOf, type RoundFamily } from './rounds.ts'
import { oneAtATime, tellOfConsent } from './tell.ts'

/**
 * Writes down what came back of a class, all of it or nothing: one answer a person and agency, as if each had been written
 * down by itself. What is wrong with a line is said at that line.
 */
export async function recordRound(actor: Actor, input: RecordRound): Promise<string> {
  must(actor, 'consent.round')
  const { roundId } = input
  const lines = linesIn(input)

  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const round = await tx.consentRound.findFirst({ where: { officeId, id: roundId }, select: { schoolYear: true } })
    if (!round) throw new NotFound()
    if (isOver(round)) throw new NotNow('rounds.refusal.over')
    // Two who write down the same class come one after the other.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`round ${roundId}`}, 0))`
    const families = new Map((await familiesOf(tx, actor, roundId)).map((family) => [family.formId, family]))
    if (lines.length === 0) throw new InvalidFields([{ field: 'student0', message: 'rounds.refusal.nothing' }])
    const problems = lines.flatMap((line) => problemsOf(line, families.get(line.formId)))
    if (problems.length > 0) throw new InvalidFields(problems)

    for (const line of lines) {
      const family = families.get(line.formId)
      if (!family) continue
      if (line.student) await writeDown(tx, actor, { family, line, subject: 'STUDENT', answer: line.student, guardianId: null })
      if (line.guardian) await writeDown(tx, actor, { family, line, subject: 'GUARDIAN', answer: line.guardian, guardianId: line.who ?? null })
    }
    return `/consents/${roundId}`
  }, { patience: 60_000 })
}

/** What keeps a line from being written down. */
function problemsOf({ at, recipientId, student, guardian, who, verified }: RoundLine, family: RoundFamily | undefined): FieldProblem[] {
  const field = student ? `student${at}` : `guardian${at}`
  const about = family?.lines.find((line) => line.recipientId === recipientId)
  if (!family || !about) return [{ field, message: 'core.refusal.foreign' }]
  if (family.apart) return [{ field, message: 'rounds.refusal.apart' }]
  const problems: FieldProblem[] = []
  const answered = (subject: Subject) => family.answers.some((answer) => answer.recipientId === recipientId && answer.subject === subject && answer.state !== 'UNABLE')
  if (student && answered('STUDENT')) problems.push({ field: `student${at}`, message: 'rounds.refusal.answered' })
  if (guardian && answered('GUARDIAN')) problems.push({ field: `guardian${at}`, message: 'rounds.refusal.answered' })
  if (guardian && guardian !== 'UNABLE' && !who) problems.push({ field: `who${at}`, message: 'core.field.choose' })
  if (who && !family.guardians.some(({ id }) => id === who)) problems.push({ field: `who${at}`, message: 'core.refusal.foreign' })
  if (guardian && agrees(guardian) && family.under14 && !verified) problems.push({ field: `verified${at}`, message: 'sharing.refusal.verified' })
  const paper = family.paper && family.paper.state !== 'REFUSED'
  if (!paper && student && agrees(student)) problems.push({ field: `student${at}`, message: 'rounds.refusal.paper' })
  else if (!paper && guardian && agrees(guardian)) problems.push({ field: `guardian${at}`, message: 'rounds.refusal.paper' })
  if (!about.sensitive && student === 'SENSITIVE') problems.push({ field: `student${at}`, message: 'core.field.choose' })
  if (!about.sensitive && guardian === 'SENSITIVE') problems.push({ field: `guardian${at}`, message: 'core.field.choose' })
  return problems
}

const agrees = (answer: RoundAnswer): boolean => answer === 'GRANTED' || answer === 'SENSITIVE'

interface ToWrite {
  family: RoundFamily
  line: RoundLine
  subject: Subject
  answer: RoundAnswer
  guardianId: string | null
}

async function writeDown(tx: Tx, actor: Actor, { family, line: { formId, recipientId, verified }, subject, answer, guardianId }: ToWrite): Promise<void> {
  const { officeId, staffId } = actor
  const { studentId, number, language, paper } = family
  const asked = await tx.consentFormLine.findFirst({ where: { officeId, formId, recipientId }, select: { purpose: true, items: true, validUntil: true, form: { select: { wording: true } } } })
  if (!asked) throw new NotFound()
  await oneAtATime(tx, studentId, recipientId)
  const id = newId()
  const at = now()
  const state = agrees(answer) ? 'GRANTED' : answer === 'UNABLE' ? 'UNABLE' : 'REFUSED'
  const items = state === 'GRANTED' ? asked.items : []
  await tx.consent.createMany({
    data: [{
      id, officeId, studentId, subject, guardianId, recipientId, purpose: asked.purpose, items, sensitive: answer === 'SENSITIVE', state, validFrom: at, validUntil: asked.validUntil,
      evidenceKind: 'PAPER', recordedById: staffId, recordedAt: at, formId, wording: asked.form.wording, language, verifiedHow: subject === 'GUARDIAN' ? (verified ?? null) : null,
    }],
  })
  await tx.$executeRaw`select app.supersede_answers(${id}::uuid)`
  const said = { studentId, subject, guardianId, recipientId, purpose: asked.purpose, items, state, sensitive: answer === 'SENSITIVE', form: number, evidenceKind: 'PAPER', evidence: number }
  const shown = paper && paper.state !== 'REFUSED' ? await paperFor(tx, actor, { studentId, formId, paperId: paper.id }, undefined) : null
  await keepEvidence(tx, actor, { consentId: id, studentId, body: number, paper: shown }, said)
  await tellOfConsent(tx, actor, { studentId, consentId: id }, { type: 'consent.recorded', data: { recipientId, subject, state, items, validUntil: asked.validUntil.toISOString() } })
}
