import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from '@playwright/test'
import pg from 'pg'
import { closeDoor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import type { Actor } from '#lib/core/actor.ts'
import { actorFor, bootstrap } from '#prisma/seed/bootstrap.ts'
import { cast } from '#prisma/seed/cast.ts'
import { freePort } from '#scripts/database/embedded.ts'
import { openThrowaway } from '#scripts/database/throwaway.ts'
import type { Ids } from './addresses.ts'
import { makeCommons } from './commons.ts'
import type { Canary } from './children.ts'
import { logOf } from './outside.ts'
import { openPostBox } from './post-box.ts'
import { settle } from './settle.ts'
import { inOrder, type Stage } from './stage.ts'
import { strangerOffice } from './stranger-office.ts'

/** The built service with a database, a mailbox and files of its own, in which fifty children live and nobody else does. */
export interface Service {
  address: string
  idsOf: (canary: Canary) => Ids
  stage: Stage
  letters: string[]
  /** All that the process and its database server have written down, at their most talkative. */
  logs: () => { process: string; database: string }
  stop: () => Promise<void>
}

export async function startService(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'hanai-canaries-'))
  const [database, box, port] = await Promise.all([openThrowaway(), openPostBox(), freePort()])
  const address = `http://localhost:${port}`
  const shared = { HANAI_SECRET: database.secret, HANAI_KEYS: join(folder, 'keys.json'), HANAI_AUDIT_HEADS: join(folder, 'heads') }
  // What the children's people do is done from here, by the same verbs with the same keys.
  Object.assign(process.env, { ...shared, DATABASE_APP_URL: database.urls.app, DATABASE_AUTH_URL: database.urls.auth, DATABASE_JOBS_URL: database.urls.jobs, LOG_LEVEL: 'silent' })
  const child = start(join(folder, 'log'), { ...shared, PORT: String(port), DATABASE_URL: database.superuserUrl, HANAI_DATA: folder, HANAI_DEMO: 'off', LOG_LEVEL: 'debug', SMTP_URL: box.url, MAIL_FROM: 'hanai@demo.example' })
  const owner = new pg.Client({ connectionString: database.urls.migrate, options: '-c role=hanai_owner' })
  const superuser = new pg.Client({ connectionString: database.superuserUrl })
  const stop = async () => {
    await end(child)
    await Promise.all([owner.end(), superuser.end(), closeDoor(), closeIdentityDoor(), box.close()])
    await database.stop()
    rmSync(folder, { recursive: true })
  }
  try {
    await owner.connect()
    await ready(address, child)
    const stage = await makeStage(owner)
    await superuser.connect()
    const databaseLog = await logOf(superuser)
    const { traces, importId } = await settle(stage)
    const commons = await makeCommons(stage, soon)
    const partner = stage.ground.agencyIds['NGO1'] ?? ''
    return {
      address, stage, letters: box.letters, stop,
      idsOf: ({ n }) => ({ student: '', guardian: '', ...traces.get(n), ...commons, importId, partner }),
      logs: () => ({ process: readFileSync(join(folder, 'log'), 'utf8'), database: readFileSync(databaseLog, 'utf8') }),
    }
  } catch (problem) {
    await stop()
    throw problem
  }
}

function start(log: string, settings: Record<string, string>): ChildProcess {
  const output = openSync(log, 'a')
  const child = spawn(process.execPath, ['scripts/serve.ts'], { cwd: resolve('.'), env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...settings }, stdio: ['ignore', output, output] })
  closeSync(output)
  return child
}

async function ready(address: string, child: ChildProcess) {
  await soon(async () => (child.exitCode !== null || (await fetch(`${address}/api/ready`).catch(() => undefined))?.ok) || undefined)
  if (child.exitCode !== null) throw new Error('the service has ended')
}

/** What comes of asking again and again. */
async function soon<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const found: { answer?: T | undefined } = {}
  await expect.poll(async () => (found.answer = await ask()), { timeout: 60_000, intervals: [50] }).toBeDefined()
  return found.answer as T
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

/** The office with its people, and another office that has nothing to do with it. */
async function makeStage(client: pg.Client): Promise<Stage> {
  const today = new Date()
  const ground = await bootstrap(client, new Date(today.getTime() - 90 * 86_400_000))
  const owner = inOrder((text, values) => client.query(text, values))
  await strangerOffice(owner)
  const actors = new Map<string, Actor>()
  for (const { name } of cast) actors.set(name, await actorFor(client, ground, name))
  const as = (name: string): Actor => {
    const actor = actors.get(name)
    if (!actor) throw new Error(`nobody of the cast is called ${name}`)
    return actor
  }
  return { ground, as, owner, at: (deed) => deed(), today }
}
