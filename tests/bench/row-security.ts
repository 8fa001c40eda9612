import pg from 'pg'
import { caseList } from '#lib/cases/list.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { sql } from '#lib/core/sql.ts'
import type { EmbeddedDatabase } from '#scripts/database/open.ts'
import { timelineOf } from '#lib/timeline/queries.ts'
import type { Person } from './stage.ts'

/** What row security costs, question by question: the house's own statements as its own role, and as the superuser, whom no row is hidden from. */
export async function rowSecurity(database: EmbeddedDatabase, worker: Person, coordinator: Person, caseId: string): Promise<void> {
  console.log('\nstatement                                    with rows secured   without   ratio')
  const list = await statementsOf((tx) => caseList(tx, actor(worker, 'COUNSELOR'), {}))
  const office = await statementsOf((tx) => caseList(tx, actor(coordinator, 'COORDINATOR'), {}))
  const timeline = await statementsOf((tx) => timelineOf(tx, actor(worker, 'COUNSELOR'), caseId, {}))
  await compare('my cases, 50 by due date', database, worker, list, 2)
  await compare('the office’s cases, 50 by due date', database, coordinator, office, 2)
  await compare('a case’s timeline', database, worker, timeline, 1.5)
}

interface Statement {
  text: string
  values: unknown[]
}

/** The statements of a query, without asking them. */
async function statementsOf(query: (tx: Tx) => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = []
  const listen = (strings: TemplateStringsArray, ...values: unknown[]) => {
    const { text, values: flat } = sql(strings, ...values)
    heard.push({ text, values: flat })
    return Promise.resolve([])
  }
  await query({ $queryRaw: listen } as unknown as Tx)
  return heard
}

async function compare(name: string, { urls, superuserUrl }: EmbeddedDatabase, who: Person, statements: Statement[], most: number) {
  const [first] = statements
  if (!first) throw new Error(`${name} asks nothing`)
  const secured = await middleTime(urls.app, who, first)
  const open = await middleTime(superuserUrl, who, first)
  if (secured.rows !== open.rows) console.log(`  (${secured.rows} and ${open.rows} rows)`)
  const ratio = secured.time / open.time
  console.log(`${name.padEnd(44)} ${secured.time.toFixed(2)} ms`.padEnd(64), `${open.time.toFixed(2)} ms  `, `${ratio.toFixed(2)} ${ratio <= most ? '✓' : '✗'} ≤ ${most}`)
}

async function middleTime(url: string, who: Person, { text, values }: Statement): Promise<{ time: number; rows: number }> {
  const client = new pg.Client({ connectionString: url, options: `-c hanai.session=${who.key}` })
  await client.connect()
  const times: number[] = []
  let rows = 0
  for (let again = 0; again < 200; again++) {
    const before = performance.now()
    rows = (await client.query({ name: 'measured', text, values })).rowCount ?? 0
    times.push(performance.now() - before)
  }
  await client.end()
  return { time: times.toSorted((a, b) => a - b)[100] ?? 0, rows }
}

function actor({ officeId, staffId, key }: Person, role: Actor['role']): Actor {
  return { sessionKey: key, officeId, staffId, agencyId: staffId, agencyKind: 'SCHOOL', role, name: '', agencyName: '', jobTitle: '', locale: 'ko', inside: true, cleared: true }
}
