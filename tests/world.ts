import { afterAll } from 'vitest'
import type pg from 'pg'
import type { Actor } from '#lib/core/actor.ts'
import { atTime } from '#lib/core/clock.ts'
import { closeDoor } from '#lib/core/door.ts'
import { actorFor, bootstrap, type Ground } from '#prisma/seed/bootstrap.ts'
import { cast } from '#prisma/seed/cast.ts'
import { addStudents } from '#prisma/seed/students.ts'
import { connect, setDatabaseTime } from './database.ts'

/** The fixed morning on which tests happen, a Tuesday. */
export const morning = new Date('2026-11-24T09:00:00+09:00')

export interface World {
  ground: Ground
  studentIds: Record<string, string>
  guardianIds: Record<string, string>
  /** A person of the cast, by name. */
  as: (name: string) => Actor
  /** Raw SQL as the application's database role with that person's session: what row security alone says. */
  sql: (name: string, text: string, values?: unknown[]) => Promise<pg.QueryResult>
  /** What really stands in the tables, as their owner. */
  owner: (text: string, values?: unknown[]) => Promise<pg.QueryResult>
  /** Runs a deed at a moment, for the application and the database alike. */
  at: <T>(moment: Date, deed: () => Promise<T>) => Promise<T>
}

/** The demo world's office with its people and children, in this test file's own database, on the fixed morning. */
export async function makeWorld(): Promise<World> {
  const owner = await connect('owner')
  const app = await connect('app')
  const since = new Date(morning.getTime() - 90 * 24 * 3_600_000)
  const ground = await bootstrap(owner, since)
  const { studentIds, guardianIds } = await addStudents(owner, ground)
  const actors = new Map<string, Actor>()
  for (const { name } of cast) actors.set(name, await actorFor(owner, ground, name))
  // Sessions were made by the real clock; the tests' clock starts now.
  await owner.query(`update sessions set created_at = $1, second_at = $1, expires_at = $1::timestamptz + interval '400 days'`, [since])
  await setDatabaseTime(morning)
  afterAll(closeDoor)

  const as = (name: string): Actor => {
    const actor = actors.get(name)
    if (!actor) throw new Error(`nobody of the cast is called ${name}`)
    return actor
  }
  return {
    ground, studentIds, guardianIds, as,
    owner: (text, values) => owner.query(text, values),
    async sql(name, text, values) {
      await app.query('begin')
      try {
        await app.query(`select set_config('hanai.session', $1, true)`, [as(name).sessionKey])
        return await app.query(text, values)
      } finally {
        await app.query('rollback')
      }
    },
    async at(moment, deed) {
      await setDatabaseTime(moment)
      return atTime(moment, deed)
    },
  }
}
