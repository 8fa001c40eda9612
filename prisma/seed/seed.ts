import type pg from 'pg'
import { bootstrap } from './bootstrap.ts'
import { addStudents } from './students.ts'

/** The demo world, made on the first start: its people and children, then their story by calling the verbs as the cast. */
export async function seed(owner: pg.Client, say: (line: string) => void): Promise<void> {
  const since = new Date(Date.now() - 150 * 24 * 3_600_000)
  const ground = await bootstrap(owner, since)
  await addStudents(owner, ground)
  say('  사람과 아이들 · people and children')
}
