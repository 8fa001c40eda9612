import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { asActor, type Tx } from '#lib/core/door.ts'
import { AlreadyDone, InvalidFields, NotAllowed, NotFound } from '#lib/core/refusal.ts'
import { addRoundPaper } from '#lib/sharing/add-round-paper.ts'
import { sheetsOf } from '#lib/sharing/forms.ts'
import { recordRound } from '#lib/sharing/record-round.ts'
import { RecordRound, StartRound } from '#lib/sharing/round.ts'
import { familiesOf, isBack, roundsOf } from '#lib/sharing/rounds.ts'
import { startRound } from '#lib/sharing/start-round.ts'
import { signedPaper } from '#prisma/seed/paper.ts'
import { setDatabaseTime } from '#tests/database.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
const { ground } = world
const S2 = ground.agencyIds['S2'] ?? ''
const NGO1 = ground.agencyIds['NGO1'] ?? ''
const GU = ground.agencyIds['GU'] ?? ''
const paper = await signedPaper()
/** Three pupils of one school, with a guardian each; the third has none in the roster. */
let pupils: string[] = []
let roundId = ''

const at = <T>(deed: () => Promise<T>) => world.at(morning, deed)
const ask = <T>(name: string, question: (tx: Tx) => Promise<T>) => at(() => asActor(world.as(name), question))
const start = (name: string, more: object = {}) => at(() => startRound(world.as(name), StartRound.parse({ schoolId: S2, schoolYear: '2026', students: pupils, recipients: [NGO1], purpose: '학기 중 생활 지원', items: ['ECON'], ...more })))
const families = (name = '강모아') => ask(name, (tx) => familiesOf(tx, world.as(name), roundId))
const record = (fields: Record<string, string>, name = '강모아', form?: { key: string; digest: Uint8Array<ArrayBuffer> }) => at(() => recordRound({ ...world.as(name), ...(form ? { form } : {}) }, RecordRound.parse({ roundId, ...fields })))
const count = async (text: string, values: unknown[] = []) => Number((await world.owner(`select count(*) as n from ${text}`, values)).rows[0].n)

beforeAll(async () => {
  const { rows } = await world.owner(`select s.id from students s where s.school_id = $1 and s.left_at is null and exists (select from guardian_links g where g.student_id = s.id and g.ended_at is null) order by s.name limit 3`, [S2])
  pupils = rows.map(({ id }: { id: string }) => id)
  await world.owner('update guardian_links set ended_at = $2 where student_id = $1', [pupils[2], morning])
  await world.owner(`update guardians set language = 'vi' where id = (select guardian_id from guardian_links where student_id = $1 limit 1)`, [pupils[0]])
  await world.owner(`update students set birth_date = '2016-05-05' where id = $1`, [pupils[0]])
  await world.owner(`update students set birth_date = '2010-05-05' where id = $1`, [pupils[1]])
})

test('a counsellor asks a class: a form for each family in its language, and each is asked once about an agency', async () => {
  await expect(start('도서진')).rejects.toBeInstanceOf(NotAllowed)
  await expect(start('송가비')).rejects.toBeInstanceOf(NotFound)
  roundId = (await start('강모아')).split('/').at(-1) ?? ''
  const { rows } = await world.owner('select f.language, f.school_year, l.valid_until from consent_forms f join consent_form_lines l on l.form_id = f.id where f.round_id = $1 order by f.language', [roundId])
  expect(rows).toHaveLength(3)
  expect(rows.map(({ language }) => language).at(-1)).toBe('vi')
  expect(rows[0]).toMatchObject({ school_year: 2026, valid_until: new Date('2027-02-28T23:59:59.999+09:00') })
  await expect(start('강모아')).rejects.toMatchObject({ field: 'students', message: 'rounds.refusal.nobody' })
  // Another agency: everybody, about that one alone.
  const other = (await start('진서율', { recipients: [NGO1, GU] })).split('/').at(-1)
  expect(await count('consent_form_lines l join consent_forms f on f.id = l.form_id where f.round_id = $1 and l.recipient_id = $2', [other, GU])).toBe(3)
  expect(await count('consent_form_lines l join consent_forms f on f.id = l.form_id where f.round_id = $1', [other])).toBe(3)
})

test('the class prints a sheet a family; one whose guardian is unknown is asked separately, and which families are is told to that school alone', async () => {
  expect((await ask('강모아', (tx) => sheetsOf(tx, world.as('강모아'), roundId))).map(({ language }) => language).sort()).toEqual(['ko', 'vi'])
  expect((await families()).filter(({ apart }) => apart)).toHaveLength(1)
  await setDatabaseTime(morning)
  for (const name of ['도서진', '송가비', '하도경']) for (const table of ['consent_rounds', 'consent_forms', 'app.asked_apart($1)']) {
    expect((await world.sql(name, `select from ${table} where $1::uuid is not null`, [roundId])).rowCount, `${name} ${table}`).toBe(0)
  }
})

test('what is wrong with a line is said at that line, and nothing of the whole table is written down', async () => {
  const [young, second] = (await families()).filter(({ apart }) => !apart).toSorted((a, b) => Number(b.under14) - Number(a.under14))
  if (!young || !second) throw new Error('two families')
  const line = (formId: string | undefined) => `${formId}.${NGO1}`
  await at(() => addRoundPaper(world.as('강모아'), { roundId, formId: second.formId }, paper))
  await expect(at(() => addRoundPaper(world.as('강모아'), { roundId, formId: randomUUID() }, paper))).rejects.toBeInstanceOf(NotFound)
  const apart = (await families()).find((family) => family.apart)
  const problems = await record({
    line0: line(young.formId), student0: 'GRANTED', line1: line(second.formId), student1: 'GRANTED', guardian1: 'GRANTED', who1: '',
    line2: line(apart?.formId), student2: 'REFUSED', line3: `${randomUUID()}.${NGO1}`, student3: 'GRANTED', line4: line(young.formId), guardian4: 'GRANTED', who4: second.guardians[0]?.id ?? '',
  }).then(() => [], (error: unknown) => (error instanceof InvalidFields ? error.problems : [error]))
  expect(problems).toEqual(expect.arrayContaining([
    { field: 'student0', message: 'rounds.refusal.paper' }, { field: 'who1', message: 'core.field.choose' }, { field: 'student2', message: 'rounds.refusal.apart' },
    { field: 'student3', message: 'core.refusal.foreign' }, { field: 'verified4', message: 'sharing.refusal.verified' }, { field: 'who4', message: 'core.refusal.foreign' },
  ]))
  await expect(record({})).rejects.toBeInstanceOf(InvalidFields)
  expect(await count('consents')).toBe(0)
})

test('one press writes an answer for each person; pressed twice it is done once, and who is back is counted', async () => {
  const [first, second] = (await families()).filter(({ apart }) => !apart)
  if (!first || !second) throw new Error('two families')
  if (!first.paper) await at(() => addRoundPaper(world.as('강모아'), { roundId, formId: first.formId }, paper))
  if (!second.paper) await at(() => addRoundPaper(world.as('강모아'), { roundId, formId: second.formId }, paper))
  const of = (family: typeof first, n: number, guardian: string) => ({ [`line${n}`]: `${family.formId}.${NGO1}`, [`student${n}`]: 'GRANTED', [`guardian${n}`]: guardian, [`who${n}`]: family.guardians[0]?.id ?? '', [`verified${n}`]: 'IN_PERSON' })
  const form = { key: randomUUID(), digest: new Uint8Array(32) }
  const fields = { ...of(first, 0, 'GRANTED'), ...of(second, 1, 'REFUSED') }
  await record(fields, '강모아', form)
  await expect(record(fields, '강모아', form)).rejects.toBeInstanceOf(AlreadyDone)
  await expect(record(fields)).rejects.toBeInstanceOf(InvalidFields)
  const { rows } = await world.owner(`select subject, state, items, e.paper_id is not null as paper, octet_length(e.hash) as hashed, wording from consents join consent_evidence e on e.consent_id = id order by subject, state`)
  const common = { paper: true, hashed: 32, wording: '2026-1' }
  expect(rows).toEqual([
    { ...common, subject: 'STUDENT', state: 'GRANTED', items: ['ECON'] }, { ...common, subject: 'STUDENT', state: 'GRANTED', items: ['ECON'] },
    { ...common, subject: 'GUARDIAN', state: 'GRANTED', items: ['ECON'] }, { ...common, subject: 'GUARDIAN', state: 'REFUSED', items: [] },
  ])
  expect((await families()).filter(isBack)).toHaveLength(2)
  expect((await ask('강모아', (tx) => roundsOf(tx, world.as('강모아'), roundId)))[0]).toMatchObject({ families: 3, back: 2 })
})

test('an answer of the class takes the place of an older one of the same person that its recorder does not see', async () => {
  const [family] = (await families()).filter(({ apart }) => apart)
  if (!family) throw new Error('a family')
  const old = randomUUID()
  await world.owner(`insert into consents (id, office_id, student_id, subject, recipient_id, purpose, items, state, valid_from, valid_until, evidence_kind, recorded_by_id, recorded_at)
    values ($1, $2, $3, 'STUDENT', $4, '지원', '{ECON,EMOTION}', 'GRANTED', $5::timestamptz - interval '9 days', $5::timestamptz + interval '90 days', 'PAPER', $6, $5::timestamptz - interval '9 days')`, [old, ground.officeId, family.studentId, NGO1, morning, ground.staffIds['진서율']])
  await setDatabaseTime(morning)
  expect((await world.sql('강모아', 'select from consents where id = $1', [old])).rowCount).toBe(0)
  await world.owner('update guardian_links set ended_at = null where student_id = $1', [family.studentId])
  await record({ line0: `${family.formId}.${NGO1}`, student0: 'REFUSED' })
  expect(await count('consents where id = $1 and superseded_at is not null', [old])).toBe(1)
})

test('whoever counsels at the school sees of these children the answers of the round alone; a relative does not see the child, and SQL writes nothing that is not on the form', async () => {
  await setDatabaseTime(morning)
  const [family] = await families()
  const insert = (items: string) => world.sql('강모아', `insert into consents (id, office_id, student_id, subject, recipient_id, purpose, items, state, valid_from, valid_until, evidence_kind, recorded_by_id, recorded_at, form_id)
    values (gen_random_uuid(), $1, $2, 'STUDENT', $3, 'x', $4::text[], 'GRANTED', app.now(), app.now() + interval '1 day', 'PAPER', $5, app.now(), $6)`, [ground.officeId, family?.studentId, NGO1, items, ground.staffIds['강모아'], family?.formId])
  await expect(insert('{ECON}')).resolves.toMatchObject({ rowCount: 1 })
  await expect(insert('{ECON,EMOTION}')).rejects.toThrow('row-level security')
  expect((await world.sql('도서진', 'select from consent_evidence')).rowCount).toBe(0)
  await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, $2, $4)`, [ground.officeId, ground.staffIds['강모아'], family?.studentId, morning])
  expect((await families()).map(({ formId }) => formId)).not.toContain(family?.formId)
  await expect(insert('{ECON}')).rejects.toThrow('row-level security')
})
