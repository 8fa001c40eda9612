import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { headOf } from '#lib/cases/head.ts'
import { asActor } from '#lib/core/door.ts'
import { connect } from '#tests/database.ts'
import { day, from } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { insertRows, makeCells, type Cell } from './rows.ts'

/*
 * What ends somebody's right ends it at her next request, in whatever order the steps of her requests and those of the
 * change come. The order is drawn, from a seed; each step waits for the one before, so nothing depends on time.
 */
const world = await makeWorld()
const { cells, rows } = makeCells(world)
const readers = [await connect('app'), await connect('app')]
const changer = await connect('owner')
/** Ends are not taken back: here they are, past the triggers that say so. */
const undoer = await connect('superuser')
await undoer.query('set session_replication_role = replica')

/** A thousand in all; the causes below share them. */
const orders = 1_000

beforeAll(() => insertRows(world, rows))

const cellOf = (role: Cell['role'], relation: Cell['relation']): Cell => {
  const cell = cells.find((one) => one.role === role && one.relation === relation)
  if (!cell) throw new Error('no such cell')
  return cell
}
const school = cellOf('COUNSELOR', 'MEMBER')
const partner = cellOf('PARTNER_WORKER', 'MEMBER')
const byLaw = cellOf('PARTNER_WORKER', 'BASIS')
const byGlass = cellOf('TEACHER', 'GLASS')

type Statement = [text: string, values: unknown[]]
interface Cause {
  name: string
  who: Cell
  ends: Statement[]
  undo: Statement[]
}

const column = (name: string, who: Cell, table: string, field: string, where: string, key: string, back: unknown = null, value: Date = from(-1)): Cause => ({
  name, who,
  ends: [[`update ${table} set ${field} = $1 where ${where} = $2`, [value, key]]],
  undo: [[`update ${table} set ${field} = $1 where ${where} = $2`, [back, key]]],
})

const causes: Cause[] = [
  column('the account is deactivated', school, 'accounts', 'deactivated_at', 'staff_id', school.actor.staffId),
  column('the account of a partner is deactivated', partner, 'accounts', 'deactivated_at', 'staff_id', partner.actor.staffId),
  {
    ...column('she left', school, 'staff', 'left_at', 'id', school.actor.staffId),
    // With her go her teams, browsers, approval and account.
    undo: [
      ['update staff set left_at = null where id = $1', [school.actor.staffId]],
      ['update accounts set deactivated_at = null where staff_id = $1', [school.actor.staffId]],
      ...['sessions', 'case_members'].map((table): Statement => [`update ${table} set ended_at = null where staff_id = $1`, [school.actor.staffId]]),
      ['update handling_approvals set revoked_at = null where staff_id = $1', [school.actor.staffId]],
    ],
  },
  column('the session is ended', school, 'sessions', 'ended_at', 'staff_id', school.actor.staffId),
  column('her agency ended', partner, 'agencies', 'ended_at', 'id', partner.actor.agencyId),
  column('she is removed from the case', school, 'case_members', 'ended_at', 'staff_id', school.actor.staffId),
  column('a partner is removed from the case', partner, 'case_members', 'ended_at', 'staff_id', partner.actor.staffId),
  column('the consent is withdrawn', partner, 'consents', 'withdrawn_at', 'student_id', partner.studentId),
  column('the other law ends', byLaw, 'lawful_bases', 'ended_at', 'case_id', byLaw.caseId),
  column('the approval is revoked', school, 'handling_approvals', 'revoked_at', 'staff_id', school.actor.staffId),
  column('the approval runs out', school, 'handling_approvals', 'valid_until', 'staff_id', school.actor.staffId, from(300 * day)),
  column('the training runs out', school, 'security_trainings', 'valid_until', 'staff_id', school.actor.staffId, from(300 * day)),
  column('the broken glass is given back', byGlass, 'break_glasses', 'ended_at', 'staff_id', byGlass.actor.staffId),
  column('its time is over', byGlass, 'break_glasses', 'until', 'staff_id', byGlass.actor.staffId, from(day / 24)),
  ...[school, partner].map((who): Cause => ({
    name: `a conflict is found with a ${who.actor.role}`, who,
    ends: [['insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, $2, $4)', [who.actor.officeId, who.actor.staffId, who.studentId, morning]]],
    undo: [['delete from conflicts where staff_id = $1', [who.actor.staffId]]],
  })),
  {
    name: 'the case is closed to a partner', who: partner,
    ends: [
      [`update interventions set state = 'COMPLETED', result = 'ACHIEVED', due_at = null, ended_at = $1 where case_id = $2`, [from(-1), partner.caseId]],
      ['update cases set closed_at = $1 where id = $2', [from(-1), partner.caseId]],
    ],
    undo: [
      ['update cases set closed_at = null where id = $1', [partner.caseId]],
      ['update case_members set ended_at = null where case_id = $1', [partner.caseId]],
      [`update interventions set state = 'ACTIVE', result = null, due_at = $1, ended_at = null where case_id = $2`, [from(5 * day), partner.caseId]],
    ],
  },
]

/** Numbers from 0 to 1, the same in every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

interface Reading {
  began: number
  ended: number
  found: number[]
}

/** One request: its steps, and what it found. */
function request(app: pg.Client, { actor, caseId }: Cell): { steps: (() => Promise<unknown>)[]; found: number[] } {
  const found: number[] = []
  const look = async () => found.push((await app.query('select id from notes where case_id = $1 union all select id from cases where id = $1', [caseId])).rowCount ?? 0)
  return { found, steps: [() => app.query(`begin; select set_config('hanai.session', '${actor.sessionKey}', true)`), look, look, () => app.query('commit')] }
}

/** Draws an order of all steps, takes them one by one, and tells when each request began and ended and when the right did. */
async function play({ who, ends }: Cause, roll: () => number): Promise<{ readings: Reading[]; ended: number }> {
  const requests = readers.map((app) => request(app, who))
  const change = [() => changer.query('begin'), ...ends.map(([text, values]) => () => changer.query(text, values)), () => changer.query('commit')]
  const queues = [...requests.map(({ steps }) => steps), change]
  const readings: Reading[] = requests.map(({ found }) => ({ began: -1, ended: -1, found }))
  let ended = -1
  for (let at = 0; queues.some((queue) => queue.length > 0); at++) {
    const open = queues.filter((queue) => queue.length > 0)
    const queue = open[Math.floor(roll() * open.length)] ?? change
    const step = queue.shift()
    const reading = readings[queues.indexOf(queue)]
    if (reading && reading.began < 0) reading.began = at
    await step?.()
    if (queue.length > 0) continue
    if (reading) reading.ended = at
    else ended = at
  }
  return { readings, ended }
}

describe('whoever asks after it finds nothing', () => {
  test.each(causes.map((cause, at) => [cause.name, cause, at] as const))('when %s', async (_, cause, at) => {
    const roll = dice(at + 1)
    const head = () => world.at(morning, () => asActor(cause.who.actor, (tx) => headOf(tx, cause.who.actor, cause.who.caseId, true)).catch(() => null))
    expect(await head()).not.toBeNull()
    const kinds = { before: 0, across: 0, after: 0 }
    for (let order = 0; order < Math.ceil(orders / causes.length); order++) {
      const { readings, ended } = await play(cause, roll)
      for (const reading of readings) {
        const kind = reading.began > ended ? 'after' : reading.ended < ended ? 'before' : 'across'
        kinds[kind]++
        if (kind === 'after') expect(reading.found, `${cause.name}, order ${order}`).toEqual([0, 0])
        if (kind === 'before') expect(Math.min(...reading.found), `${cause.name}, order ${order}`).toBeGreaterThan(0)
      }
      if (order === 0) expect(await head()).toBeNull()
      for (const [text, values] of cause.undo) await undoer.query(text, values)
    }
    // The orders drawn are of every kind.
    expect(Math.min(...Object.values(kinds))).toBeGreaterThan(5)
  })
})
