import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { closeDoor, asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { changesOf } from '#lib/roster/progress.ts'
import { importOf } from '#lib/roster/queries.ts'
import { startImport } from '#lib/roster/start.ts'
import { actorFor, bootstrap } from '#prisma/seed/bootstrap.ts'
import { bringUpToDate } from '#scripts/database/open.ts'
import { openThrowaway } from '#scripts/database/throwaway.ts'
import { largeRoster } from './roster-files.ts'

/** `npm run bench:roster [-- lines]`: one large import, and the same again, with what a sign-in would wait meanwhile. */
const size = Number(process.argv[2] ?? 200_000)
const database = await openThrowaway({ autovacuum: 'on' })
try {
  await bringUpToDate(database.urls.migrate)
  Object.assign(process.env, { DATABASE_APP_URL: database.urls.app, DATABASE_AUTH_URL: database.urls.auth, DATABASE_JOBS_URL: database.urls.jobs, HANAI_SECRET: database.secret })
  await measure()
} finally {
  await closeDoor()
  await database.stop()
}

async function measure() {
  const owner = new pg.Client({ connectionString: database.urls.migrate, options: '-c role=hanai_owner' })
  await owner.connect()
  const ground = await bootstrap(owner, new Date(Date.now() - 3_600_000))
  const actor = await actorFor(owner, ground, '문다희')
  await owner.end()
  const { files, lines } = largeRoster(size)
  console.log(`${lines} lines, ${Math.round(Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1024 / 1024)} MB`)

  for (const time of ['first', 'again']) {
    const folder = await mkdtemp(join(tmpdir(), 'hanai-bench-roster-'))
    const arrived = await Promise.all(Object.entries(files).map(async ([name, text]) => {
      await writeFile(join(folder, name), text)
      return { name, path: join(folder, name) }
    }))
    const began = performance.now()
    const beat = heartbeat()
    const { path, done } = await startImport(actor, { folder, files: arrived, key: newId(), digest: new Uint8Array([1]) })
    await done
    const seconds = (performance.now() - began) / 1000
    const view = await asActor(actor, (tx) => importOf(tx, actor, path.split('/').at(-1) ?? ''))
    console.log(`${time.padEnd(6)} ${view?.state} ${view?.failure ?? ''} ${seconds.toFixed(1)} s, ${Math.round(lines / seconds)} lines/s, ${view && changesOf(view.progress)} changes, ${view?.progress.rejected} rejected, memory ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB, longest pause ${beat()} ms`)
    await rm(folder, { recursive: true, force: true })
  }
}

/** The longest time during which this process answered nobody. */
function heartbeat(): () => number {
  let last = performance.now()
  let longest = 0
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 10)
    last = performance.now()
  }, 10)
  return () => {
    clearInterval(beat)
    return Math.round(longest)
  }
}
