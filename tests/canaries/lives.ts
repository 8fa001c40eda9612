import { addDocument } from '#lib/cases/add-document.ts'
import { AddMember, addMember } from '#lib/cases/add-member.ts'
import { ChangeLevel, changeLevel } from '#lib/cases/change-level.ts'
import { CloseCase, closeCase } from '#lib/cases/close-case.ts'
import { OpenCase, openCase } from '#lib/cases/open-case.ts'
import { removeMember } from '#lib/cases/remove-member.ts'
import { ReopenCase, reopenCase } from '#lib/cases/reopen-case.ts'
import { WriteNote, writeNote } from '#lib/cases/write-note.ts'
import { askEnd } from '#lib/conflicts/end-conflict.ts'
import { declareConflict } from '#lib/conflicts/declare-conflict.ts'
import { newId } from '#lib/core/id.ts'
import { DocumentFields } from '#lib/documents/document.ts'
import { saveDraft } from '#lib/drafts/save-draft.ts'
import { MakeExport } from '#lib/exports/export.ts'
import { makeExport } from '#lib/exports/make-export.ts'
import { BreakGlass } from '#lib/glass/glass.ts'
import { breakGlass } from '#lib/glass/break-glass.ts'
import { RateGoal, SetGoal } from '#lib/plans/goal.ts'
import { rateGoal } from '#lib/plans/rate-goal.ts'
import { setGoal } from '#lib/plans/set-goal.ts'
import { askDestruction } from '#lib/retention/destroy.ts'
import { setHold } from '#lib/retention/hold-case.ts'
import { AskDestruction, SetHold } from '#lib/retention/retention.ts'
import { OpenSealed, WriteSealed } from '#lib/sealed/sealed.ts'
import { AskReporter, askReporter } from '#lib/sealed/reporter.ts'
import { openSealed } from '#lib/sealed/open-sealed.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import type { Canary, Saying } from './children.ts'
import { help } from './helps.ts'
import { file, partnersNotice, decided } from './referrals.ts'
import { agreed, askedWithItsClass, blocked, formed, lawful, reviewed } from './sharing.ts'
import { people, type Stage, type Traces } from './stage.ts'
import { day, idIn } from './words.ts'

/* What happens to a child, by its lot of ten: told by calling the verbs as the people of its school, with its sayings as what they write. */

interface Life {
  stage: Stage
  canary: Canary
  trace: Traces
}
export type Chapter = (life: Life) => Promise<void>

const who = ({ canary }: Life) => people[canary.school] ?? { counselor: '', lead: '' }
const caseOf = ({ trace }: Life) => trace.case ?? ''

const versionOf = async ({ stage, trace }: Life) => ((await stage.owner('select version from cases where id = $1', [trace.case])).rows[0] as { version: number }).version

/** Referred by the school's specialist, opened by its lead. */
const opened: Chapter = async (life) => {
  const { stage, canary, trace } = life
  const { counselor, lead } = who(life)
  await file(life)
  trace.case = idIn(await openCase(stage.as(lead), OpenCase.parse({
    referralId: trace.referral, ratings: ['ECON:3', 'EMOTION:2'], level: 'HIGH', leadId: stage.ground.staffIds[counselor],
    // At two schools the lead works on it; at the others she only leads the school.
    memberIds: ['S1', 'S2'].includes(canary.school) ? [stage.ground.staffIds[lead]] : [],
    nextAction: canary.says('next'), dueOn: day(stage, 3), waits: 'FAMILY',
  })))
}

const note = (where: Saying, more: object = {}): Chapter => async ({ stage, canary, trace }) => {
  const { counselor } = people[canary.school] ?? { counselor: '' }
  await writeNote(stage.as(counselor), WriteNote.parse({ caseId: trace.case, kind: 'VISIT', body: canary.says(where), domain: 'ECON', ...more }))
  const { rows } = await stage.owner('select note_id, id from events where case_id = $1 and note_id is not null order by id desc limit 1', [trace.case])
  const { note_id: noteId, id } = rows[0] as { note_id: string; id: string }
  Object.assign(trace, { note: noteId, event: id })
}

const goal: Chapter = async (life) => {
  const { stage, canary } = life
  const actor = stage.as(who(life).counselor)
  await setGoal(actor, SetGoal.parse({ caseId: caseOf(life), domain: 'EMOTION', statement: canary.says('goal'), steps: [canary.says('step'), '나', '다', '라', '마'] }))
  const { rows } = await stage.owner('select id from goals where case_id = $1', [caseOf(life)])
  await rateGoal(actor, RateGoal.parse({ caseId: caseOf(life), goalId: (rows[0] as { id: string }).id, rating: '0', remark: canary.says('remark') }))
}

/** By the school's specialist for its lead, and for the centre's coordinator where she is called. */
const sealed = (coordinator = false): Chapter => async (life) => {
  const { stage, canary, trace } = life
  const { counselor, lead } = who(life)
  const { name, phone } = canary.reporter
  const path = await writeSealed(stage.as(counselor), WriteSealed.parse({
    caseId: trace.case, kind: 'ABUSE_REPORT', body: canary.says('sealed'), reporterNames: name, reporter: phone, readers: [lead, ...(coordinator ? ['문다희'] : [])].map((one) => stage.ground.staffIds[one]),
  }))
  trace.record = path.split('/').at(-1) ?? ''
}

/** By the school's specialist, with her password. */
const unsealed: Chapter = async (life) => {
  const { stage, canary, trace } = life
  await openSealed(stage.as(who(life).counselor), OpenSealed.parse({ caseId: trace.case, recordId: trace.record, what: 'CONTENT', reason: canary.says('opening'), password: demoPassword }))
}

/** The coordinator must know who reported, she says. */
const wondered: Chapter = async ({ stage, canary, trace }) => {
  await askReporter(stage.as('문다희'), AskReporter.parse({ caseId: trace.case, recordId: trace.record, reason: canary.says('grant') }))
  const { rows } = await stage.owner('select id from reporter_grants where case_id = $1', [trace.case])
  trace.grant = (rows[0] as { id: string }).id
}

/** To name somebody of a private body takes two. Whom is of no matter here (tests/verbs/sealed): what was written is. */
const named: Chapter = async ({ stage, canary, trace }) => {
  trace.naming = newId()
  await stage.owner(`
    insert into reader_grants (id, office_id, reader_id, case_id, asked_by_id, reason, asked_at)
    select $1, n.office_id, n.id, $2, n.named_by_id, $4, now() from sealed_readers n where n.record_id = $3 limit 1`, [trace.naming, trace.case, trace.record, canary.says('naming')])
}

/** A paper about it, called as people call their files. */
const papered: Chapter = async (life) => {
  const { stage, canary, trace } = life
  const content = Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${canary.says('paper')}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`)
  const path = await addDocument(stage.as(who(life).counselor), DocumentFields.parse({ caseId: trace.case, kind: 'REPORT', domain: 'EMOTION' }), { name: `${canary.word.document} ${canary.name}.pdf`, content }, newId())
  trace.document = path.split('#d-')[1] ?? ''
}

const levelled: Chapter = async (life) => {
  const { stage, canary, trace } = life
  await changeLevel(stage.as(who(life).counselor), ChangeLevel.parse({ caseId: trace.case, version: await versionOf(life), ratings: ['ECON:2'], level: 'MODERATE', levelReason: canary.says('level') }))
}

/** Somebody of a partner's was of the team, and is no more. */
const former: Chapter = async (life) => {
  const { stage, trace } = life
  await agreed(life, 'D2', ['ECON'])
  const staffId = stage.ground.staffIds['구슬아'] ?? ''
  await addMember(stage.as(who(life).counselor), AddMember.parse({ caseId: trace.case, staffId, relation: 'MEMBER' }))
  await removeMember(stage.as(who(life).counselor), { caseId: caseOf(life), staffId })
}

/** A partner's member by consent to ECON, and to nothing sensitive. */
const partner: Chapter = async (life) => {
  const { stage, trace } = life
  await agreed(life, 'NGO1', ['ECON'])
  await addMember(stage.as(who(life).counselor), AddMember.parse({ caseId: trace.case, staffId: stage.ground.staffIds['도서진'], relation: 'MEMBER' }))
}

/** The school's lead is a relative; whoever named it asks to end it. */
const related: Chapter = async (life) => {
  const { stage, canary, trace } = life
  await declareConflict(stage.as(who(life).lead), { caseId: caseOf(life) })
  const { rows } = await stage.owner('select id from conflicts where student_id = $1', [trace.student])
  trace.conflict = (rows[0] as { id: string }).id
  await askEnd(stage.as('문다희'), { id: trace.conflict, reason: canary.says('conflict') })
}

/** A teacher without a part in it reads it in an emergency. */
const broken: Chapter = async ({ stage, canary, trace }) => {
  const teacher = { S1: '오나린', S3: '고은별' }[canary.school]
  if (!teacher) return
  await breakGlass(stage.as(teacher), BreakGlass.parse({ studentId: trace.student, code: 'OTHER', reason: canary.says('glass'), minutes: '30', password: demoPassword }))
  const { rows } = await stage.owner('select id from break_glasses where case_id = $1', [trace.case])
  trace.glass = (rows[0] as { id: string }).id
}

const closed: Chapter = async (life) => {
  const { stage, canary, trace } = life
  await closeCase(stage.as(who(life).counselor), CloseCase.parse({
    caseId: trace.case, version: await versionOf(life), reason: 'NEED_RESOLVED', summary: canary.says('closing'), remaining: canary.says('remaining'), voice: canary.says('voice'),
  }))
}

const reopened: Chapter = async (life) => {
  const { stage, canary, trace } = life
  const { counselor, lead } = who(life)
  await reopenCase(stage.as(lead), ReopenCase.parse({
    caseId: trace.case, version: await versionOf(life), reason: canary.says('reopening'), leadId: stage.ground.staffIds[counselor], nextAction: '다시 만나기', dueOn: day(stage, 3), waits: 'FAMILY',
  }))
}

/** The school's lead takes her list out. */
const exported: Chapter = async (life) => {
  const { stage, canary, trace } = life
  trace.export = idIn(await makeExport(stage.as(who(life).lead), MakeExport.parse({ format: canary.n % 20 === 0 ? 'CSV' : 'XLSX', reason: canary.says('export'), password: demoPassword })))
}

/** A court wants it kept; at one school its time is over instead, and it is to be destroyed. */
const kept: Chapter = async (life) => {
  const { stage, canary, trace } = life
  const head = stage.as('서강민')
  if (canary.school !== 'S5') return void (await setHold(head, SetHold.parse({ caseId: trace.case, reason: canary.says('hold') })))
  await stage.owner('update cases set retain_until = closed_at::date - 1 where id = $1', [trace.case])
  trace.destruction = idIn(await askDestruction(head, AskDestruction.parse({ cases: [trace.case], password: demoPassword })))
}

const drafted = (kind: 'note' | 'referral'): Chapter => async (life) => {
  const { stage, canary, trace } = life
  await saveDraft(stage.as(who(life).counselor), { kind, subject: (kind === 'note' ? trace.case : trace.student) ?? 'new' }, { form: newId(), fields: { body: canary.says('draft'), sentence: canary.guardians[0].phone } })
}

const everyNote = [
  note('plan', { layer: 'PLAN' }), note('emotion', { domain: 'EMOTION' }), note('sensitive', { layer: 'SENSITIVE' }),
  note('agency', { audience: 'AGENCY' }), note('private', { audience: 'PRIVATE' }), note('progress'),
]

/** One for each lot. */
export const lives: Chapter[][] = [
  [opened, ...everyNote, goal, papered, sealed(), named, unsealed, formed, partner, former, help('kept'), help('asked'), exported],
  [opened, ...everyNote, sealed(true), wondered, lawful, reviewed, blocked, related, help('paused')],
  [opened, note('progress'), note('sensitive', { layer: 'SENSITIVE' }), levelled, drafted('note'), broken],
  [opened, note('progress'), sealed(), goal, help('ended'), closed, kept],
  [opened, note('emotion', { domain: 'EMOTION' }), closed, reopened],
  [file, decided('answered')],
  [file, decided('declined')],
  [file, decided('passed')],
  [partnersNotice, decided('converted')],
  [drafted('referral'), askedWithItsClass],
]
