import pg from 'pg'
import { env } from '#lib/core/env.ts'
import { log } from '#lib/core/log.ts'

/**
 * One ear a process: a connection of its own on which Postgres says that something was written (100-rules.sql), by
 * identifiers alone. Whoever looks on is woken and reads for herself, under her own rights.
 */
interface Ear {
  /** By case, whom to wake. */
  waiting: Map<string, Set<() => void>>
  client: pg.Client | undefined
  /** Connecting, or waiting to try again. */
  trying: boolean
  failures: number
  pulse: NodeJS.Timeout | undefined
  closed: boolean
}

// On globalThis: the bundler may load this module more than once in a process.
const shared = globalThis as unknown as { hanaiEar?: Ear }

const channel = 'hanai'
/** A connection that died without a word is noticed after so long. */
const pulseEvery = 30_000
const longestPause = 10_000

/** Calls `wake` whenever something may have been written to the case, until the returned function is called. */
export function listenTo(caseId: string, wake: () => void): () => void {
  const ear: Ear = (shared.hanaiEar ??= { waiting: new Map<string, Set<() => void>>(), client: undefined, trying: false, failures: 0, pulse: undefined, closed: false })
  const those = ear.waiting.get(caseId) ?? new Set<() => void>()
  ear.waiting.set(caseId, those.add(wake))
  if (!ear.client) void open(ear)

  return () => {
    those.delete(wake)
    if (those.size === 0) ear.waiting.delete(caseId)
  }
}

/** For tests and a graceful stop. */
export async function stopListening(): Promise<void> {
  const ear = shared.hanaiEar
  delete shared.hanaiEar
  if (!ear) return
  ear.closed = true
  clearInterval(ear.pulse)
  await ear.client?.end().catch(() => undefined)
}

async function open(ear: Ear) {
  if (ear.trying || ear.closed) return
  ear.trying = true
  const client = new pg.Client({ connectionString: env().appUrl, keepAlive: true, connectionTimeoutMillis: 5_000, query_timeout: 5_000 })
  client.on('notification', ({ payload }) => hear(ear, payload))
  // Of an error and the end that follows it, the first loses the connection and the second finds another one.
  client.on('error', () => lose(ear, client))
  client.on('end', () => lose(ear, client))
  try {
    await client.connect()
    await client.query(`listen ${channel}`)
  } catch {
    void client.end().catch(() => undefined)
    again(ear)
    return
  }
  ear.trying = false
  ear.failures = 0
  ear.client = client
  if (ear.closed) return void client.end().catch(() => undefined)
  ear.pulse = setInterval(() => void client.query('select 1').catch(() => lose(ear, client)), pulseEvery)
  ear.pulse.unref()
  // What was said while nobody listened is caught up with by looking.
  for (const those of ear.waiting.values()) for (const wake of those) wake()
}

function hear(ear: Ear, payload: string | undefined) {
  const about = caseIn(payload)
  for (const wake of (about && ear.waiting.get(about)) || []) wake()
}

function caseIn(payload = ''): string | undefined {
  try {
    const said: unknown = JSON.parse(payload)
    return said !== null && typeof said === 'object' && 'case' in said && typeof said.case === 'string' ? said.case : undefined
  } catch {
    return undefined
  }
}

function lose(ear: Ear, client: pg.Client) {
  if (ear.client !== client) return
  ear.client = undefined
  clearInterval(ear.pulse)
  void client.end().catch(() => undefined)
  if (ear.closed) return
  log.warn({}, 'live.connectionLost')
  void open(ear)
}

/** Waits longer each time, each process for a time of its own. */
function again(ear: Ear) {
  const pause = Math.min(longestPause, 100 * 2 ** ear.failures++) * (0.5 + Math.random() / 2)
  setTimeout(() => {
    ear.trying = false
    void open(ear)
  }, pause).unref()
}
