import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

/** After all stories: the server that served them kept a list (outgoing.mjs). */
const { HANAI_OUTGOING: file = '', JOURNEY_DATA: data = '', JOURNEY_PORT: own = '' } = process.env

test('in all these stories the server spoke to its own database, to itself, and to nobody else', () => {
  expect(existsSync(file), 'the list was kept').toBe(true)
  const called = readFileSync(file, 'utf8').trim().split('\n')
  const port = readFileSync(`${data}/postgres/postmaster.pid`, 'utf8').split('\n')[3]
  expect(called.length, 'there were connections to count').toBeGreaterThan(2)
  // The framework asks at our own address for the page that a form leads on to.
  const known = ['127.0.0.1', '::1'].flatMap((here) => [`${here} ${port}`, `${here} ${own}`])
  const others = called.filter((line) => !known.includes(line))
  console.log(`  ${called.length} outgoing connections, ${called.filter((line) => line.endsWith(` ${own}`)).length} of them to itself, ${others.length} to others`)
  expect(others).toEqual([])
})
