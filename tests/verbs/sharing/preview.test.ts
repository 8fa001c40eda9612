import { beforeAll, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { previewOf, type Told } from '#lib/sharing/preview.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { layers, type Domain } from '#lib/timeline/layers.ts'
import { day, from, putCase, putConsent, putIntervention, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
const { ground } = world
let caseId: string

async function putEvent(type: string, by: [string, string], layer: string, domain: string, audience: string, data: object) {
  await world.owner(`insert into events (id, office_id, case_id, type, at, actor_id, agency_id, layer, audience, domain, data) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [newId(), ground.officeId, caseId, type, from(-day), ground.staffIds[by[0]], ground.agencyIds[by[1]], layer, audience, domain, JSON.stringify(data)])
}

beforeAll(async () => {
  caseId = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  for (const [staff, agency] of [['도서진', 'NGO1'], ['안이레', 'MH'], ['정하람', 'D1']] as const) await putMember(world, { caseId, staff, agency })
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  await putConsent(world, '박이든', 'MH', ['EMOTION', 'SUICIDE'])
  await putConsent(world, '박이든', 'D1', ['ECON', 'CARE'])
  // One of everything: each layer and domain for each audience, by the school, the charity and the mental health centre.
  for (const layer of layers) {
    for (const domain of ['GENERAL', 'ECON', 'EMOTION', 'CARE'] satisfies Domain[]) {
      for (const audience of ['TEAM', 'AGENCY', 'PRIVATE']) {
        for (const by of [['강모아', 'S2'], ['피하윤', 'NGO1'], ['안이레', 'MH']] as const) await putEvent('note.written', [...by], layer, domain, audience, { kind: 'VISIT', childSeen: false })
      }
    }
  }
  for (const [staff, agency] of [['도서진', 'NGO1'], ['안이레', 'MH'], ['정하람', 'D1']] as const) {
    await putEvent('case.member-added', ['강모아', 'S2'], 'PLAN', 'GENERAL', 'TEAM', { staffId: ground.staffIds[staff], relation: 'MEMBER' })
    await putEvent('consent.recorded', ['강모아', 'S2'], 'PLAN', 'GENERAL', 'TEAM', { recipientId: ground.agencyIds[agency], subject: 'STUDENT', state: 'GRANTED', items: [], validUntil: from(day).toISOString() })
  }
  for (const domain of ['GENERAL', 'ECON', 'EMOTION']) {
    await putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아', domain })
    await world.owner(`insert into goals (id, office_id, case_id, statement, domain, steps, set_at) values ($1, $2, $3, $4, $5, '{a,b,c,d,e}', $6)`,
      [newId(), ground.officeId, caseId, `${domain} 목표`, domain, from(-day)])
  }
})

/** What the preview says that a worker of the agency finds. */
async function foretold(asker: string, agency: string, told: Told): Promise<string[]> {
  const { rows } = await world.sql(asker, `select kind || ' ' || id as what from app.shared_view($1, $2, $3, $4) where open order by 1`, [caseId, ground.agencyIds[agency], told?.items ?? null, told?.sensitive ?? false])
  return rows.map(({ what }: { what: string }) => what)
}

/** What she does find, by row security alone. */
async function found(name: string): Promise<string[]> {
  const { rows } = await world.sql(name, `
    select 'ENTRY ' || id as what from events where case_id = $1 union all select 'GOAL ' || id from goals where case_id = $1
    union all select 'SUPPORT ' || id from interventions where case_id = $1 order by 1`, [caseId])
  return rows.map(({ what }: { what: string }) => what)
}

test.each([['도서진', 'NGO1'], ['정하람', 'D1']])('what the preview foretells is what %s finds, row by row', async (name, agency) => {
  const finds = await found(name)
  expect(finds.length).toBeGreaterThan(10)
  expect(await foretold('강모아', agency, null)).toEqual(finds)
})

test('a preview of items foretells what a consent to them opens', async () => {
  const wide = await foretold('강모아', 'NGO1', { items: ['ECON', 'EMOTION'], sensitive: true })
  await world.owner(`update consents set items = '{ECON,EMOTION}', sensitive = true where recipient_id = $1`, [ground.agencyIds['NGO1']])
  expect(await found('도서진')).toEqual(wide)
  await world.owner(`update consents set items = '{ECON}', sensitive = false where recipient_id = $1`, [ground.agencyIds['NGO1']])
})

test('grounds of different depth are foretold each with its own', async () => {
  await world.at(morning, () => recordBasis(world.as('강모아'), { caseId, recipientId: ground.agencyIds['NGO1'] ?? '', kind: 'URGENT_RISK', reason: '급해요', items: ['CARE'], sensitive: true, validUntil: '2026-11-30' }))
  expect(await foretold('강모아', 'NGO1', null)).toEqual(await found('도서진'))
  await world.owner('delete from lawful_bases')
})

test('that the mental health centre helps is not told to whom its domain is closed', async () => {
  const names = async (name: string) => (await world.sql(name, 'select distinct s.name from case_members m join staff s on s.id = m.staff_id where m.case_id = $1 order by 1', [caseId])).rows.map((row) => row.name)
  expect(await names('도서진')).toEqual(['강모아', '도서진', '정하람'])
  expect(await names('안이레')).toEqual(['강모아', '안이레'])
  const audience = await world.sql('도서진', 'select name from app.case_audience($1) order by 1', [caseId])
  expect(audience.rows.map((row) => row.name)).toEqual(['강모아', '도서진', '정하람'])
  const told = await world.sql('도서진', `select count(*)::int as n from events where case_id = $1 and type like 'consent.%'`, [caseId])
  expect(told.rows).toEqual([{ n: 1 }])
})

test('whoever looks reads of it what she may read herself, and learns how much more there is', async () => {
  const told: Told = { items: ['ECON'], sensitive: true }
  const seen = await world.at(morning, () => asActor(world.as('진서율'), (tx) => previewOf(tx, world.as('진서율'), caseId, ground.agencyIds['NGO1'] ?? '', told)))
  expect(seen.entries.every(({ layer }) => layer !== 'SENSITIVE')).toBe(true)
  expect(seen.unread).toBeGreaterThan(0)
  expect(seen.goals.toSorted()).toEqual(['ECON 목표', 'GENERAL 목표'])
  expect(seen.supports).toHaveLength(2)
  expect(seen.hidden).toMatchObject({ goals: 1, supports: 1 })
  expect(seen.locks.every(({ why }) => why === 'ITEMS')).toBe(true)
})

test('it answers nobody who cannot see the case, no partner, and about nobody inside the circle', async () => {
  for (const name of ['송가비', '노을기', '하도경', '차시온', '도서진', '안이레']) expect(await foretold(name, 'NGO1', { items: ['ECON'], sensitive: true })).toEqual([])
  expect(await foretold('강모아', 'WEE', { items: ['ECON'], sensitive: true })).toEqual([])
  expect((await foretold('문다희', 'NGO1', null)).length).toBeGreaterThan(0)
})
