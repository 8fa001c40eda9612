import { beforeAll, expect, test } from 'vitest'
import { proposeIntervention } from '#lib/interventions/propose-intervention.ts'
import { from, day, putCase, putConsent, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { ask, eventsOf, noticesTo, openCaseOfIdeun, pressing, request, rowOf } from './ask.ts'

const world = await makeWorld()
let caseId: string

beforeAll(async () => {
  caseId = await openCaseOfIdeun(world)
  await putConsent(world, '박이든', 'D1', ['ECON'])
})

const propose = (name: string, input: ReturnType<typeof request>) => world.at(morning, () => proposeIntervention(world.as(name), input))

test('an agency with consent is asked, by its queue, until the clock of the level', async () => {
  const id = await ask(world, caseId, 'D1')
  // HIGH: three working days after Tuesday is Friday.
  expect(await rowOf(world, id)).toMatchObject({ state: 'PROPOSED', staff_id: null, due_at: new Date('2026-11-27T18:00:00+09:00') })
  expect(await eventsOf(world, caseId)).toEqual(['intervention.proposed'])
  expect(await noticesTo(world, id)).toEqual([{ officeId: world.ground.officeId, kind: 'intervention.proposed', path: `/interventions/${id}`, agencyId: world.ground.agencyIds['D1'] }])
})

test('the one who asks may name a day to answer by, in the future', async () => {
  const id = await ask(world, caseId, 'D1', { answerBy: '2026-12-01' })
  expect(await rowOf(world, id)).toMatchObject({ due_at: new Date('2026-12-01T18:00:00+09:00') })
  await expect(ask(world, caseId, 'D1', { answerBy: '2026-11-20' })).rejects.toMatchObject({ status: 422, field: 'answerBy' })
})

test('an emergency is answered the same day, asked late in the evening within two hours', async () => {
  const grave = await putCase(world, { child: '김도율', school: 'S1', lead: '임보라', leadAgency: 'S1', level: 'EMERGENCY' })
  const own = { by: '임보라', serviceCode: 'EDU-05', domain: 'CARE' } as const
  expect(await rowOf(world, await ask(world, grave, 'S1', own))).toMatchObject({ due_at: new Date('2026-11-24T18:00:00+09:00') })
  const late = new Date('2026-11-24T21:30:00+09:00')
  expect(await rowOf(world, await ask(world, grave, 'S1', { ...own, at: late }))).toMatchObject({ due_at: new Date('2026-11-24T23:30:00+09:00') })
})

test('an agency outside the circle without a ground is refused, with the reason, and nothing is kept', async () => {
  const before = await eventsOf(world, caseId)
  await expect(propose('강모아', request(world, caseId, 'NGO1'))).rejects.toMatchObject({ status: 422, message: 'interventions.refusal.noGround', field: 'agencyId', values: { agency: '한걸음나눔재단' } })
  expect(await eventsOf(world, caseId)).toEqual(before)
})

test('a ground that does not reach the domain is no ground for it', async () => {
  await expect(propose('강모아', request(world, caseId, 'D1', { domain: 'FAMILY' }))).rejects.toMatchObject({ message: 'interventions.refusal.groundElsewhere' })
  // What belongs to no domain goes with every ground.
  await expect(propose('강모아', request(world, caseId, 'D1', { domain: 'GENERAL' }))).resolves.toMatch(/^\/interventions\//)
})

test('a consent that has ended, and one of the student alone, are none', async () => {
  await putConsent(world, '박이든', 'GU', ['ECON'])
  await world.owner(`update consents set valid_from = $1, valid_until = $2 where recipient_id = $3`, [from(-9 * day), from(-day), world.ground.agencyIds['GU']])
  await expect(propose('강모아', request(world, caseId, 'GU', { serviceCode: 'WEL-01' }))).rejects.toMatchObject({ message: 'interventions.refusal.noGround' })
  await putConsent(world, '박이든', 'GU2', ['ECON'])
  await world.owner(`delete from consents where recipient_id = $1 and subject = 'GUARDIAN'`, [world.ground.agencyIds['GU2']])
  await expect(propose('강모아', request(world, caseId, 'GU2', { serviceCode: 'WEL-01' }))).rejects.toMatchObject({ message: 'interventions.refusal.noGround' })
})

test('the catalogue says who gives what; the centre gives what the office gives', async () => {
  await expect(propose('강모아', request(world, caseId, 'D1', { serviceCode: 'NGO-01' }))).rejects.toMatchObject({ message: 'interventions.refusal.notOffered' })
  await expect(propose('강모아', request(world, caseId, 'D1', { serviceCode: 'NON-99' }))).rejects.toMatchObject({ field: 'serviceCode' })
  await expect(propose('강모아', request(world, caseId, 'ISS', { serviceCode: 'EDU-03' }))).resolves.toMatch(/^\/interventions\//)
})

test('a person who is named works at the agency; the end is not before the start', async () => {
  await expect(propose('강모아', request(world, caseId, 'D1', { staffId: world.ground.staffIds['구슬아'] }))).rejects.toMatchObject({ field: 'staffId' })
  await expect(propose('강모아', request(world, caseId, 'D1', { endsOn: '2026-11-01' }))).rejects.toMatchObject({ field: 'endsOn', message: 'core.field.order' })
  const id = await ask(world, caseId, 'D1', { staffId: world.ground.staffIds['정하람'] })
  expect(await noticesTo(world, id)).toMatchObject([{ staffId: world.ground.staffIds['정하람'] }])
})

test('a goal of another case is refused', async () => {
  await expect(propose('강모아', request(world, caseId, 'D1', { goalId: caseId }))).rejects.toMatchObject({ field: 'goalId' })
})

test('a resident registration number is handed back', async () => {
  await expect(propose('강모아', request(world, caseId, 'D1', { request: '140721-3123456 학생을 부탁해요' }))).rejects.toMatchObject({ field: 'request' })
})

test('what one gives oneself is taken on with the asking', async () => {
  const id = await ask(world, caseId, 'S2', { serviceCode: 'HLT-01', domain: 'HEALTH', takeOn: true })
  expect(await rowOf(world, id)).toMatchObject({ state: 'ACCEPTED', staff_id: world.ground.staffIds['강모아'] })
  expect(await noticesTo(world, id)).toEqual([])
  // Of another agency one cannot take on: it is simply asked.
  expect(await rowOf(world, await ask(world, caseId, 'D1', { takeOn: true }))).toMatchObject({ state: 'PROPOSED', staff_id: null })
})

test('a partner asks others only where it leads, and for itself within what it may be told', async () => {
  await putMember(world, { caseId, staff: '정하람', agency: 'D1' })
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  await expect(propose('정하람', request(world, caseId, 'NGO1'))).rejects.toMatchObject({ status: 403, message: 'interventions.refusal.leadProposes' })
  await expect(propose('정하람', request(world, caseId, 'D1'))).resolves.toMatch(/^\/interventions\//)

  const led = await putCase(world, { child: '박이슬', school: 'S2', lead: '정하람', leadAgency: 'D1' })
  await putConsent(world, '박이슬', 'D1', ['ECON'])
  await putConsent(world, '박이슬', 'NGO1', ['ECON'])
  await expect(propose('정하람', request(world, led, 'NGO1'))).resolves.toMatch(/^\/interventions\//)
})

test('who has no part in the case cannot ask in it, by the app or by SQL', async () => {
  for (const name of ['구슬아', '임보라', '도서진']) await expect(propose(name, request(world, caseId, 'D1'))).rejects.toMatchObject({ status: 404 })
  for (const name of ['진서율', '노을기', '하도경', '차시온']) await expect(propose(name, request(world, caseId, 'D1'))).rejects.toMatchObject({ status: 403 })
  const insert = `insert into interventions (id, office_id, case_id, domain, service_code, agency_id, proposer_id, request, frequency, starts_on, state, due_at, proposed_at)
                  values (gen_random_uuid(), $1, $2, 'ECON', 'WEL-02', $3, $4, '살펴봐 주세요', '주 1회', '2026-11-30', 'PROPOSED', $5, $5)`
  for (const name of ['구슬아', '임보라', '진서율', '노을기']) {
    await expect(world.sql(name, insert, [world.ground.officeId, caseId, world.ground.agencyIds['D2'], world.ground.staffIds[name], morning])).rejects.toMatchObject({ code: '42501' })
  }
})

test('a closed case takes no new help', async () => {
  const closed = await putCase(world, { child: '오단비', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await world.owner('update cases set closed_at = $1 where id = $2', [morning, closed])
  await expect(propose('문다희', request(world, closed, 'S2', { serviceCode: 'EDU-02' }))).rejects.toMatchObject({ status: 409, message: 'core.refusal.caseClosed' })
})

test('a double press asks once', async () => {
  const actor = pressing(world.as('강모아'))
  const input = request(world, caseId, 'D1')
  const first = await world.at(morning, () => proposeIntervention(actor, input))
  await expect(world.at(morning, () => proposeIntervention(actor, input))).rejects.toMatchObject({ result: first })
})
