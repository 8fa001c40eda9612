import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

/** After all stories: the server that served them kept a list (outgoing.mjs). */
const { HANAI_OUTGOING: file = '', JOURNEY_DATA: data = '' } = process.env

test('in all these stories the server spoke to its own database and to nobody else', () => {
  expect(existsSync(file), 'the list was kept').toBe(true)
  const called = readFileSync(file, 'utf8').trim().split('\n')
  const port = readFileSync(`${data}/postgres/postmaster.pid`, 'utf8').split('\n')[3]
  expect(called.length, 'there were connections to count').toBeGreaterThan(2)
  console.log(`  ${called.length} outgoing connections, ${called.filter((line) => line === `127.0.0.1 ${port}`).length} of them to the database`)
  expect([...new Set(called)].filter((line) => !new RegExp(`^(127\\.0\\.0\\.1|::1) ${port}$`).test(line))).toEqual([])
})
