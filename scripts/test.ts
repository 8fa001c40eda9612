import { deadCode, drift, journeys, layering, lint, types, vitest, type Count } from './testing/steps.ts'

/** Everything that proves the house stands; `--quick` leaves out what needs a database or a browser. */
const quick = process.argv.includes('--quick')

const STEPS: [name: string, step: () => Promise<Count>][] = [
  ['types', types],
  ['lint', lint],
  ['layering', layering],
  ['dead code', deadCode],
  ...(quick
    ? [['unit tests', () => vitest(['unit'])] as [string, () => Promise<Count>]]
    : ([
        ['migrations and models agree', drift],
        ['unit, verbs, access, guards, canaries', () => vitest(['unit', 'verbs', 'access', 'guards', 'canaries'])],
        ['journeys', journeys],
      ] satisfies [string, () => Promise<Count>][])),
]

const total: Count = { passed: 0, failed: 0 }
const times: string[] = []

for (const [name, step] of STEPS) {
  console.log(`\n▸ ${name}`)
  const began = performance.now()
  const { passed, failed } = await step()
  total.passed += passed
  total.failed += failed
  times.push(`  ${failed ? '✗' : '✓'} ${name.padEnd(38)} ${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed`)
}

console.log(`\n${times.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
