import { beforeAll, describe, expect, test } from 'vitest'
import { casesAPage, caseList } from '#lib/cases/list.ts'
import { listAddress, listFilters } from '#lib/cases/list-filters.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { caseFigures } from '#lib/dashboard/case-figures.ts'
import { day, from, putCase, putConsent, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
const hour = 3_600_000

beforeAll(async () => {
  await putCase(world, { child: '장우림', school: 'S3', lead: '윤채담', leadAgency: 'S3', level: 'EMERGENCY', due: from(-2 * hour), seen: null, opened: from(-2 * day) })
  await putCase(world, { child: '응우옌하린', school: 'S3', lead: '고은별', leadAgency: 'S3', level: 'MODERATE', due: from(day), waits: { staff: '윤채담' }, planned: true })
  const shared = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2', due: from(-day), waits: { agency: 'NGO1' } })
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  await putMember(world, { caseId: shared, staff: '도서진', agency: 'NGO1' })
  const ended = await putCase(world, { child: '노아린', school: 'S4', lead: '류단우', leadAgency: 'S4', opened: from(-60 * day) })
  await world.owner('update cases set closed_at = $1 where id = $2', [from(-20 * day), ended])
})

async function list(name: string, query: Record<string, unknown> = {}): Promise<string[]> {
  const { cases } = await world.at(morning, () => asActor(world.as(name), (tx) => caseList(tx, world.as(name), listFilters(query))))
  return cases.map(({ student }) => student)
}

describe('the caseload', () => {
  test('is in the order of what is due, for each within her reach', async () => {
    expect(await list('문다희')).toEqual(['박이든', '장우림', '응우옌하린'])
    expect(await list('남기훈')).toEqual(['장우림', '응우옌하린'])
    expect(await list('윤채담')).toEqual(['장우림'])
    expect(await list('도서진')).toEqual(['박이든'])
    expect(await list('송가비')).toEqual([])
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['남기훈', { show: 'mine' }, []],
    ['윤채담', { show: 'mine' }, ['장우림']],
    ['도서진', { show: 'waiting' }, ['박이든']],
    ['문다희', { due: 'overdue' }, ['박이든', '장우림']],
    ['문다희', { seen: 'late' }, ['장우림']],
    ['문다희', { level: 'EMERGENCY' }, ['장우림']],
    ['문다희', { stage: 'INTAKE' }, ['장우림']],
    ['문다희', { stage: 'PLANNING' }, ['박이든']],
    ['문다희', { stage: 'ACTIVE' }, ['응우옌하린']],
    ['문다희', { stage: 'FOLLOW_UP' }, ['노아린']],
    ['문다희', { stage: 'CLOSED' }, []],
    ['문다희', { show: 'closed' }, ['노아린']],
    ['류단우', { show: 'closed' }, ['노아린']],
    ['한결우', { show: 'closed' }, []],
    ['문다희', { show: 'x', level: 'TOP', lead: '1', after: 'nowhere' }, ['박이든', '장우림', '응우옌하린']],
  ])('%s asks %j', async (name, query, children) => {
    expect(await list(name, query)).toEqual(children)
  })

  test('by school, by agency and by person, together with what is late', async () => {
    const { agencyIds, staffIds } = world.ground
    expect(await list('문다희', { school: agencyIds['S3'] })).toEqual(['장우림', '응우옌하린'])
    expect(await list('문다희', { agency: agencyIds['S2'] })).toEqual(['박이든'])
    expect(await list('문다희', { lead: staffIds['윤채담'], due: 'overdue' })).toEqual(['장우림'])
    // A filter narrows what is hers; it opens nothing.
    expect(await list('윤채담', { school: agencyIds['S2'] })).toEqual([])
  })

  test('shows as many as the figure that led to it', async () => {
    const { all, byLevel, byStage } = await world.at(morning, () => asActor(world.as('문다희'), (tx) => caseFigures(tx, world.as('문다희'))))
    expect([await list('문다희'), await list('문다희', { due: 'overdue' }), await list('문다희', { seen: 'late' })].map(({ length }) => length)).toEqual([all.open, all.late, all.unseen])
    expect((await list('문다희', { level: 'HIGH' })).length).toBe(byLevel.HIGH)
    expect((await list('문다희', { stage: 'ACTIVE' })).length).toBe(byStage.ACTIVE)
  })

  test('a withdrawn consent takes the case out of a partner’s list at once', async () => {
    await world.owner('update consents set withdrawn_at = $1 where recipient_id = $2', [from(-1), world.ground.agencyIds['NGO1']])
    expect(await list('도서진')).toEqual([])
  })
})

test('an address and what it asks for are the same thing', () => {
  const id = newId()
  const filters = listFilters({ show: 'waiting', seen: 'late', level: 'HIGH', school: id, after: `${morning.getTime()}_${id}` })
  expect(listFilters(Object.fromEntries(new URLSearchParams(listAddress(filters).split('?')[1])))).toEqual(filters)
  expect(listAddress({})).toBe('/cases')
})

test('page after page brings every case once, those due at one moment too', async () => {
  const { officeId, agencyIds, staffIds } = world.ground
  for (let n = 0; n < casesAPage + 10; n++) {
    const [student, id] = [newId(), newId()]
    await world.owner(
      `insert into students (id, office_id, school_id, sourced_id, name, grade, class_name, class_number, birth_date, sex, dong, grams, initials)
       values ($1, $2, $3, $4, '학생', 4, '1', 1, '2016-01-01', 'F', '나래동', '{}', '')`, [student, officeId, agencyIds['S1'], `p${n}`])
    await world.owner('begin')
    await world.owner(
      `insert into cases (id, office_id, number, student_id, school_id, level, domains, lead_id, lead_agency_id, next_action, due_at, waiting_on, opened_at, last_event_at, child_seen_at)
       values ($1, $2, $3, $4, $5, 'WATCH', '{}', $6, $5, '안부', $7, 'FAMILY', $8, $8, $8)`,
      [id, officeId, `G-2025-${n}`, student, agencyIds['S1'], staffIds['임보라'], from((n % 3) * day), from(-day)])
    await putMember(world, { caseId: id, staff: '임보라', agency: 'S1', relation: 'LEAD' })
    await world.owner('commit')
  }
  for (const name of ['임보라', '한결우', '문다희']) {
    const seen: string[] = []
    let after: { at: Date; id: string } | undefined
    for (let pages = 0; pages < 5; pages++) {
      const { cases, next } = await world.at(morning, () => asActor(world.as(name), (tx) => caseList(tx, world.as(name), { after })))
      seen.push(...cases.map(({ id }) => id))
      if (!next) break
      after = next
    }
    expect({ name, seen: seen.length, different: new Set(seen).size }).toEqual({ name, seen: name === '문다희' ? casesAPage + 13 : casesAPage + 10, different: seen.length })
  }
})
