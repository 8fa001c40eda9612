import type pg from 'pg'
import type { Actor } from '#lib/core/actor.ts'
import { closeDoor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { actorFor, bootstrap } from './bootstrap.ts'
import { addCircumstances, dropPastNotices } from './circumstances.ts'
import { destroyByNight } from './deeds/retention.ts'
import { stories } from './stories/all.ts'
import { oneAtATime, tellStories } from './story.ts'
import { addStudents, graduates } from './students.ts'

/** The demo world, made on the first start: its people and children, then their story by calling the verbs as the cast. */
export async function seed(owner: pg.Client, say: (line: string) => void): Promise<void> {
  const { rows } = await owner.query<{ now: Date }>('select app.now() as now')
  const made = rows[0]?.now ?? new Date()
  const ground = await bootstrap(owner, new Date(made.getTime() - 150 * 24 * 3_600_000))
  const { studentIds, guardianIds } = await addStudents(owner, ground)
  const before = await addStudents(owner, ground, graduates)
  say('  사람과 아이들 · people and children')

  const shared = oneAtATime(owner)
  const actors = new Map<string, Promise<Actor>>()
  const as = (name: string): Promise<Actor> => {
    const known = actors.get(name) ?? actorFor(shared, ground, name)
    actors.set(name, known)
    return known
  }
  await tellStories(stories, { owner: shared, ground, studentIds: { ...studentIds, ...before.studentIds }, guardianIds, made, as }, say)
  await addCircumstances(owner, ground, studentIds, made)
  await owner.query('update students set left_at = $1 where id = any($2)', [new Date(made.getTime() - 280 * 24 * 3_600_000), Object.values(before.studentIds)])
  await destroyByNight(owner)
  await dropPastNotices(owner)
  // The cast told it; whoever signs in finds no session but her own.
  await owner.query(`update sessions set ended_at = app.now(), end_reason = 'SEED' where method = 'SEED'`)
  await closeDoor()
  await closeIdentityDoor()
}
