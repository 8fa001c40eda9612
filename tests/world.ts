import { afterAll } from 'vitest'
import type pg from 'pg'
import type { Actor } from '#lib/core/actor.ts'
import { atTime } from '#lib/core/clock.ts'
import { closeDoor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { gramsOf, initialsOf } from '#lib/students/spelling.ts'
import { actorFor, bootstrap, type Ground } from '#prisma/seed/bootstrap.ts'
import { cast } from '#prisma/seed/cast.ts'
import { students } from '#prisma/seed/students.ts'
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
  await owner.query(`update sessions set created_at = $1, expires_at = $1::timestamptz + interval '400 days'`, [since])
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

async function addStudents(owner: pg.Client, ground: Ground) {
  const studentIds: Record<string, string> = {}
  const guardianIds: Record<string, string> = {}
  for (const [index, s] of students.entries()) {
    const id = (studentIds[s.name] = newId())
    const guardian = (guardianIds[s.name] = newId())
    await owner.query(
      `insert into students (id, office_id, school_id, sourced_id, name, name_en, grade, class_name, class_number, birth_date, sex, dong, grams, initials)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [id, ground.officeId, ground.agencyIds[s.school], `st-${index}`, s.name, s.en ?? null, s.grade, s.className, s.number, s.born, s.sex, s.dong, gramsOf([s.name, s.en]), initialsOf(s.name)],
    )
    await owner.query('insert into guardians (id, office_id, name, phone, language) values ($1, $2, $3, $4, $5)', [guardian, ground.officeId, s.guardian.name, `010-0000-${String(1000 + index)}`, s.guardian.language ?? 'ko'])
    await owner.query('insert into guardian_links (office_id, student_id, guardian_id, relation) values ($1, $2, $3, $4)', [ground.officeId, id, guardian, s.guardian.relation])
  }
  return { studentIds, guardianIds }
}
