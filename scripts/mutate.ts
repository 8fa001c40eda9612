import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { ofTheDatabase, type Mutation } from './mutating/database.ts'
import { ofTheSource } from './mutating/source.ts'
import { firstRed, helpings, type Red } from './mutating/tests.ts'

/**
 * `npm run mutate [-- part-of-a-name]`: takes away every policy, trigger, check, unique index, grant and refusal, one at
 * a time, and looks for a test that turns red. Takes hours; goes on where it stopped (test-results/mutations.jsonl, which
 * to begin anew is deleted). Writes into lib while it runs, and puts every line back.
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
const all = [...(await ofTheDatabase()), ...ofTheSource()].filter(({ name }) => name.includes(wanted))

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
    for (const helping of helpings({ name, about })) {
      const red = await firstRed(helping, sql)
      if (red) return red
    }
    return null
  } finally {
    putBack()
    process.off('exit', putBack)
  }
}
