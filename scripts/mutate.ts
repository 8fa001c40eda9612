import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Mutation } from './mutating/database.ts'
import { ofTheSource } from './mutating/source.ts'
import { keepTemplate } from './mutating/template.ts'
import { firstRed, helpings, typeError, type Red } from './mutating/tests.ts'

/**
 * `npm run mutate [-- part-of-a-name]`: takes away every policy, trigger, check, unique index, grant and refusal, one at
 * a time, and looks for a test that turns red. First whether the list of rights (tests/guards/rights.txt) misses each of
 * the database's, a minute; then for a test of what it does, which takes hours and goes on where it stopped
 * (test-results/mutations.jsonl, which to begin anew is deleted). Writes into lib while it runs, and puts every line back.
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
const all = [...template.rules, ...ofTheSource()].filter(({ name }) => name.includes(wanted))

for (const [at, mutation] of all.entries()) {
  if (outcomes.has(mutation.name)) continue
  const red = await tryOut(mutation)
  // A test that only ran out of time proves nothing.
  if (red?.why.includes('timed out')) continue
  const outcome = { name: mutation.name, red }
  outcomes.set(mutation.name, outcome)
  appendFileSync(FILE, `${JSON.stringify(outcome)}\n`)
  console.log(`${at + 1}/${all.length} ${red ? 'red  ' : 'GREEN'} ${mutation.name}${red ? ` · ${red.test}` : ''}`)
}

await template.stop()

const seen = all.flatMap(({ name }) => outcomes.get(name) ?? [])
const green = seen.filter(({ red }) => !red)
for (const { name } of green) console.log(`not noticed: ${name}`)
console.log(`\n${all.length} rules, ${seen.length} taken away, ${seen.length - green.length} noticed, ${green.length} not`)
process.exitCode = green.length > 0 ? 1 : 0

async function tryOut({ sql, source, about, name }: Mutation): Promise<Red | null> {
  const text = source && readFileSync(source.file, 'utf8')
  const putBack = () => source && text !== undefined && writeFileSync(source.file, text)
  process.once('exit', putBack)
  try {
    if (source && text !== undefined) writeFileSync(source.file, text.split('\n').map((line, at) => (at === source.line ? '' : line)).join('\n'))
    await template.breakBy(sql)
    const { users, near, matrix } = helpings({ name, about })
    const tried = async (run: string[]) => (run.length > 0 ? firstRed(run, template.given) : null)
    return (await tried(users)) ?? (source ? typeError() : null) ?? (await tried(near)) ?? (await tried(matrix))
  } finally {
    putBack()
    process.off('exit', putBack)
  }
}
