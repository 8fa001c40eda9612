import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { encode } from 'next-auth/jwt'
import type pg from 'pg'

/** Somebody of the bench world with her session, as the browser carries it. */
export interface Person {
  staffId: string
  officeId: string
  key: string
  cookie: string
}

/** Begins a session as signing in would. */
export async function signIn(owner: pg.Client, secret: string, { officeId, staffId }: Pick<Person, 'officeId' | 'staffId'>): Promise<Person> {
  const key = randomBytes(32)
  await owner.query(
    `insert into sessions (id, office_id, staff_id, key_hash, created_at, expires_at, method) values (gen_random_uuid(), $1, $2, $3, now(), now() + interval '2 hours', 'PASSWORD')`,
    [officeId, staffId, createHash('sha256').update(key).digest()])
  const token = await encode({ token: { key: key.toString('hex') }, secret })
  return { staffId, officeId, key: key.toString('hex'), cookie: `hanai.session=${token}; hanai_locale=ko` }
}

/** A server of ours in a process of its own; resolves when it answers. */
export async function start(args: string[], env: Record<string, string>, ready: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
  const until = Date.now() + 60_000
  for (;;) {
    const there = await fetch(ready).then(({ ok }) => ok, () => false)
    if (there) return child
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${args.join(' ')} does not start`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Memory a process holds, in MB. */
export function memoryOf(pid: number | undefined): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}

/** Processor time a process has used so far, in milliseconds: unlike the clock it does not see who else is at work. */
export function processorOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
