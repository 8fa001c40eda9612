import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { setDatabaseTime } from '#tests/database.ts'
import { putCase } from '#tests/verbs/today/put.ts'
import { makeWorld } from '#tests/world.ts'

const world = await makeWorld()
const writer = join(import.meta.dirname, 'killed-writer.ts')
const kills = 6

/** Lets the process work until it has said so many words, and kills it in the midst of the next. Returns what it had said. */
async function killedAfter(words: number, caseId: string): Promise<string[]> {
  const child = spawn(process.execPath, [writer, JSON.stringify({ actor: world.as('강모아'), caseId })], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  const ended = once(child, 'close')
  createInterface(child.stdout).on('line', (word) => {
    if (said.push(word) >= words) child.kill('SIGKILL')
  })
  const [code, signal] = (await ended) as [number | null, string | null]
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' })
  return said
}

test('whenever the process is killed, no row is without its entry, no entry without its row, and nothing that was said is lost', async () => {
  const caseId = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await setDatabaseTime(null)
  const said: string[] = []
  for (let kill = 0; kill < kills; kill++) said.push(...(await killedAfter(5 + Math.floor(Math.random() * 40), caseId)))

  // One statement, hence one moment: what still rolls back is in none of it.
  const { rows } = await world.owner(
    `select (select count(*)::int from notes) as notes,
       (select count(*)::int from audit_entries where action = 'case.read' and case_id = $1) as looks,
       (select count(*)::int from notes n where not exists (select from events e where e.note_id = n.id and e.type = 'note.written')) as silent,
       (select count(*)::int from events e where e.case_id = $1 and not exists (select from audit_entries a where a.subject_id = e.id and a.action = e.type and a.case_id = e.case_id)) as unaudited,
       (select count(*)::int from audit_entries a where a.case_id = $1 and a.action = 'note.written' and not exists (select from events e where e.id = a.subject_id)) as invented`, [caseId])
  const [found] = rows as { notes: number; looks: number; silent: number; unaudited: number; invented: number }[]
  const [written, shown] = [said.filter((word) => word === 'note').length, said.filter((word) => word === 'page').length]
  expect(written).toBeGreaterThanOrEqual(kills)
  expect(found).toMatchObject({ silent: 0, unaudited: 0, invented: 0 })
  expect(found?.notes).toBeGreaterThanOrEqual(written)
  expect(found?.looks).toBeGreaterThanOrEqual(shown)
}, 60_000)
