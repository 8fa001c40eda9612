import { beforeAll, describe, expect, test } from 'vitest'
import { connect } from '#tests/database.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { deeds, mayInSql, rowRights, verdictOn, type DeedName, type RowRight } from './deeds.ts'
import { within } from './judges.ts'
import { insertRows, makeCells, type Cell } from './rows.ts'
import { agree } from './tally.ts'
import { statementsOf, triesOf, undone, verdict } from './tries.ts'

/*
 * Role × relation × deed on an open case. Each deed is done in full and taken back at its very end, so that every cell
 * finds the case as it was.
 */
const world = await makeWorld()
const { cells, rows } = makeCells(world)
const app = await connect('app')

beforeAll(async () => {
  await insertRows(world, rows)
  // Every deed is audited: whoever got so far would have done it.
  await world.owner(`create function app.undo() returns trigger language plpgsql as $$ begin raise exception '${undone}'; end $$`)
  await world.owner('create constraint trigger undo after insert on audit_entries deferrable initially deferred for each row execute function app.undo()')
})

const named = cells.map((cell) => [`${cell.role} · ${cell.relation}`, cell] as const)

describe('what the application lets be done', () => {
  test.each(named)('%s', async (_, cell) => {
    const names = Object.keys(deeds) as DeedName[]
    const tries = triesOf(cell, world.ground)
    const found: Record<string, string> = {}
    for (const name of names) found[name] = await world.at(morning, () => verdict(tries[name]))
    agree('the application: deeds on an open case', `${cell.role} · ${cell.relation}`, found, Object.fromEntries(names.map((name) => [name, verdictOn(name, cell.role, cell.relation)])))
  })
})

describe('what row security lets be written', () => {
  test.each(named)('%s', async (_, cell) => {
    const names = Object.keys(rowRights) as RowRight[]
    const found: Record<string, boolean> = {}
    for (const name of names) found[name] = await isWritten(cell, name)
    agree('the database: rows written into an open case', `${cell.role} · ${cell.relation}`, found, Object.fromEntries(names.map((name) => [name, mayInSql(name, cell.role, cell.relation)])))
  })
})

async function isWritten(cell: Cell, name: RowRight): Promise<boolean> {
  const [text, values] = statementsOf(cell, world.ground)[name]
  try {
    return (await within(app, cell.actor.sessionKey, () => app.query(text, values))).rowCount === 1
  } catch (error) {
    if (error instanceof Error && error.message.includes('row-level security')) return false
    throw error
  }
}

test('nobody changes or erases what the audit keeps', async () => {
  for (const cell of cells) {
    for (const text of ['update audit_entries set action = $1', 'delete from audit_entries where action = $1']) {
      await expect(within(app, cell.actor.sessionKey, () => app.query(text, ['x']))).rejects.toThrow('permission denied')
    }
  }
})

test('nobody erases a row of a case, and nobody takes somebody else’s name', async () => {
  // A grant is the database role's, whoever asks through it.
  const leads = cells.filter(({ relation }) => relation === 'LEAD')
  for (const table of ['cases', 'case_members', 'notes', 'events', 'goals', 'interventions', 'intervention_sessions', 'consents', 'lawful_bases', 'basis_reviews', 'guardian_blocks', 'guardian_block_reasons', 'referrals', 'students', 'closures']) {
    for (const { actor } of leads) await expect(within(app, actor.sessionKey, () => app.query(`delete from ${table}`))).rejects.toThrow('permission denied')
  }
  for (const cell of cells) {
    const [text, values] = statementsOf(cell, world.ground)['add a note']
    const another = values.map((value) => (value === cell.actor.staffId ? world.ground.staffIds['윤채담'] : value))
    await expect(within(app, cell.actor.sessionKey, () => app.query(text, another))).rejects.toThrow('row-level security')
  }
})
