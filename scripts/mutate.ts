import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import type { Mutation } from './mutating/database.ts'
import { ofTheSource } from './mutating/source.ts'
import { keepTemplate } from './mutating/template.ts'
import { helpings, missedBy, redIn, typeError, whoMeets, type Red } from './mutating/tests.ts'

/**
 * `npm run mutate [-- part-of-a-name]`: takes away every policy, trigger, check, unique index, grant and refusal, one at
 * a time, and looks for a test that turns red. First whether the list of rights (tests/guards/rights.txt) misses each of
 * the database's, a minute. Then the refusals (`-- guard`), each by the tests that meet it, an hour. Last what each of the
 * database's does, hours. Goes on where it stopped (test-results/mutations.jsonl; to begin anew, or after new tests, delete it and refused.jsonl).
 */
const FILE = 'test-results/mutations.jsonl'
const wanted = process.argv[2] ?? ''
mkdirSync('test-results', { recursive: true })

interface Outcome {
  name: string
  red: Red | null
}

const before = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Outcome) : []
const outcomes = new Map(before.map((outcome) => [outcome.name, outcome]))
const template = await keepTemplate()
const unlisted = await template.unlisted()
console.log(`${template.rules.length} rules of the database taken away, ${template.rules.length - unlisted.length} missed by the list of rights`)
for (const name of unlisted) console.log(`not missed: ${name}`)
const all = [...ofTheSource(), ...template.rules].filter(({ name }) => name.includes(wanted))
const ahead = all.filter(({ name }) => !outcomes.has(name))
const met = ahead.some(({ source }) => source) ? await whoMeets(template.given) : new Map<string, never>()

// A refusal is left out as the tests read it: two at once are not in each other's way.
const refusals = ahead.filter(({ source }) => source)
const work = async () => {
  for (let next = refusals.shift(); next; next = refusals.shift()) {
    const red = await missedBy(next.name, met.get(next.name) ?? [], template.given)
    if (red) tell(next, red)
  }
}
await Promise.all([work(), work()])
for (const unmissed of ahead.filter(({ name, source }) => source && !outcomes.has(name))) tell(unmissed, typeError(unmissed))
for (const rule of ahead.filter(({ source }) => !source)) {
  await template.breakBy(rule.sql)
  const { near, matrix, far } = helpings(rule)
  tell(rule, (await redIn(near, template.given)) ?? (await redIn(matrix, template.given)) ?? (await redIn(far, template.given)))
}

await template.stop()

const seen = all.flatMap(({ name }) => outcomes.get(name) ?? [])
const green = seen.filter(({ red }) => !red)
for (const { name } of green) console.log(`not noticed: ${name}`)
console.log(`\n${all.length} rules, ${seen.length} taken away, ${seen.length - green.length} noticed, ${green.length} not`)
process.exitCode = green.length > 0 ? 1 : 0

function tell({ name }: Mutation, red: Red | null) {
  // A test that only ran out of time proves nothing.
  if (red?.why.includes('timed out')) return
  const outcome = { name, red }
  outcomes.set(name, outcome)
  appendFileSync(FILE, `${JSON.stringify(outcome)}\n`)
  console.log(`${outcomes.size}/${all.length} ${red ? 'red  ' : 'GREEN'} ${name}${red ? ` · ${red.test}` : ''}`)
}
