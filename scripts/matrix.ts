import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { vitest } from './testing/steps.ts'

interface Tally {
  judge: string
  cells: number
  differences: string[]
}

/** `npm run matrix`: role × relation × thing or deed × state, asked of three judges (the written table, the application, the bare database), with every cell in which they differ. */
const file = join(import.meta.dirname, '../test-results/matrix.jsonl')
mkdirSync(join(file, '..'), { recursive: true })
rmSync(file, { force: true })
process.env['HANAI_MATRIX'] = file
const { failed } = await vitest(['access'])
const tallies = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Tally) : []

console.log('')
for (const { judge, cells, differences } of tallies) {
  console.log(`${judge.padEnd(52)} ${String(cells).padStart(6)} cells, ${differences.length} disagreements`)
  for (const difference of differences) console.log(`    ${difference}`)
}
const sum = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0)
console.log(`\n${sum(({ cells }) => cells)} cells, ${sum(({ differences }) => differences.length)} disagreements`)
if (failed > 0) process.exitCode = 1
