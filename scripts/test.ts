import { deadCode, drift, journeys, layering, lint, types, vitest, type Count } from './testing/steps.ts'

/** Everything that proves the house stands; `--quick` leaves out most of what needs a database, and what needs a browser. */
const quick = process.argv.includes('--quick')

type Step = [name: string, step: () => Promise<Count>]

/** Each needs one core: two go side by side. */
const reading: Step[] = [['types', types], ['lint', lint], ['layering', layering], ['dead code', deadCode], ['migrations and models agree', drift]]
const running: Step[] = quick
  ? [['unit tests', () => vitest(['unit'])]]
  : [['unit, verbs, access, guards, canaries', () => vitest(['unit', 'verbs', 'access', 'guards', 'canaries'])], ['journeys', journeys]]

const total: Count = { passed: 0, failed: 0 }
const times: string[] = []

await Promise.all([inTurn(reading), inTurn(reading)])
await inTurn(running)

/** Takes one step after the other until none is left. */
async function inTurn(steps: Step[]): Promise<void> {
  for (let next = steps.shift(); next; next = steps.shift()) {
    const [name, step] = next
    console.log(`\n▸ ${name}`)
    const began = performance.now()
    const { passed, failed } = await step()
    total.passed += passed
    total.failed += failed
    times.push(`  ${failed ? '✗' : '✓'} ${name.padEnd(38)} ${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed`)
  }
}

console.log(`\n${times.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
