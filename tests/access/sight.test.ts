import { beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { seenAs } from '#lib/cases/seen-as.ts'
import { connect } from '#tests/database.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { things, type Thing } from './expected.ts'
import { seenBySql } from './judges.ts'
import { insertRows, makeCells, type Cell } from './rows.ts'
import { agree } from './tally.ts'

/*
 * Through another's eyes: of what the centre's lead sees herself, she is shown as open to somebody exactly what row
 * security opens to that person. Asked of every cell of the matrix.
 */
const world = await makeWorld()
const { cells, rows } = makeCells(world)
const app = await connect('app')
const judge = () => world.as('서강민')

beforeAll(() => insertRows(world, rows))

/** The things that have a row of their own in a view: notes by their entries, goals and helps. */
const shown = things.filter((thing) => /^(note|goal|support): /.test(thing))

async function idsOf({ ids, caseId }: Cell, thing: Thing): Promise<string[]> {
  if (!thing.startsWith('note')) return [...(ids[thing] ?? [])]
  const { rows: events } = await world.owner('select id from events where case_id = $1 and note_id = any($2::uuid[])', [caseId, ids[thing] ?? []])
  return events.map(({ id }: { id: string }) => id)
}

describe('what is open to somebody, as the centre’s lead is shown it', () => {
  test.each(cells.map((cell) => [`${cell.role} · ${cell.relation}`, cell] as const))('%s', async (_, cell) => {
    const hers = await seenBySql(app, cell)
    const own = await seenBySql(app, { ...cell, actor: judge() })
    const all: [Thing, string[]][] = []
    for (const thing of shown) all.push([thing, await idsOf(cell, thing)])
    const open = await world.at(morning, () => asActor(judge(), (tx) => seenAs(tx, { caseId: cell.caseId, personId: cell.actor.staffId, agencyId: null, at: morning }, all.flatMap(([, ids]) => ids))))
    // A request to her agency, before she is let in, is no part of the case.
    const inCase = hers.includes('case')
    agree('through another’s eyes', `${cell.role} · ${cell.relation}`,
      Object.fromEntries(all.map(([thing, ids]) => [thing, ids.length > 0 && ids.every((id) => open.has(id))])),
      Object.fromEntries(shown.map((thing) => [thing, inCase && hers.includes(thing)])))
    expect(own).toContain('case')
  })
})

test('nobody asks but who answers for the case, and never of a relative', async () => {
  const cell = cells.find(({ role, relation }) => role === 'COUNSELOR' && relation === 'MEMBER')
  const lead = cells.find(({ role, relation }) => role === 'COUNSELOR' && relation === 'LEAD')
  if (!cell || !lead) throw new Error('no such cell')
  const goals = (of: Cell) => of.ids['goal: ECON'] ?? []
  const asks = (by: Cell['actor'], of: Cell) => world.at(morning, () => asActor(by, async (tx) => (await seenAs(tx, { caseId: of.caseId, personId: of.actor.staffId, agencyId: null, at: morning }, [...goals(of)])).size))
  expect(await asks(cell.actor, cell)).toBe(0)
  expect(await asks(lead.actor, lead)).toBe(1)
  for (const name of ['노을기', '도서진', '강모아']) expect([name, await asks(world.as(name), cell)]).toEqual([name, 0])
  await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, how, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, 'DECLARED', $2, $4)`, [world.ground.officeId, judge().staffId, cell.studentId, morning])
  expect(await asks(judge(), cell)).toBe(0)
})

describe('at another moment', () => {
  const hour = 3_600_000
  const then = (hours: number) => new Date(morning.getTime() + hours * hour)
  const sees = async (cell: Cell, at: Date, eyes: { person?: string; agency?: string }) => {
    const { rows: events } = await world.owner(`select e.id from events e where e.case_id = $1 and e.domain = 'ECON' and e.layer = 'PROGRESS' and e.audience = 'TEAM' and e.note_id is not null`, [cell.caseId])
    const ids = events.map(({ id }: { id: string }) => id)
    return world.at(morning, () => asActor(judge2(), async (tx) => (await seenAs(tx, { caseId: cell.caseId, personId: eyes.person ?? null, agencyId: eyes.agency ?? null, at }, ids)).size > 0))
  }
  const judge2 = () => world.as('배온유')

  test('an agency knew what was written by then, while it had somebody in the team and a ground that stood', async () => {
    const cell = cells.find(({ role, relation }) => role === 'PARTNER_WORKER' && relation === 'MEMBER')
    if (!cell) throw new Error('no such cell')
    const agency = cell.actor.agencyId
    expect(await sees(cell, then(-25), { agency })).toBe(false) // not yet written
    expect(await sees(cell, then(-23), { agency })).toBe(true)
    await world.owner(`update consents set withdrawn_at = $1 where student_id = $2 and subject = 'GUARDIAN'`, [then(-10), cell.studentId])
    expect([await sees(cell, then(-11), { agency }), await sees(cell, then(-9), { agency }), await sees(cell, morning, { agency })]).toEqual([true, false, false])
    await world.owner(`update case_members set ended_at = $1 where case_id = $2 and staff_id = $3`, [then(-20), cell.caseId, cell.actor.staffId])
    expect([await sees(cell, then(-21), { agency }), await sees(cell, then(-19), { agency })]).toEqual([true, false])
  })

  test('a colleague knew it while her approval stood, and whoever is bound up with the child not from then on', async () => {
    const cell = cells.find(({ role, relation }) => role === 'TEACHER' && relation === 'MEMBER')
    if (!cell) throw new Error('no such cell')
    const person = cell.actor.staffId
    expect(await sees(cell, then(-1), { person })).toBe(true)
    await world.owner(`update handling_approvals set revoked_at = $1 where staff_id = $2`, [then(-5), person])
    expect([await sees(cell, then(-6), { person }), await sees(cell, then(-4), { person })]).toEqual([true, false])
    await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, how, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, 'DECLARED', $2, $4)`, [world.ground.officeId, person, cell.studentId, then(-8)])
    expect([await sees(cell, then(-9), { person }), await sees(cell, then(-7), { person })]).toEqual([true, false])
  })

  test('the privacy officer learns which entries, and nobody else asks so', async () => {
    const cell = cells.find(({ role, relation }) => role === 'COUNSELOR' && relation === 'MEMBER')
    if (!cell) throw new Error('no such cell')
    const known = (name: string) => world.sql(name, 'select * from app.known_to($1, $2, $3)', [cell.number, cell.actor.agencyId, morning])
    const { rows: lines, fields } = await known('노을기')
    expect(fields.map(({ name }) => name)).toEqual(['id', 'at', 'type'])
    expect(lines.length).toBeGreaterThan(3)
    for (const name of ['배온유', '도서진', '윤채담']) expect((await known(name)).rowCount).toBe(0)
  })
})
