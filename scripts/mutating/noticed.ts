import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'

/** Writes down which refusals each test met: run with each file of tests (scripts/mutating/vitest.config.ts). */
const refused = new Set<string>()
globalThis.hanaiRefused = (name) => refused.add(name)
let began = 0

beforeEach(() => {
  began = performance.now()
})

afterEach(() => {
  const { testPath = '', currentTestName: test = '' } = expect.getState()
  const line = { file: relative(process.cwd(), testPath), test, took: Math.round(performance.now() - began), refused: [...refused] }
  if (refused.size > 0) appendFileSync(process.env['HANAI_NOTICED'] ?? '', `${JSON.stringify(line)}\n`)
  refused.clear()
})
