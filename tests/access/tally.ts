import { appendFileSync } from 'node:fs'
import { afterAll, expect } from 'vitest'

interface Tally {
  judge: string
  cells: number
  differences: string[]
}

const tallies = new Map<string, Tally>()

/** The answers a judge gave and those written down must be the same; each is a cell that `npm run matrix` counts, and names when it differs. */
export function agree(judge: string, who: string, found: Record<string, unknown>, expected: Record<string, unknown>): void {
  const tally = tallies.get(judge) ?? { judge, cells: 0, differences: [] }
  tallies.set(judge, tally)
  for (const name of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    tally.cells++
    if (JSON.stringify(found[name]) !== JSON.stringify(expected[name])) tally.differences.push(`${who} · ${name}`)
  }
  expect(found).toEqual(expected)
}

afterAll(() => {
  const file = process.env['HANAI_MATRIX']
  if (file) appendFileSync(file, [...tallies.values()].map((tally) => `${JSON.stringify(tally)}\n`).join(''))
})
