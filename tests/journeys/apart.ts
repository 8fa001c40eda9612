import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { expect } from '@playwright/test'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { freePort } from '#scripts/database/embedded.ts'
import { openThrowaway } from '#scripts/database/throwaway.ts'

/** The service with a database and a mailbox of its own, in one process or several. */
export interface Apart {
  /** Where each process answers. */
  addresses: string[]
  /** Whom mail has come for, one entry a letter. */
  letters: string[]
  /** What they say, in the same order, with the lines of their encoding put together. */
  texts: string[]
  /** What stands in the tables, as their owner. */
  owner: (text: string, values?: unknown[]) => Promise<pg.QueryResult>
  /** Without any rule, not even those of the tables: to bring about what no verb would. */
  force: (text: string, values?: unknown[]) => Promise<pg.QueryResult>
  stop: () => Promise<void>
}

/** Starts all in the same moment on an empty database: each is ready, and the world is made once. */
export async function startApart(count: number): Promise<Apart> {
  const database = await openThrowaway()
  const mail = await mailbox()
  const ports = await Promise.all(Array.from({ length: count }, freePort))
  const processes = ports.map((port) => start(port, { DATABASE_URL: database.superuserUrl, HANAI_SECRET: database.secret, SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'hanai@demo.example' }))
  const owner = new pg.Client({ connectionString: database.urls.migrate, options: '-c role=hanai_owner' })
  const superuser = new pg.Client({ connectionString: database.superuserUrl, options: '-c session_replication_role=replica' })
  const stop = async () => {
    await Promise.all([owner.end(), superuser.end()])
    await Promise.all(processes.map(end))
    await mail.close()
    await database.stop()
  }
  try {
    await Promise.all([owner.connect(), superuser.connect()])
    await Promise.all(ports.map((port, at) => ready(port, processes[at])))
  } catch (problem) {
    await stop()
    throw problem
  }
  return {
    addresses: ports.map((port) => `http://localhost:${port}`),
    letters: mail.letters,
    texts: mail.texts,
    owner: (text, values) => owner.query(text, values),
    force: (text, values) => superuser.query(text, values),
    stop,
  }
}

function start(port: number, settings: Record<string, string>): ChildProcess {
  const env = { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' as const, PORT: String(port), LOG_LEVEL: 'warn', ...settings }
  return spawn(process.execPath, ['scripts/serve.ts'], { cwd: resolve('.'), env, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function ready(port: number, child: ChildProcess | undefined) {
  const answers = async () => (child?.exitCode === null ? ((await fetch(`http://localhost:${port}/api/ready`).catch(() => undefined))?.ok ?? false) : 'it has ended')
  await expect.poll(answers, { timeout: 150_000 }).not.toBe(false)
  expect(await answers()).toBe(true)
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

async function mailbox() {
  const letters: string[] = []
  const texts: string[] = []
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const [head = '', ...body] = raw.split('\r\n\r\n')
        const text = body.join('')
        texts.push(/base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : text.replace(/=\r\n/g, '').replace(/=3D/g, '='))
        letters.push(session.envelope.rcptTo.map(({ address }) => address).join())
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return { letters, texts, port, close: () => new Promise<void>((done) => server.close(() => done())) }
}
