import { beforeAll, describe, expect, test } from 'vitest'
import { headOf } from '#lib/cases/head.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { AgreePlan, agreePlan } from '#lib/plans/agree-plan.ts'
import { setGoal } from '#lib/plans/set-goal.ts'
import { confirmConsent } from '#lib/sharing/confirm-consent.ts'
import { IssueForm } from '#lib/sharing/form.ts'
import { issueForm } from '#lib/sharing/issue-form.ts'
import { narrowConsent } from '#lib/sharing/narrow-consent.ts'
import { sendLink } from '#lib/sharing/send-link.ts'
import { guardiansOf } from '#lib/students/guardians.ts'
import { myWork } from '#lib/today/my-work.ts'
import { blockGuardian } from '#lib/sharing/block-guardian.ts'
import { guardianBlocked, quietOf } from '#lib/sharing/guardian-blocked.ts'
import { blocksOf } from '#lib/sharing/guardian-blocks.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { askUnblock, settleUnblock } from '#lib/sharing/unblock-guardian.ts'
import { timelineOf } from '#lib/timeline/queries.ts'
import { signedPaper } from '#prisma/seed/paper.ts'
import { opened, versionOf } from '#tests/verbs/cases/cases.ts'
import { putConsent, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const paper = await signedPaper()
const world = await makeWorld()
const { ground, studentIds, guardianIds } = world
const child = '노아린'
const studentId = studentIds[child] ?? ''
const first = guardianIds[child] ?? ''
const second = newId()
let caseId: string

const as = <T>(name: string, deed: (actor: ReturnType<typeof world.as>) => Promise<T>) => world.at(morning, () => deed(world.as(name)))
const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
const block = (by: string, more: object = {}) => as(by, (actor) => blockGuardian(actor, { caseId, guardianIds: [first], code: 'SUSPECTED', reason: '집에 먼저 알려지면 위험해요', ...more }))
const blocked = (by: string, guardianId: string | null) => as(by, (actor) => asActor(actor, (tx) => guardianBlocked(tx, actor, { studentId, guardianId })))
const answer = (state: 'ASKED' | 'GRANTED' | 'REFUSED' | 'UNABLE', guardianId: string) => as('반소담', (actor) => recordConsent(actor, {
  studentId, subject: 'GUARDIAN', guardianId, recipientId: ground.agencyIds['NGO1'] ?? '', purpose: '지원', items: ['ECON'], state, validUntil: '2027-02-28', evidenceKind: 'PAPER', verifiedHow: 'CALL_BACK', evidence: '통화',
}, paper))
const standing = () => rows('select id, source, guardian_id as guardian from guardian_blocks where student_id = $1 and ended_at is null', [studentId])
const quiet = (name: string) => as(name, (actor) => asActor(actor, async (tx) => (await headOf(tx, actor, caseId, true))?.quiet))
const told = async (kind: string) => (await rows(`select s.name from graphile_worker._private_jobs p join staff s on s.id::text = p.payload ->> 'staffId' where p.payload ->> 'kind' = $1 order by 1`, [kind])).map(({ name }) => name)

beforeAll(async () => {
  await world.owner(`insert into guardians (id, office_id, name) values ($1, $2, '노한별')`, [second, ground.officeId])
  await world.owner(`insert into guardian_links (office_id, student_id, guardian_id, relation) values ($1, $2, $3, 'grandmother')`, [ground.officeId, studentId, second])
  caseId = await opened(world, { child, lead: '반소담', by: '류단우', members: ['배온유'] })
  await putConsent(world, child, 'NGO1', ['ECON'])
  await putMember(world, { caseId, staff: '도서진', agency: 'NGO1' })
})

describe('a basis of the child-abuse kind', () => {
  test('keeps everybody at home from being told until somebody says who is meant, and asks whoever recorded it', async () => {
    const path = await as('반소담', (actor) => recordBasis(actor, { caseId, recipientId: ground.agencyIds['GU'] ?? '', kind: 'CHILD_ABUSE', reason: '신고했어요', items: ['ABUSE'], validUntil: '2027-01-31' }))
    expect(path).toBe(`/cases/${caseId}/guardians`)
    expect(await standing()).toMatchObject([{ source: 'BASIS', guardian: null }])
    expect([await blocked('반소담', first), await blocked('반소담', second), await blocked('반소담', null)]).toEqual([true, true, true])
  })

  test('a second one asks nothing more', async () => {
    const path = await as('반소담', (actor) => recordBasis(actor, { caseId, recipientId: ground.agencyIds['CPA'] ?? '', kind: 'CHILD_ABUSE', reason: '함께 회의해요', items: ['ABUSE'], validUntil: '2027-01-31' }))
    expect(path).toBe(`/cases/${caseId}/sharing`)
    expect(await standing()).toHaveLength(1)
  })

  test('a partner cannot narrow what stands for all', async () => {
    await expect(as('도서진', (actor) => blockGuardian(actor, { caseId, guardianIds: [], all: true, code: 'ENDANGERS', reason: '알리면 위험해요' }))).rejects.toThrow('core.refusal.faster')
    await expect(world.sql('도서진', `update guardian_blocks set replaced = true, ended_by_id = $1, ended_at = app.now()`, [world.as('도서진').staffId])).resolves.toMatchObject({ rowCount: 0 })
  })

  test('who is meant takes its place, and nothing else does', async () => {
    const me = world.as('반소담').staffId
    await world.owner('begin')
    await expect((async () => {
      await world.owner(`update guardian_blocks set replaced = true, ended_by_id = $1, ended_at = app.now() where student_id = $2`, [me, studentId])
      await world.owner('set constraints all immediate')
    })()).rejects.toThrow('guardian_block_ends_by_two')
    await world.owner('rollback')
    await block('반소담')
    expect(await standing()).toMatchObject([{ source: 'NAMED', guardian: first }])
    expect([await blocked('반소담', first), await blocked('반소담', second), await blocked('반소담', null)]).toEqual([true, false, true])
  })
})

describe('while it stands', () => {
  test('everybody of the case sees whom not to tell; why, only those inside the circle; a name, only who reads the roster', async () => {
    const [{ name, relation } = {}] = await rows('select g.name, l.relation from guardians g join guardian_links l on l.guardian_id = g.id where g.id = $1', [first])
    for (const person of ['반소담', '배온유', '류단우', '문다희', '서강민']) expect([person, await quiet(person)]).toEqual([person, { all: false, whom: [{ name, relation }] }])
    expect(await quiet('도서진')).toEqual({ all: false, whom: [{ name: null, relation }] })
    const lines = (person: string) => as(person, (actor) => asActor(actor, (tx) => blocksOf(tx, actor, studentId)))
    expect((await lines('배온유'))[0]).toMatchObject({ code: 'SUSPECTED', reason: '집에 먼저 알려지면 위험해요' })
    expect((await lines('도서진'))[0]).toMatchObject({ code: null, reason: null, name: null })
    expect((await world.sql('도서진', 'select * from guardian_block_reasons')).rowCount).toBe(0)
    const partner = world.as('도서진')
    const { entries } = await as('도서진', () => asActor(partner, (tx) => timelineOf(tx, partner, caseId, {})))
    expect(entries.filter(({ type }) => type === 'guardian.blocked')).toHaveLength(2)
  })

  test('the team is told that there is something to heed, without a word of what', async () => {
    expect(await told('guardian.blocked')).toEqual(expect.arrayContaining(['도서진', '배온유']))
  })

  test('that guardian is neither asked nor takes part by a consent; the other is, and she may still say no', async () => {
    for (const state of ['ASKED', 'GRANTED'] as const) await expect(answer(state, first)).rejects.toThrow('sharing.refusal.guardianBlocked')
    await answer('REFUSED', first)
    await answer('UNABLE', first)
    await answer('GRANTED', second)
  })

  test('the database refuses such a row whatever the application says', async () => {
    const insert = (guardian: string) => world.sql('반소담', `insert into consents (id, office_id, student_id, subject, guardian_id, recipient_id, purpose, items, state, valid_from, valid_until, evidence_kind, recorded_by_id, recorded_at)
      values (gen_random_uuid(), $1, $2, 'GUARDIAN', $3, $4, 'x', '{ECON}', 'ASKED', app.now(), app.now() + interval '1 day', 'PAPER', $5, app.now())`,
      [ground.officeId, studentId, guardian, ground.agencyIds['NGO1'], world.as('반소담').staffId])
    await expect(insert(first)).rejects.toThrow('guardian_blocked')
    await expect(insert(second)).resolves.toMatchObject({ rowCount: 1 })
  })

  test('no link goes out to that guardian, not by raw SQL either, and one sent before leads nowhere', async () => {
    const form = (await as('반소담', (actor) => issueForm(actor, IssueForm.parse({ caseId, recipients: [ground.agencyIds['NGO1']], purpose: '지원', items: ['ECON'], validUntil: '2027-02-28', language: 'ko' })))).split('/').at(-1) ?? ''
    await expect(as('반소담', (actor) => sendLink(actor, { caseId, formId: form, to: first }))).rejects.toThrow('sharing.refusal.guardianBlocked')
    await as('반소담', (actor) => sendLink(actor, { caseId, formId: form, to: second }))
    const insert = (guardian: string) => world.sql('반소담', `insert into consent_links (id, office_id, form_id, subject, guardian_id, token_hash, pin_hash, sent_by_id, sent_at, expires_at)
      values (gen_random_uuid(), $1, $2, 'GUARDIAN', $3, sha256('a'), sha256('b'), $4, app.now(), app.now() + interval '1 day')`, [ground.officeId, form, guardian, world.as('반소담').staffId])
    await expect(insert(first)).rejects.toThrow('guardian_blocked')
    await expect(insert(second)).resolves.toMatchObject({ rowCount: 1 })
  })

  test('nobody is asked to call that guardian about what was once agreed by word; agreeing to less stays possible', async () => {
    const id = newId()
    await world.owner('alter table consents disable trigger guardian_blocked')
    await world.owner(`insert into consents (id, office_id, student_id, subject, guardian_id, recipient_id, purpose, items, state, valid_from, valid_until, evidence_kind, recorded_by_id, recorded_at)
      values ($1, $2, $3, 'GUARDIAN', $4, $5, '상담', '{ECON,EMOTION}', 'GRANTED', $6, '2027-02-28', 'VERBAL', $7, $6)`, [id, ground.officeId, studentId, first, ground.agencyIds['MH'], morning, world.as('반소담').staffId])
    await world.owner('alter table consents enable trigger guardian_blocked')
    await expect(as('반소담', (actor) => confirmConsent(actor, { consentId: id, how: 'CALL_BACK' }))).rejects.toThrow('sharing.refusal.guardianBlocked')
    await expect(world.sql('반소담', `update consents set confirmed_at = app.now(), confirmed_by_id = $2, confirmed_how = 'CALL_BACK' where id = $1`, [id, world.as('반소담').staffId])).rejects.toThrow('guardian_blocked')
    const work = () => as('반소담', (actor) => asActor(actor, async (tx) => JSON.stringify(await myWork(tx, actor))))
    expect(await work()).not.toContain('CONFIRM')
    await world.owner('update consents set guardian_id = $2 where id = $1', [id, second])
    expect(await work()).toContain('CONFIRM')
    await world.owner('update consents set guardian_id = $2 where id = $1', [id, first])
    await as('반소담', (actor) => narrowConsent(actor, { consentId: id, items: ['ECON'], evidenceKind: 'PAPER', evidence: '서면' }))
  })

  test('the student’s page marks whom not to call, for those who may know it', async () => {
    const marked = (person: string) => as(person, (actor) => asActor(actor, async (tx) => Object.fromEntries((await guardiansOf(tx, actor, studentId)).map(({ id, quiet }) => [id, quiet]))))
    expect(await marked('반소담')).toEqual({ [first]: true, [second]: false })
  })

  test('whoever does not see the child is told no more than that nobody may be told', async () => {
    expect([await blocked('강모아', second), await blocked('강모아', null)]).toEqual([true, true])
    expect((await world.sql('강모아', 'select from guardian_blocks')).rowCount).toBe(0)
    expect(await as('강모아', (actor) => asActor(actor, (tx) => quietOf(tx, actor, studentId)))).toBeNull()
  })

  test('the plan is agreed with a guardian who may be told, and with nobody once none may', async () => {
    await as('반소담', (actor) => setGoal(actor, { caseId, statement: '목표', domain: 'ECON', steps: ['가', '나', '다', '라', '마'] }))
    const agree = async (guardianVoice: string) => {
      const version = await versionOf(world, caseId)
      return as('반소담', (actor) => agreePlan(actor, AgreePlan.parse({ caseId, version, studentVoice: '좋아요', guardianVoice })))
    }
    await expect(agree('')).rejects.toThrow('core.field.required')
    await agree('좋아요')
    await block('배온유', { guardianIds: [second], code: 'CHILD_ASKS' })
    expect(await quiet('반소담')).toMatchObject({ all: true })
    await expect(agree('아버지가 좋대요')).rejects.toThrow('sharing.refusal.guardianVoice')
    await agree('')
    const [note] = await rows(`select body from notes where case_id = $1 order by written_at desc, id desc limit 1`, [caseId])
    expect(note?.['body']).toContain('알리지 않기로 해서')
  })

  test('no guardian of another child, none twice, and not without saying which', async () => {
    await expect(block('반소담', { guardianIds: [] })).rejects.toThrow('sharing.refusal.whichGuardian')
    await expect(block('반소담', { guardianIds: [guardianIds['박이든']] })).rejects.toThrow('core.refusal.foreign')
    await expect(block('반소담')).rejects.toThrow('core.refusal.faster')
  })
})

describe('it ends', () => {
  const theOne = async () => String((await standing()).find(({ guardian }) => guardian === second)?.['id'])
  const ask = async (by: string) => { const blockId = await theOne(); return as(by, (actor) => askUnblock(actor, { caseId, blockId, reason: '이제 괜찮아요' })) }
  const settle = async (by: string, answer: 'UNBLOCK' | 'KEEP') => { const blockId = await theOne(); return as(by, (actor) => settleUnblock(actor, { caseId, blockId, answer })) }

  test('by two, the second for the school or the centre', async () => {
    await expect(settle('류단우', 'UNBLOCK')).rejects.toThrow('core.refusal.notNow')
    await expect(ask('도서진')).rejects.toThrow('core.refusal.notAllowed')
    await ask('반소담')
    expect(await told('guardian.unblock-asked')).toEqual(expect.arrayContaining(['류단우', '서강민']))
    await expect(ask('류단우')).rejects.toThrow('core.refusal.faster')
    await expect(settle('반소담', 'UNBLOCK')).rejects.toThrow('core.refusal.notAllowed')
    expect(await blocked('반소담', second)).toBe(true)
    await settle('류단우', 'KEEP')
    expect(await blocked('반소담', second)).toBe(true)
    await ask('류단우')
    await expect(settle('류단우', 'UNBLOCK')).rejects.toThrow('sharing.refusal.unblockByTwo')
    await settle('문다희', 'UNBLOCK')
    expect(await blocked('반소담', second)).toBe(false)
    await answer('ASKED', second)
  })

  test('the database too wants two, each in her own name', async () => {
    const id = String((await standing())[0]?.['id'])
    const [one, other] = [world.as('류단우').staffId, world.as('문다희').staffId]
    const set = (by: string, text: string) => world.sql(by, `update guardian_blocks set ${text} where id = '${id}'`)
    await expect(set('류단우', `end_asked_by_id = '${other}', end_asked_at = app.now()`)).rejects.toThrow('guardian_block_ends_by_two')
    await expect(set('류단우', `end_asked_by_id = '${other}', end_asked_at = app.now(), ended_by_id = '${one}', ended_at = app.now()`)).rejects.toThrow('guardian_block_ends_by_two')
    await expect(set('류단우', `replaced = true, ended_by_id = '${one}', ended_at = app.now()`)).rejects.toThrow('guardian_block_ends_by_two')
    await expect(set('도서진', `end_asked_by_id = '${world.as('도서진').staffId}', end_asked_at = app.now()`)).resolves.toMatchObject({ rowCount: 0 })
  })

  test('what has ended stays as it was', async () => {
    await expect(world.owner(`update guardian_blocks set ended_at = null, ended_by_id = null where student_id = $1 and ended_at is not null and not replaced`, [studentId])).rejects.toThrow('sharing_end_stays')
  })
})
