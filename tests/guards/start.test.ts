import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { freePort, startEmbedded } from '#scripts/database/embedded.ts'
import { holdFolder } from '#scripts/database/holder.ts'

const folder = mkdtempSync(join(tmpdir(), 'hanai-start-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const server = { folder: join(folder, 'postgres'), password: 'a password of this test' }
const run = promisify(execFile)

/** What `npm start` says when it cannot: everything it printed, and its exit code. */
async function refused(env: Record<string, string>, args = ['scripts/serve.ts']) {
  const problem: unknown = await run(process.execPath, args, { cwd: resolve('.'), env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...env } }).catch((error: unknown) => error)
  const { code, stdout, stderr } = problem as { code: number; stdout: string; stderr: string }
  return { code, said: stdout + stderr }
}

function expectOneClearSentence({ code, said }: { code: number; said: string }, about: string) {
  expect(code).toBe(1)
  expect(said).toContain(about)
  expect(said).toMatch(/✗ .*[가-힣].*\n {2}.*[a-z]/)
  expect(said).not.toMatch(/\n\s+at .*:\d+/)
}

test('a taken port is told in one sentence', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  expectOneClearSentence(await refused({ PORT: String(port), HANAI_DATA: join(folder, 'unused') }), String(port))
  other.close()
})

test('a data folder that cannot be written is told in one sentence', async () => {
  writeFileSync(join(folder, 'a-file'), '')
  expectOneClearSentence(await refused({ PORT: String(await freePort()), HANAI_DATA: join(folder, 'a-file/data') }), 'HANAI_DATA')
})

test('an unreachable database is told in one sentence, without its password', async () => {
  const answer = await refused({ PORT: String(await freePort()), HANAI_DATA: join(folder, 'unused'), DATABASE_URL: `postgresql://someone:verysecret@127.0.0.1:${await freePort()}/hanai` })
  expectOneClearSentence(answer, 'DATABASE_URL')
  expect(answer.said).not.toContain('verysecret')
})

test('wrong settings are named, all at once, and their values kept', async () => {
  const answer = await refused({ PORT: '70000', HANAI_MODE: 'production', HANAI_SECRET: 'tooshort' })
  expectOneClearSentence(answer, 'PORT')
  for (const name of ['HANAI_SECRET', 'HANAI_URL', 'DATABASE_URL']) expect(answer.said).toContain(name)
  expect(answer.said).not.toContain('tooshort')
})

test('a Node that is too old is told in one sentence', async () => {
  const old = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.0'})`
  expectOneClearSentence(await refused({}, ['--import', old, 'scripts/prepare.mjs', 'start']), '18.20.0')
})

test('a database whose process was killed comes back with all its data', async () => {
  const first = await startEmbedded(server)
  await query(first.superuserUrl('postgres'), 'create table kept (word text)', `insert into kept values ('한아이')`)
  process.kill(first.pid, 'SIGKILL')
  await first.ended

  const second = await startEmbedded(server)
  expect(await query(second.superuserUrl('postgres'), 'select word from kept')).toEqual([{ word: '한아이' }])
  await second.stop()
})

test('a database left behind by a killed app is found and followed', async () => {
  const script = `import { freePort, startEmbedded } from '#scripts/database/embedded.ts'; const s = await startEmbedded(${JSON.stringify(server)}); console.log(s.pid); setInterval(() => {}, 1000)`
  const app = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: resolve('.'), stdio: ['ignore', 'pipe', 'inherit'] })
  await once(app.stdout, 'data')
  app.kill('SIGKILL')
  await once(app, 'exit')

  const next = await startEmbedded(server)
  expect(await query(next.superuserUrl('postgres'), 'select word from kept')).toEqual([{ word: '한아이' }])
  await next.stop()
})

test('a data folder in use by a living app is refused, one of a dead app is not', () => {
  const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
  const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  writeFileSync(join(folder, 'running'), `${process.ppid} ${began}\n`)
  expect(() => holdFolder(folder)).toThrow(/already running/)

  // The same process number, but another process than the one that wrote it.
  writeFileSync(join(folder, 'running'), `${process.ppid} 1\n`)
  expect(() => holdFolder(folder)).not.toThrow()
})

async function query(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let rows: unknown[] = []
  for (const statement of statements) rows = (await client.query(statement)).rows
  await client.end()
  return rows
}
