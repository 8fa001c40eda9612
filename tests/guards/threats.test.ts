import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read } from './source.ts'

const rows = read('docs/security.md').split('\n').filter((line) => /^\| T\d+ \|/.test(line))

test('every threat has a line, in order', () => {
  expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual(Array.from({ length: 55 }, (_, at) => `T${at + 1}`))
})

test('every test that is said to answer one exists', () => {
  const missing = rows.flatMap((row) => [...row.matchAll(/`(tests\/[^`]+)`([^·|*]*)/g)].flatMap(([, file = '', rest = '']) => {
    const name = rest.trim()
    if (!existsSync(file)) return [file]
    return name === '' || read(file).includes(`'${name}'`) ? [] : [`${file}: ${name}`]
  }))
  expect(missing).toEqual([])
})

test('a threat without a test says that it is open, or why it does not apply', () => {
  expect(rows.filter((row) => !/`tests\/|\*open:\*|does not apply yet: ./.test(row))).toEqual([])
})
