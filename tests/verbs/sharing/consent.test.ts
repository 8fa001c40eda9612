import { beforeAll, beforeEach, expect, test } from 'vitest'
import { Invalid, NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { confirmConsent } from '#lib/sharing/confirm-consent.ts'
import { RecordConsent } from '#lib/sharing/consent.ts'
import { issueForm } from '#lib/sharing/issue-form.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { withdrawConsent } from '#lib/sharing/withdraw-consent.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { papersOf } from '#lib/documents/queries.ts'
import { readDocument } from '#lib/documents/read-document.ts'
import { addPaper } from '#lib/sharing/add-paper.ts'
import { answersOf } from '#lib/sharing/queries.ts'
import { myWork } from '#lib/today/my-work.ts'
import { signedPaper } from '#prisma/seed/paper.ts'
import { setDatabaseTime } from '#tests/database.ts'
import { putCase, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
const { ground, studentIds, guardianIds } = world
const 박이든 = studentIds['박이든'] ?? ''
const NGO1 = ground.agencyIds['NGO1'] ?? ''
let caseId: string

beforeAll(async () => {
  caseId = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putMember(world, { caseId, staff: '임보라', agency: 'S1', relation: 'OBSERVER' })
})

beforeEach(() => world.owner('delete from consent_evidence; delete from consents'))

const yes = (more: Partial<RecordConsent> = {}): RecordConsent => ({
  studentId: 박이든, subject: 'STUDENT', recipientId: NGO1, purpose: '주거비 지원', items: ['ECON'], state: 'GRANTED',
  validUntil: '2027-02-28', evidenceKind: 'PAPER', evidence: '동의서 3쪽, 학생 서명', ...more,
})
const guardian = (more: Partial<RecordConsent> = {}) => yes({ subject: 'GUARDIAN', guardianId: guardianIds['박이든'], verifiedHow: 'IN_PERSON', ...more })
const paper = await signedPaper()
const record = (input: RecordConsent, name = '강모아', given: typeof paper | null = paper) => world.at(morning, () => recordConsent(world.as(name), input, given ?? undefined))

async function standing(): Promise<string[]> {
  const { rows } = await world.owner(
    `select subject || ' ' || state || ' ' || array_to_string(items, ',') as said from consents where superseded_at is null or superseded_at > $1 order by 1`, [morning],
  )
  return rows.map(({ said }: { said: string }) => said)
}

test('an answer is written down with its evidence, on the timeline and in the audit, and leads back to the ledger', async () => {
  const path = await record(yes({ sensitive: true, items: ['ECON', 'ECON', 'CARE'] }))
  expect(path).toBe(`/cases/${caseId}/sharing`)
  const { rows } = await world.owner('select items, sensitive, body as evidence, recorded_by_id, valid_from, valid_until from consents join consent_evidence on consent_id = id')
  expect(rows).toEqual([{
    items: ['ECON', 'CARE'], sensitive: true, evidence: '동의서 3쪽, 학생 서명', recorded_by_id: ground.staffIds['강모아'],
    valid_from: morning, valid_until: new Date('2027-02-28T23:59:59.999+09:00'),
  }])
  const events = await world.owner(`select data ->> 'recipientId' as recipient, layer from events where case_id = $1 and type = 'consent.recorded'`, [caseId])
  expect(events.rows.at(-1)).toEqual({ recipient: NGO1, layer: 'PLAN' })
  const audited = await world.owner(`select action from audit_entries where case_id = $1 order by id desc limit 1`, [caseId])
  expect(audited.rows).toEqual([{ action: 'consent.recorded' }])
})

test('the newest answer of a person takes the place of her older one, and of nobody else’s', async () => {
  await record(yes())
  await record(guardian())
  await record(yes({ items: ['CARE'] }))
  expect(await standing()).toEqual(['GUARDIAN GRANTED ECON', 'STUDENT GRANTED CARE'])
})

test('the mother’s answer does not take the place of the father’s', async () => {
  const mother = guardianIds['박이슬']
  await world.owner(`insert into guardian_links (office_id, student_id, guardian_id, relation) values ($1, $2, $3, 'mother') on conflict do nothing`, [ground.officeId, 박이든, mother])
  await record(guardian())
  await record(guardian({ guardianId: mother, state: 'REFUSED' }))
  expect(await standing()).toEqual(['GUARDIAN GRANTED ECON', 'GUARDIAN REFUSED '])
})

test('to have asked again, or to have reached nobody, takes back nothing that was answered', async () => {
  await record(guardian())
  await record(guardian({ state: 'ASKED', evidence: '' }))
  await record(guardian({ state: 'UNABLE', evidence: '세 번 전화' }))
  expect(await standing()).toEqual(['GUARDIAN GRANTED ECON', 'GUARDIAN UNABLE '])
})

test('an answer that begins later lets the older one count until then', async () => {
  await record(yes())
  await record(yes({ items: ['CARE'], validFrom: '2026-12-01' }))
  const { rows } = await world.owner('select superseded_at from consents where items = $1', [['ECON']])
  expect(rows).toEqual([{ superseded_at: new Date('2026-12-01T00:00:00+09:00') }])
})

test('evidence is owed for every answer, and a consent names items and a last day', async () => {
  await expect(record(yes({ evidence: '', state: 'UNABLE' }), '강모아', null)).rejects.toMatchObject({ field: 'evidence' })
  await expect(record(yes({ items: [] }))).rejects.toMatchObject({ field: 'items' })
  await expect(record(yes({ validUntil: undefined }))).rejects.toMatchObject({ field: 'validUntil' })
  expect(await standing()).toEqual([])
})

test('days that make no sense are handed back at their field', async () => {
  await expect(record(yes({ validUntil: '2026-11-23' }))).rejects.toMatchObject({ field: 'validUntil', message: 'core.field.future' })
  await expect(record(yes({ validFrom: '2027-03-01', validUntil: '2027-02-27' }))).rejects.toMatchObject({ field: 'validUntil', message: 'core.field.order' })
  await expect(record(yes({ validUntil: '2099-01-01' }))).rejects.toMatchObject({ field: 'validUntil', message: 'sharing.refusal.tooLong' })
  await expect(record(yes({ validFrom: '2020-01-01' }))).rejects.toMatchObject({ field: 'validFrom' })
  await expect(record(yes({ validUntil: '2026-11-24' }))).resolves.toBeTruthy()
})

test('whoever stands inside the circle needs no consent, and the recorder is told so', async () => {
  await expect(record(yes({ recipientId: ground.agencyIds['WEE'] }))).rejects.toEqual(new Invalid('sharing.refusal.insideCircle', 'recipientId'))
  await expect(record(yes({ recipientId: ground.officeId }))).rejects.toEqual(new Invalid('core.refusal.foreign', 'recipientId'))
})

test('a guardian must be this child’s, in the verb and in the database', async () => {
  const stranger = guardianIds['서지우']
  await expect(record(guardian({ guardianId: stranger }))).rejects.toMatchObject({ field: 'guardianId', message: 'core.refusal.foreign' })
  await expect(record(guardian({ guardianId: undefined }))).rejects.toMatchObject({ field: 'guardianId' })
  await expect(world.sql('강모아',
    `insert into consents (id, office_id, student_id, subject, guardian_id, recipient_id, purpose, items, state, valid_from, valid_until, evidence_kind, verified_how, recorded_by_id, recorded_at)
     values (gen_random_uuid(), $1, $2, 'GUARDIAN', $3, $4, '지원', '{ECON}', 'GRANTED', $5, $5::timestamptz + interval '1 day', 'PAPER', 'KNOWN', $6, $5)`,
    [ground.officeId, 박이든, stranger, NGO1, morning, ground.staffIds['강모아']])).rejects.toThrow('row-level security')
})

test('nobody outside the child’s team and school lead writes an answer down', async () => {
  await expect(record(yes(), '도서진')).rejects.toBeInstanceOf(NotAllowed)
  await expect(record(yes(), '노을기')).rejects.toBeInstanceOf(NotAllowed)
  await expect(record(yes(), '송가비')).rejects.toBeInstanceOf(NotFound)
  await expect(record(yes(), '진서율')).resolves.toBeTruthy()
})

test('of a child without an open case the audit alone tells', async () => {
  const path = await world.at(morning, () => recordConsent(world.as('문다희'), yes({ studentId: studentIds['박이레'] ?? '' }), paper))
  expect(path).toBe(`/students/${studentIds['박이레']}`)
  const { rows } = await world.owner(`select action, case_id from audit_entries order by id desc limit 1`)
  expect(rows).toEqual([{ action: 'consent.recorded', case_id: null }])
})

test('withdrawing takes back what the person granted this recipient, now and for later, and says so once', async () => {
  await record(yes())
  await record(yes({ items: ['CARE'], validFrom: '2026-12-01' }))
  await record(guardian())
  const { rows } = await world.owner(`select id from consents where subject = 'STUDENT' and items = '{ECON}'`)
  const consentId: string = rows[0].id
  const withdraw = (name: string) => world.at(morning, () => withdrawConsent(world.as(name), { consentId, how: 'COUNTER' }))

  await expect(withdraw('도서진')).rejects.toBeInstanceOf(NotAllowed)
  await expect(withdraw('송가비')).rejects.toBeInstanceOf(NotFound)
  expect(await withdraw('강모아')).toBe(`/cases/${caseId}/sharing/affected?recipient=${NGO1}`)
  await expect(withdraw('강모아')).rejects.toBeInstanceOf(NotNow)
  const after = await world.owner(`select subject, count(withdrawn_at)::int as withdrawn, count(*)::int as kept from consents group by 1 order by 1`)
  expect(after.rows).toEqual([{ subject: 'STUDENT', withdrawn: 2, kept: 2 }, { subject: 'GUARDIAN', withdrawn: 0, kept: 1 }])
})

test('an answer once written is not written over, and an end is not taken back, not even by raw SQL', async () => {
  await record(yes())
  for (const forged of [`items = '{ECON,EMOTION}'`, `state = 'GRANTED'`, `valid_until = now() + interval '9 years'`, `sensitive = true`]) {
    await expect(world.sql('강모아', `update consents set ${forged}`)).rejects.toThrow('permission denied')
  }
  await world.owner('update consents set withdrawn_at = $1', [morning])
  await expect(world.sql('강모아', 'update consents set withdrawn_at = null')).rejects.toThrow('an end stays')
  await expect(world.sql('강모아', 'delete from consents')).rejects.toThrow('permission denied')
})

test('two who write down the same person’s answer at once leave one that stands', async () => {
  await world.at(morning, () => Promise.all([recordConsent(world.as('강모아'), yes(), paper), recordConsent(world.as('문다희'), yes({ items: ['CARE'] }), paper)]))
  expect(await standing()).toHaveLength(1)
})

test('the form’s schema takes what the form sends, and nothing longer or unknown', () => {
  const sent = { studentId: 박이든, subject: 'STUDENT', guardianId: '', recipientId: NGO1, purpose: ' 지원 ', items: 'ECON', sensitive: 'on', state: 'GRANTED', validFrom: '', validUntil: '2027-02-28', evidenceKind: 'VERBAL', evidence: '전화' }
  expect(RecordConsent.strict().parse(sent)).toMatchObject({ items: ['ECON'], sensitive: true, purpose: '지원' })
  expect(RecordConsent.safeParse({ ...sent, items: ['MONEY'] }).success).toBe(false)
  expect(RecordConsent.safeParse({ ...sent, purpose: '가'.repeat(301) }).success).toBe(false)
  expect(RecordConsent.safeParse({ ...sent, recipientId: '' }).error?.issues[0]?.message).toBe('core.field.choose')
})

test('an answer by word needs somebody else who heard it, and waits until somebody makes sure of it', async () => {
  const word = (more: Partial<RecordConsent> = {}) => yes({ evidenceKind: 'VERBAL', evidence: '통화', ...more })
  await expect(record(word())).rejects.toMatchObject({ field: 'witnessId' })
  await expect(record(word({ witnessId: ground.staffIds['강모아'] }))).rejects.toMatchObject({ field: 'witnessId' })
  await record(word({ witnessId: ground.staffIds['진서율'] }))
  const { rows: [{ id: consentId }] } = await world.owner('select id from consents')
  const why = async () => (await world.at(morning, () => asActor(world.as('강모아'), (tx) => myWork(tx, world.as('강모아'))))).flatMap((item): string[] => [...item.why])
  expect(await why()).toContain('CONFIRM')
  await expect(world.at(morning, () => confirmConsent(world.as('도서진'), { consentId, how: 'CALL_BACK' }))).rejects.toBeInstanceOf(NotAllowed)
  await expect(world.at(morning, () => confirmConsent(world.as('송가비'), { consentId, how: 'CALL_BACK' }))).rejects.toBeInstanceOf(NotFound)
  await world.at(morning, () => confirmConsent(world.as('진서율'), { consentId, how: 'CALL_BACK' }))
  await expect(world.at(morning, () => confirmConsent(world.as('강모아'), { consentId, how: 'CALL_BACK' }))).rejects.toBeInstanceOf(NotNow)
  expect(await why()).not.toContain('CONFIRM')
})

test('a guardian of a child under 14 was made sure of, or it is not written down', async () => {
  await expect(record(guardian({ verifiedHow: undefined }))).rejects.toMatchObject({ field: 'verifiedHow' })
  await expect(record(guardian({ verifiedHow: undefined, state: 'REFUSED', items: [] }))).resolves.toBeTruthy()
})

test('nobody writes an answer down without what shows it, dated back, or for another time, not even by raw SQL', async () => {
  const consent = newId()
  const insert = (more: Record<string, string> = {}, shown: Record<string, string> | null = {}) => {
    const row: Record<string, string> = {
      id: `'${consent}'`, office_id: `'${ground.officeId}'`, student_id: `'${박이든}'`, subject: `'STUDENT'`, recipient_id: `'${NGO1}'`, purpose: `'지원'`, items: `'{ECON}'`, state: `'GRANTED'`, valid_from: 'app.now()', valid_until: `app.now() + interval '30 days'`,
      evidence_kind: `'VERBAL'`, recorded_by_id: `'${ground.staffIds['강모아']}'`, recorded_at: 'app.now()', ...more,
    }
    const evidence: Record<string, string> = { office_id: `'${ground.officeId}'`, consent_id: `'${consent}'`, student_id: `'${박이든}'`, body: `'통화'`, hash: `sha256('x')`, witness_id: `'${ground.staffIds['진서율']}'`, ...shown }
    const into = (table: string, values: Record<string, string>) => `insert into ${table} (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')});`
    return world.sql('강모아', `${into('consents', row)} ${shown ? into('consent_evidence', evidence) : ''} set constraints all immediate`)
  }
  await setDatabaseTime(morning)
  await expect(insert()).resolves.toBeTruthy()
  const refused: Record<string, [Record<string, string>, (Record<string, string> | null)?]> = {
    'with nothing that shows it': [{}, null], 'without a hash': [{}, { hash: 'null' }], 'with half a hash': [{}, { hash: `'\\x00'` }], 'on paper without the paper': [{ evidence_kind: `'PAPER'` }], 'on paper dated back too far': [{ evidence_kind: `'PAPER'`, valid_from: `app.now() - interval '40 days'` }],
    'by word and dated back': [{ valid_from: `app.now() - interval '1 day'` }], 'by word with no witness': [{}, { witness_id: 'null' }], 'with empty words': [{}, { body: `' '` }],
    'signed on a screen by a worker': [{ evidence_kind: `'ELECTRONIC'` }], 'as narrower than nothing': [{ narrows_id: 'gen_random_uuid()' }],
  }
  for (const [name, [more, shown]] of Object.entries(refused)) await expect(insert(more, shown), name).rejects.toThrow(/consent_(shown|hash)/)
  await expect(insert({}, { witness_id: `'${ground.staffIds['강모아']}'` }), 'the recorder her own witness').rejects.toThrow('row-level security')
  await expect(insert({}, { student_id: `'${studentIds['박이레']}'` }), 'beside another child').rejects.toThrow('row-level security')
})

test('who agrees on paper is believed with the paper: a new one, or the sheet on which the other one signed', async () => {
  await expect(record(yes(), '강모아', null)).rejects.toMatchObject({ field: 'file', message: 'sharing.refusal.paper' })
  await record(yes({ evidence: '' }))
  const papers = () => world.at(morning, () => asActor(world.as('강모아'), (tx) => papersOf(tx, world.as('강모아'), 박이든)))
  const paperId = (await papers())[0]?.id
  await record(guardian({ paperId }), '강모아', null)
  const { rows } = await world.owner('select distinct paper_id from consent_evidence')
  expect(rows).toEqual([{ paper_id: paperId }])
  expect((await world.at(morning, () => asActor(world.as('진서율'), (tx) => readDocument(tx, world.as('진서율'), paperId ?? '')))).mediaType).toBe('image/png')
  for (const wrong of [caseId, newId()]) await expect(record(yes({ paperId: wrong }), '강모아', null)).rejects.toMatchObject({ field: 'paperId' })
  await expect(record(yes(), '강모아', { name: '동의서.hwp', content: Buffer.from('HWP') })).rejects.toMatchObject({ field: 'file' })
})

test('a paper that comes later is put to the answer once, and no other takes its place', async () => {
  await record(yes({ evidenceKind: 'VERBAL', evidence: '통화', witnessId: ground.staffIds['진서율'] }), '강모아', null)
  const { rows: [{ id: consentId }] } = await world.owner('select id from consents')
  const add = (name: string, given: typeof paper | null = paper) => world.at(morning, () => addPaper(world.as(name), { consentId, paperId: undefined }, given ?? undefined))
  await expect(add('도서진')).rejects.toBeInstanceOf(NotAllowed)
  await expect(add('송가비')).rejects.toBeInstanceOf(NotFound)
  await expect(add('강모아', null)).rejects.toMatchObject({ field: 'file' })
  await add('강모아')
  await expect(add('강모아')).rejects.toBeInstanceOf(NotNow)
  const other = `update consent_evidence set paper_id = (select id from documents where case_id is null and id <> paper_id limit 1)`
  await world.owner('update documents set ended_at = null')
  await expect(world.sql('강모아', other)).rejects.toThrow('a paper stays')
  await expect(world.sql('강모아', `update consent_evidence set body = 'x'`)).rejects.toThrow('permission denied')
})

test('a recipient reads that there is an answer, and nothing of what shows it, by raw SQL either', async () => {
  await putMember(world, { caseId, staff: '도서진', agency: 'NGO1' })
  await record(yes({ evidence: '어머니 010-0000-0000, 3학년부 보관' }))
  await record(guardian())
  await setDatabaseTime(morning)
  const seen = async (name: string) => {
    const answers = await world.sql(name, 'select to_jsonb(k)::text as all from consents k')
    const counts = await Promise.all(['consent_evidence', 'documents', 'document_bodies'].map(async (table) => (await world.sql(name, `select from ${table}`)).rowCount))
    return { answers: answers.rowCount, counts, told: answers.rows.filter(({ all }: { all: string }) => /010-0000|3학년부|evidence"|paper|witness|hash/.test(all)).length }
  }
  expect(await seen('도서진')).toEqual({ answers: 2, counts: [0, 0, 0], told: 0 })
  expect(await seen('강모아')).toMatchObject({ answers: 2, counts: [2, expect.any(Number), expect.any(Number)], told: 0 })
  expect((await seen('송가비')).counts).toEqual([0, 0, 0])
  const [answer] = await world.at(morning, () => asActor(world.as('도서진'), (tx) => answersOf(tx, world.as('도서진'), 박이든)))
  expect(answer).toMatchObject({ state: 'GRANTED', evidence: '', shown: false, paper: null, witness: null })
})

test('an answer keeps a hash of what shows it, and the wording and language it was given in', async () => {
  const path = await world.at(morning, () => issueForm(world.as('강모아'), { caseId, recipients: [NGO1], purpose: '지원', items: ['ECON'], validUntil: '2027-02-28', language: 'ru' }))
  await record(yes({ formId: path.split('/').at(-1) }))
  const { rows } = await world.owner('select octet_length(hash) as hashed, wording, language from consents join consent_evidence on consent_id = id')
  expect(rows).toEqual([{ hashed: 32, wording: '2026-1', language: 'ru' }])
  await expect(record(yes({ formId: caseId }))).rejects.toMatchObject({ field: 'formId' })
})
