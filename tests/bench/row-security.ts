import pg from 'pg'
import { caseList } from '#lib/cases/list.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { sql } from '#lib/core/sql.ts'
import type { EmbeddedDatabase } from '#scripts/database/open.ts'
import { timelineOf } from '#lib/timeline/queries.ts'
import type { Person } from './stage.ts'

/**
 * What row security costs: all that a list or a timeline asks, as the house's own role and as the superuser, whom no row is
 * hidden from. Each time within a transaction that knows who asks, as a page's does; the two take turns.
 */
export async function rowSecurity(database: EmbeddedDatabase, worker: Person, coordinator: Person, caseId: string): Promise<void> {
  console.log('\nquestion                                     with rows secured   without   ratio')
  const list = await statementsOf((tx) => caseList(tx, actor(worker, 'COUNSELOR'), {}))
  const office = await statementsOf((tx) => caseList(tx, actor(coordinator, 'COORDINATOR'), {}))
  const timeline = await statementsOf((tx) => timelineOf(tx, actor(worker, 'COUNSELOR'), caseId, {}))
  await compare('my cases, 50 by due date', database, { who: worker, statements: list, most: 2 })
  await compare('the office’s cases, 50 by due date', database, { who: coordinator, statements: office, most: 2 })
  await compare('a case’s timeline', database, { who: worker, statements: timeline, onlyCase: caseId, most: 1.5 })
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

interface Question {
  who: Person
  statements: Statement[]
  /** As `onlyCase` of the door. */
  onlyCase?: string
  most: number
}

async function compare(name: string, { urls, superuserUrl }: EmbeddedDatabase, question: Question) {
  const clients = [new pg.Client({ connectionString: urls.app }), new pg.Client({ connectionString: superuserUrl })] as const
  const times: [number[], number[]] = [[], []]
  for (const client of clients) await client.connect()
  for (let again = 0; again < 300; again++) for (const at of [0, 1] as const) times[at].push(await timeOf(clients[at], question))
  for (const client of clients) await client.end()
  const [secured, open] = times.map((each) => each.toSorted((a, b) => a - b)[150] ?? 0) as [number, number]
  const ratio = secured / open
  console.log(`${name.padEnd(44)} ${secured.toFixed(2)} ms`.padEnd(64), `${open.toFixed(2)} ms  `, `${ratio.toFixed(2)} ${ratio <= question.most ? '✓' : '✗'} ≤ ${question.most}`)
}

async function timeOf(client: pg.Client, { who, statements, onlyCase = '' }: Question): Promise<number> {
  await client.query('begin')
  await client.query(`select set_config('hanai.session', $1, true), set_config('hanai.only_case', $2, true)`, [who.key, onlyCase])
  await client.query('select app.actor_id()')
  const before = performance.now()
  for (const [at, { text, values }] of statements.entries()) await client.query({ name: `measured ${at}`, text, values })
  const time = performance.now() - before
  await client.query('commit')
  return time
}

function actor({ officeId, staffId, key }: Person, role: Actor['role']): Actor {
  return { sessionKey: key, officeId, staffId, agencyId: staffId, agencyKind: 'SCHOOL', role, name: '', agencyName: '', jobTitle: '', locale: 'ko', inside: true, cleared: true }
}
