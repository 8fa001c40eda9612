import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const file = join(import.meta.dirname, '../../../lib/core/log.ts')

/** What stands in the log after `statements`, line by line. */
function logged(statements: string): string[] {
  const program = `import { log } from ${JSON.stringify(file)}\n${statements}`
  const { stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program], { env: { ...process.env, LOG_LEVEL: 'info' }, encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.split('\n').slice(0, -1)
}

test('one line an entry, whatever is in it: nothing that is sent begins a line of its own', () => {
  const sent = 'x\n{"level":"info","msg":"sign-in.entered"}\r\u2028\u0000\u001b[31m"}'
  const lines = logged(`log.info({ route: ${JSON.stringify(sent)} }, 'request'); log.warn({}, 'next')`)
  expect(lines).toHaveLength(2)
  expect(lines[0]).not.toMatch(/\p{Cc}/u)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', msg: 'request', route: sent })
})

test('each entry says when, to the millisecond and in UTC, and how grave it is', () => {
  const [line = ''] = logged(`log.error({ code: 'x' }, 'fault')`)
  const entry = JSON.parse(line) as { time: string; level: string }
  expect(entry.level).toBe('error')
  expect(entry.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(Math.abs(Date.parse(entry.time) - Date.now())).toBeLessThan(60_000)
})

test('what is not on the list of fields is not written: no name, text, key, password or message', () => {
  const [line = ''] = logged(`log.info({ method: 'POST', ...{ name: '박이든', password: 'hunter2', cookie: 'abc', message: 'duplicate key (phone)', err: new Error('secret') } }, 'request')`)
  const { time: _, ...entry } = JSON.parse(line) as Record<string, unknown>
  expect(entry).toEqual({ level: 'info', method: 'POST', msg: 'request' })
})
