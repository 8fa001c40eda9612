import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { startJobs } from '#lib/jobs/run.ts'
import { clearInterrupted } from '#lib/roster/interrupted.ts'
import { log } from '#lib/core/log.ts'
import type { Env } from '#lib/core/env.ts'
import { arrangeDatabase } from './database/arrange.ts'
import { bringUpToDate, type OpenDatabase } from './database/open.ts'
import { checkKeys } from './keys-check.ts'
import { endWith, StartRefusal } from './refusal.ts'
import { makeHandler } from './server/handler.ts'
import { makeHealth, type Phase } from './server/health.ts'
import { close, listen } from './server/listen.ts'
import { makeLoad } from './server/load.ts'
import { allowedOrigins, proxyList } from './server/origins.ts'
import { quietConsole } from './server/quiet-console.ts'
import { builtRoutes } from './server/routes.ts'
import { answerRefusal } from './server/refused.ts'
import { whenAskedToStop } from './server/stop.ts'
import { readSettings } from './settings.ts'
import { makeWorldOnce, signIns } from './world.ts'

const ROOT = join(import.meta.dirname, '..')
const development = process.argv.includes('--dev')
/** What has been started, to be stopped in the opposite order. */
const undo: (() => Promise<void>)[] = []
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Port, database, schema, demo world, pages, jobs, in this order; and back again when asked to stop. */
async function main() {
  Object.assign(process.env, { NODE_ENV: development ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  const env = readSettings()
  const origins = allowedOrigins(env.url, env.port)
  let phase: Phase = 'starting'
  let handler: RequestListener = starting(() => phase)

  const server = await listen(env.port, (request, response) => handler(request, response))
  const load = makeLoad(120, 2_000)
  const stop = whenAskedToStop(async () => {
    phase = 'stopping'
    load.endStreams()
    await close(server, 8_000)
    await stopAll()
  })

  const database = await openDatabase(env)
  undo.push(database.stop)
  void database.ended.then(() => stop.because('데이터베이스가 꺼졌어요.', 'The database server ended.'))
  shareWith(process.env, env, database, origins[0] ?? '')
  await fillDatabase(env, database)
  await clearInterrupted()

  say('▸ 화면을 준비하고 있어요 · preparing the pages')
  // Only now: the framework and React look at NODE_ENV while they are loaded.
  const { default: next } = await import('next')
  const framework = next({ dev: development, dir: ROOT, port: env.port, quiet: true })
  await framework.prepare()
  undo.push(() => framework.close())
  if (development) {
    const upgrade = framework.getUpgradeHandler()
    server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
  }

  const jobs = await startJobs(database.urls.jobs)
  undo.push(jobs.stop)

  handler = makeHandler({
    rules: { origins, pinHost: env.url !== undefined },
    proxies: trustedProxies(env),
    routes: development ? undefined : builtRoutes(join(ROOT, '.next')),
    load,
    https: env.url?.startsWith('https:') ?? false,
    health: makeHealth(() => phase, () => database.urls.app),
    framework: framework.getRequestHandler(),
  })
  phase = 'ready'
  await greet(env, origins[0] ?? '')
  log.info({ port: env.port }, 'started')
  if (!development) quietConsole()
}

async function openDatabase(env: Env): Promise<OpenDatabase> {
  say(env.databaseUrl || env.migrateUrl ? '▸ 데이터베이스에 연결하고 있어요 · connecting to the database' : '▸ 데이터베이스를 켜고 있어요 · starting the database')
  return arrangeDatabase(env)
}

async function fillDatabase(env: Env, { urls }: OpenDatabase) {
  const applied = await bringUpToDate(urls.migrate)
  if (applied.length > 0) say(`  ✓ 마이그레이션 ${applied.length}개 · ${applied.length} migrations`)
  await checkKeys(urls.migrate)
  if (env.demo) await makeWorldOnce(urls.migrate, say)
}

/** The pages read the same settings; of the database they get the roles' addresses, never the powerful ones. */
function shareWith(target: NodeJS.ProcessEnv, env: Env, { urls, secret }: OpenDatabase, origin: string) {
  delete target['DATABASE_URL']
  delete target['DATABASE_MIGRATE_URL']
  Object.assign(target, { DATABASE_APP_URL: urls.app, DATABASE_AUTH_URL: urls.auth, DATABASE_JOBS_URL: urls.jobs, HANAI_SECRET: secret })
  Object.assign(target, { HANAI_URL: env.url ?? origin, NEXTAUTH_URL: env.url ?? origin })
}

function trustedProxies(env: Env) {
  try {
    return proxyList(env.trustedProxy)
  } catch {
    throw new StartRefusal('TRUSTED_PROXY에는 주소나 대역을 쉼표로 적어 주세요. 예: 127.0.0.1, 10.0.0.0/8', 'TRUSTED_PROXY takes addresses or networks separated by commas, for example 127.0.0.1, 10.0.0.0/8.')
  }
}

/** Until everything is there: alive, not ready, and a friendly word for people who are early. */
function starting(phase: () => Phase): RequestListener {
  const health = makeHealth(phase, () => undefined)
  return (request, response) => {
    void health(request.url ?? '', response).then((done) => done || answerRefusal(response, 503))
  }
}

async function greet(env: Env, origin: string) {
  say(`\n  한아이가 켜졌어요 · Hanai is running\n\n    ${origin}\n`)
  if (!env.demo) return
  for (const line of await signIns()) say(`    ${line}`)
  say('')
}

async function stopAll() {
  for (const step of undo.splice(0).toReversed()) await step()
}

await main().catch(async (problem: unknown) => {
  await stopAll().catch(() => undefined)
  endWith(problem)
})
