import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actorOf } from '#lib/access/actor-of.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { found } from '#lib/today/search.ts'
import { connect } from '#tests/database.ts'
import { day, from } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { seenBySql, seenInApp, within } from './judges.ts'
import { insertRows, makeCells, type Cell } from './rows.ts'

/* Those who may see nothing, and how somebody who might is shut out: nothing is left to find anywhere. */
const world = await makeWorld()
const { cells, rows } = makeCells(world)
const app = await connect('app')
const cellOf = (role: Cell['role'], relation: Cell['relation']): Cell => {
  const cell = cells.find((one) => one.role === role && one.relation === relation)
  if (!cell) throw new Error('no such cell')
  return cell
}

beforeAll(() => insertRows(world, rows))

const nowhere = { page: false, list: false, search: false, live: false, notes: [], goals: [], supports: [], team: 0, domains: [], student: false, consents: false, documents: [], sealed: 0 }
const inApp = (cell: Cell) => world.at(morning, () => seenInApp(cell))

/** Every table the app may read, and how many rows of it this session finds. */
async function tablesOf(sessionKey: string): Promise<Record<string, number>> {
  return within(app, sessionKey, async () => {
    const { rows: tables } = await app.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and has_any_column_privilege(c.oid, 'select') order by 1`)
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const { rows: found } = await app.query<{ n: number }>(`select count(*)::int as n from (select from ${name} limit 1000) x`)
      if (found[0] && found[0].n > 0) counts[name] = found[0].n
    }
    return counts
  })
}

/** What belongs to an office and is no secret among its staff: who works where, and what help there is. */
const directory = ['agencies', 'offices', 'services', 'staff']

describe('an agency that has nothing to do with any case', () => {
  // 마주현 of the child protection agency: no consent, no basis, no referral.
  test('finds no row but the directory and herself', async () => {
    const counts = await tablesOf(world.as('마주현').sessionKey)
    expect(Object.keys(counts).filter((table) => !directory.includes(table))).toEqual(['accounts', 'handling_approvals', 'security_trainings'])
    expect(counts).toMatchObject({ accounts: 1, handling_approvals: 1, security_trainings: 1 })
  })

  test('is counted nothing, searches in vain, and every page says that there is no such thing', async () => {
    const actor = world.as('마주현')
    const cell = cellOf('COUNSELOR', 'LEAD')
    expect(await inApp({ ...cell, actor })).toEqual(nowhere)
    const { frame, byName } = await world.at(morning, () => asActor(actor, async (tx) => ({ frame: await frameFor(tx), byName: await found(tx, actor, cell.studentName) })))
    expect(frame).toEqual({ today: 0, referrals: 0, interventions: 0 })
    expect(byName.flatMap(({ items }) => items)).toEqual([])
  })
})

describe('whoever handles no cases', () => {
  test.each(['ADMIN', 'STATISTICS_VIEWER', 'PRIVACY_OFFICER'] as const)('%s finds no row of any case, child or referral', async (role) => {
    const counts = await tablesOf(cellOf(role, 'SAME_AGENCY').actor.sessionKey)
    for (const table of ['cases', 'students', 'guardians', 'guardian_links', 'notes', 'events', 'goals', 'goal_ratings', 'interventions', 'intervention_sessions', 'case_levels', 'level_proposals', 'closures', 'reopenings', 'referrals', 'referral_decisions', 'case_members']) {
      expect(counts[table] ?? 0, table).toBe(0)
    }
  })

  test('the administrator reads no consent and no audit but her own', async () => {
    const { actor } = cellOf('ADMIN', 'SAME_AGENCY')
    const counts = await tablesOf(actor.sessionKey)
    expect(counts['consents'] ?? 0).toBe(0)
    const { rows: others } = await within(app, actor.sessionKey, () => app.query('select id from audit_entries where staff_id <> $1', [actor.staffId]))
    expect(others).toEqual([])
  })
})

describe('a member who is shut out', () => {
  const member = cellOf('COUNSELOR', 'LEAD')
  const partner = cellOf('PARTNER_WORKER', 'MEMBER')
  const { staffId } = member.actor

  /** Does it, looks, and sets it right again. */
  async function when(deed: [text: string, values: unknown[]], undo: [text: string, values: unknown[]], look: () => Promise<void>) {
    await world.owner(...deed)
    try {
      await look()
    } finally {
      await world.owner(...undo)
    }
  }

  // What is shut was open, each time.
  beforeEach(async () => {
    for (const cell of [member, partner]) if (!(await inApp(cell)).page) throw new Error('the case was closed before')
  })

  test.each([
    ['an approval that ran out', 'update handling_approvals set valid_until = $2 where staff_id = $1', from(-1), from(300 * day)],
    ['an approval that was revoked', 'update handling_approvals set revoked_at = $2 where staff_id = $1', from(-1), null],
    ['an approval that begins tomorrow', 'update handling_approvals set valid_from = $2 where staff_id = $1', from(day), from(-30 * day)],
    ['a training that ran out', 'update security_trainings set valid_until = $2 where staff_id = $1', from(-1), from(300 * day)],
  ])('%s closes everything but herself', async (_, text, shut, open) => {
    await when([text, [staffId, shut]], [text, [staffId, open]], async () => {
      expect(await seenBySql(app, member)).toEqual(['own member'])
      expect(await inApp(member)).toEqual(nowhere)
      const counts = await tablesOf(member.actor.sessionKey)
      expect(Object.keys(counts).filter((table) => ![...directory, 'accounts', 'audit_entries', 'case_members', 'handling_approvals', 'security_trainings'].includes(table))).toEqual([])
    })
  })

  test('outside the circle the consent decides, not an approval', async () => {
    await when(['delete from handling_approvals where staff_id = $1', [partner.actor.staffId]], ['select $1', ['']], async () => {
      expect((await inApp(partner)).page).toBe(true)
    })
  })

  test.each([
    ['a deactivated account', 'update accounts set deactivated_at = $2 where staff_id = $1', from(-1)],
    ['a session that was signed out', 'update sessions set ended_at = $2 where staff_id = $1', from(-1)],
  ])('%s finds no row of any table', async (_, text, shut) => {
    await when([text, [staffId, shut]], [text, [staffId, null]], async () => {
      expect(await tablesOf(member.actor.sessionKey)).toEqual({})
      expect(await world.at(morning, () => actorOf(member.actor.sessionKey))).toBeNull()
    })
  })

  test('nor does a session that ran out, or one of an agency that has ended', async () => {
    await when(['update sessions set expires_at = $2 where staff_id = $1', [staffId, from(0)]], ['update sessions set expires_at = $2 where staff_id = $1', [staffId, from(300 * day)]], async () => {
      expect(await tablesOf(member.actor.sessionKey)).toEqual({})
    })
    await when(['update agencies set ended_at = $2 where id = $1', [partner.actor.agencyId, from(-1)]], ['update agencies set ended_at = $2 where id = $1', [partner.actor.agencyId, null]], async () => {
      expect(await tablesOf(partner.actor.sessionKey)).toEqual({})
    })
  })

  test('a key nobody was given, a broken one and none at all open nothing', async () => {
    for (const key of ['0'.repeat(64), member.actor.sessionKey.toUpperCase(), `${member.actor.sessionKey} `, "' or true --", '']) expect(await tablesOf(key)).toEqual({})
  })

  test('a key of a session is good for one transaction', async () => {
    await within(app, member.actor.sessionKey, async () => expect((await app.query('select from cases')).rowCount).toBeGreaterThan(0))
    expect((await app.query('select from cases')).rowCount).toBe(0)
  })

  test('a membership that reached its day is over', async () => {
    await when(['update case_members set until = $2 where staff_id = $1', [staffId, from(0)]], ['update case_members set until = $2 where staff_id = $1', [staffId, null]], async () => {
      expect(await inApp(member)).toEqual({ ...nowhere, student: true })
    })
  })

  test('whoever changed agencies left everything of the old one behind, and does not find it when she returns', async () => {
    const mover = cellOf('COUNSELOR', 'MEMBER')
    const move = 'update staff set agency_id = $2 where id = $1'
    await expect(world.owner(move, [staffId, world.ground.agencyIds['S1']])).rejects.toThrow('person_has_work')
    for (const agency of [world.ground.agencyIds['S1'], mover.actor.agencyId]) {
      await world.owner(move, [mover.actor.staffId, agency])
      expect(await tablesOf(mover.actor.sessionKey)).toEqual({})
      await world.owner('update sessions set ended_at = null where staff_id = $1', [mover.actor.staffId])
      await world.owner('update handling_approvals set revoked_at = null where staff_id = $1', [mover.actor.staffId])
      expect((await seenBySql(app, mover)).filter((thing) => !['student', 'guardian'].includes(thing))).toEqual(['own member'])
    }
  })

  test('a person who left finds no row of any table, whatever browser she kept open', async () => {
    const leaver = cellOf('TEACHER', 'MEMBER')
    expect((await inApp(leaver)).page).toBe(true)
    await expect(world.owner('update staff set left_at = $2 where id = $1', [staffId, from(-1)])).rejects.toThrow('person_has_work')
    await world.owner('update staff set left_at = $2 where id = $1', [leaver.actor.staffId, from(-1)])
    expect(await tablesOf(leaver.actor.sessionKey)).toEqual({})
    expect(await world.at(morning, () => actorOf(leaver.actor.sessionKey))).toBeNull()
  })

  test('another office is another world', async () => {
    const office = '00000000-0000-7000-8000-00000000000f'
    await world.owner(`insert into offices (id, code, name_ko, name_en, region_code, created_at) values ($1, 'ELSE', '다른교육지원청', 'Elsewhere', 'ELSE', $2)`, [office, morning])
    await world.owner(`insert into agencies (id, office_id, kind, name_ko, name_en, short_ko, short_en) values ($1, $1, 'ISS_CENTER', '다른센터', 'Other centre', '다른센터', 'Other')`, [office])
    await world.owner(`insert into staff (id, office_id, agency_id, role, name, job_title) values ($1, $1, $1, 'COORDINATOR', '먼 곳 사람', '')`, [office])
    await world.owner(`insert into accounts (office_id, staff_id, email) values ($1, $1, 'far@access.example')`, [office])
    await world.owner(`insert into handling_approvals (id, office_id, staff_id, valid_from, valid_until) values ($1, $1, $1, $2, $3)`, [office, from(-day), from(day)])
    await world.owner(`insert into security_trainings (id, office_id, staff_id, completed_at, valid_until) values ($1, $1, $1, $2, $3)`, [office, from(-day), from(day)])
    await world.owner(`insert into sessions (id, office_id, staff_id, key_hash, created_at, expires_at, method) values ($1, $1, $1, sha256(decode(repeat('ab', 32), 'hex')), $2, $3, 'TEST')`, [office, from(-day), from(day)])
    expect(await tablesOf('ab'.repeat(32))).toEqual({ accounts: 1, agencies: 1, handling_approvals: 1, offices: 1, security_trainings: 1, staff: 1 })
  })
})
