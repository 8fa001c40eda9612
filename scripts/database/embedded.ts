import { once } from 'node:events'
import { existsSync, mkdirSync, openSync, closeSync, rmSync, writeFileSync, chownSync, statSync, truncateSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartRefusal } from '#scripts/refusal.ts'
import { accountFor, runAs, type Account } from './account.ts'
import { postgresBinaries } from './binaries.ts'
import { stopLeftover } from './leftover.ts'

/** A PostgreSQL of our own, listening on this machine only. */
export interface EmbeddedServer {
  /** Address of a database on it, signed in as its superuser; for provisioning only. */
  superuserUrl: (database: string) => string
  port: number
  pid: number
  /** Settles when the server ends without having been asked to. */
  ended: Promise<void>
  stop: () => Promise<void>
}

interface Options {
  /** Where the cluster lives; its parent must exist. An absolute path. */
  folder: string
  password: string
  /** Tests give up durability for speed. */
  settings?: Record<string, string>
}

/** Nothing that a person wrote may reach the database's log: no statements, no parameters, no row values. */
const QUIET_LOG = {
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

const OUR_MACHINE_ONLY = { listen_addresses: '127.0.0.1', unix_socket_directories: '', password_encryption: 'scram-sha-256' }

/** Makes the cluster when there is none, recovers from a killed run, and starts the server on a free port. */
export async function startEmbedded({ folder, password, settings = {} }: Options): Promise<EmbeddedServer> {
  const binaries = postgresBinaries()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const account = accountFor(folder, binaries)
  if (!(await stopLeftover(folder))) rmSync(join(folder, 'postmaster.pid'), { force: true })
  if (!existsSync(join(folder, 'PG_VERSION'))) await makeCluster(account, binaries, folder, password)

  const log = join(folder, '..', 'postgres.log')
  if (existsSync(log) && statSync(log).size > 10_000_000) truncateSync(log)

  const port = await freePort()
  const all = { ...OUR_MACHINE_ONLY, ...QUIET_LOG, shared_buffers: '256MB', max_connections: '120', ...settings, port: String(port) }
  const output = openSync(log, 'a', 0o600)
  const args = ['-D', folder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const child = runAs(account, join(binaries, 'postgres'), args, ['ignore', output, output])
  closeSync(output)
  const exited = once(child, 'exit')
  let asked = false
  const superuserUrl = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`

  await answering(superuserUrl('postgres'), () => child.exitCode !== null || child.signalCode !== null, log)
  // The server must not keep our own process alive by itself.
  child.unref()

  return {
    superuserUrl,
    port,
    pid: child.pid ?? 0,
    ended: new Promise((resolve) => {
      void exited.then(() => {
        if (!asked) resolve()
      })
    }),
    stop: async () => {
      asked = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.ref()
      child.kill('SIGINT')
      await exited
    },
  }
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** ICU and UTF-8 on purpose: with the C locale Korean trigrams are silently empty. */
async function makeCluster(account: Account, binaries: string, folder: string, password: string) {
  const passwordFile = `${folder}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account.ids.uid !== undefined) chownSync(passwordFile, account.ids.uid, account.ids.gid ?? account.ids.uid)
  const initdb = runAs(
    account,
    join(binaries, 'initdb'),
    ['-D', folder, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=ko-KR', '--no-instructions'],
    ['ignore', 'ignore', 'pipe'],
  )
  let complaint = ''
  initdb.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const [code] = (await once(initdb, 'close')) as [number | null]
  rmSync(passwordFile, { force: true })
  if (code === 0) return

  const reason = complaint.trim().split('\n').findLast((line) => line.includes('error:')) ?? `initdb: ${code}`
  throw new StartRefusal(
    `데이터베이스 폴더(${folder})를 만들 수 없어요. 쓰기 권한과 남은 공간을 확인해 주세요. (${reason})`,
    `The database folder (${folder}) cannot be made. Please check that it is writable and that there is space left. (${reason})`,
  )
}

async function answering(url: string, ended: () => boolean, log: string) {
  for (let tries = 0; tries < 1200; tries++) {
    if (ended()) break
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch {
      await wait(25)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  throw new StartRefusal(
    `내장 데이터베이스가 켜지지 않아요. ${log} 파일에 까닭이 적혀 있어요.`,
    `The embedded database does not start. The reason is written in ${log}.`,
  )
}
