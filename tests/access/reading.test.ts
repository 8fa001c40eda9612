import { beforeAll, describe, test } from 'vitest'
import { connect } from '#tests/database.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { looks, sights, things, type Sight, type Thing } from './expected.ts'
import { aboutBySql, entriesBySql, filesBySql, seenBySql, seenInApp } from './judges.ts'
import { closeAll, insertRows, makeCells, type Cell } from './rows.ts'
import { agree } from './tally.ts'

/*
 * Role × relation × everything there is of a case, open and closed. Two judges, the database alone and the application,
 * and what caseworkers wrote down (expected.ts): no two of the three may differ in any cell.
 */
const world = await makeWorld()
const { cells, rows } = makeCells(world)
const app = await connect('app')

const sightsOf = ({ role, relation }: Pick<Cell, 'role' | 'relation'>, state: 'open' | 'closed'): Sight[] => {
  const [open, closed] = looks[role][relation] ?? [[], []]
  return state === 'open' ? open : closed
}

/** What this person should see, of the things that there are. */
function expectedOf({ role, relation, ids }: Cell, state: 'open' | 'closed'): Thing[] {
  const seen = new Set<Thing>(sightsOf({ role, relation }, state).flatMap((sight) => [...sights[sight]]))
  if (relation !== 'CONFLICTED' && relation !== 'OPPOSED') seen.add('own member')
  return things.filter((thing) => seen.has(thing) && ids[thing])
}

const idsOf = ({ ids }: Cell, seen: Thing[], kind: string): string[] => seen.filter((thing) => thing.startsWith(kind)).flatMap((thing) => ids[thing] ?? []).sort()

/** Each thing there is, and whether it is among these. */
const eachOf = ({ ids }: Cell, seen: Thing[]): Record<string, boolean> => Object.fromEntries(things.filter((thing) => ids[thing]).map((thing) => [thing, seen.includes(thing)]))

/** What the two judges find is what was written down. */
async function judge(cell: Cell, state: 'open' | 'closed') {
  const expected = expectedOf(cell, state)
  const opens = expected.includes('case')
  // Whoever has no part in it does not find it in her caseload.
  const throughGlass = cell.relation === 'GLASS' && (cell.role === 'TEACHER' || cell.role === 'COUNSELOR')
  const team = expected.filter((thing) => thing.endsWith('member') && !(thing === 'own member' && cell.relation === 'FORMER'))
  const about = (['ECON', 'EMOTION'] as const).filter((domain) => expected.includes(`goal: ${domain}`))
  // Through broken glass she reads that a file was put there, and opens none.
  const files = idsOf(cell, sightsOf(cell, state).includes('GLASS') ? [...things] : expected, 'document:')
  const who = `${cell.role} · ${cell.relation} · ${state}`
  agree(`the database: rows of ${state === 'open' ? 'an open' : 'a closed'} case`, who,
    { ...eachOf(cell, await seenBySql(app, cell)), about: await aboutBySql(app, cell), entries: await entriesBySql(app, cell), files: await filesBySql(app, cell) },
    { ...eachOf(cell, expected), about, entries: idsOf(cell, expected, 'note'), files })
  agree(`the application: pages of ${state === 'open' ? 'an open' : 'a closed'} case`, who, { ...(await world.at(morning, () => seenInApp(cell))) }, {
    page: opens, list: opens && !throughGlass, search: opens, live: opens,
    notes: idsOf(cell, expected, 'note'),
    goals: opens ? idsOf(cell, expected, 'goal') : [],
    supports: opens ? idsOf(cell, expected, 'support') : [],
    // A closed case has no team any more.
    team: opens && state === 'open' ? team.length : 0,
    domains: about,
    student: expected.includes('student'),
    consents: expected.includes('consent'),
    documents: idsOf(cell, expected, 'document'),
    // Who is named the privacy officer looks after, and opens nothing.
    sealed: cell.role === 'PRIVACY_OFFICER' ? 0 : idsOf(cell, expected, 'named').length,
  })
}

beforeAll(() => insertRows(world, rows))

const named = cells.map((cell) => [`${cell.role} · ${cell.relation}`, cell] as const)

describe('an open case', () => {
  test.each(named)('%s', (_, cell) => judge(cell, 'open'))
})

describe('a closed case', () => {
  beforeAll(() => closeAll(world))
  test.each(named)('%s', (_, cell) => judge(cell, 'closed'))
})
