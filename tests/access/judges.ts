import type pg from 'pg'
import { asActor, type Tx } from '#lib/core/door.ts'
import { statementName } from '#lib/core/statement-name.ts'
import { headOf } from '#lib/cases/head.ts'
import { documentsOf, papersOf } from '#lib/documents/queries.ts'
import { caseList } from '#lib/cases/list.ts'
import { casePage } from '#lib/cases/queries.ts'
import { followCase } from '#lib/cases/follow-case.ts'
import { recipientsOf } from '#lib/sharing/queries.ts'
import { sealedOf } from '#lib/sealed/queries.ts'
import { studentHead } from '#lib/students/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { found } from '#lib/today/search.ts'
import { things, type Thing } from './expected.ts'
import { closedBefore, type Cell } from './rows.ts'

/** The table whose rows a thing is. */
const tableOf = (thing: Thing): string => {
  if (thing.startsWith('note')) return 'notes'
  if (thing.startsWith('goal')) return 'goals'
  if (thing.startsWith('support')) return 'interventions'
  if (thing.startsWith('session')) return 'intervention_sessions'
  if (thing.startsWith('document')) return 'documents'
  if (thing === 'the other side') return 'other_sides'
  if (thing.startsWith('named')) return 'sealed_readers'
  if (thing.endsWith('member')) return 'case_members'
  const tables: Partial<Record<Thing, string>> = {
    case: 'cases', level: 'case_levels', proposal: 'level_proposals', closure: 'closures', reopening: 'reopenings', consent: 'consents', 'what shows the consent': 'consent_evidence', basis: 'lawful_bases', 'guardian block': 'guardian_blocks', 'why a guardian is not told': 'guardian_block_reasons', 'basis review': 'basis_reviews',
    referral: 'referrals', 'referral decision': 'referral_decisions', student: 'students', guardian: 'guardians',
  }
  return tables[thing] ?? ''
}

/** The first judge: row security alone, asked as the application's role with that person's session. */
export async function seenBySql(app: pg.Client, { actor, ids }: Cell): Promise<Thing[]> {
  const exist = things.filter((thing) => ids[thing])
  const asked = exist.map((thing, at) => `select ${at} as at, count(*)::int as n from ${tableOf(thing)} where ${thing === 'what shows the consent' ? 'consent_id' : 'id'} = any($${at + 1}::uuid[])`)
  return within(app, actor.sessionKey, async () => {
    const text = asked.join(' union all ')
    const { rows } = await app.query<{ at: number; n: number }>({ name: statementName({ sql: text }), text, values: exist.map((thing) => ids[thing]) })
    return exist.filter((thing, at) => {
      const n = rows.find((row) => row.at === at)?.n ?? 0
      if (n !== 0 && n !== ids[thing]?.length) throw new Error(`${thing}: ${n} of ${ids[thing]?.length} rows`)
      return n > 0
    })
  })
}

/** Notes and the entries of the timeline that carry them must be open to the same people. */
export async function entriesBySql(app: pg.Client, { actor, caseId }: Cell): Promise<string[]> {
  return within(app, actor.sessionKey, async () => {
    const { rows } = await app.query<{ id: string }>('select note_id as id from events where case_id = $1 and note_id is not null order by 1', [caseId])
    return rows.map(({ id }) => id)
  })
}

/** Of which files she reads on the timeline that they were put there. */
export async function filesBySql(app: pg.Client, { actor, caseId }: Cell): Promise<string[]> {
  return within(app, actor.sessionKey, async () => {
    const { rows } = await app.query<{ id: string }>(`select data ->> 'documentId' as id from events where case_id = $1 and type = 'document.added' order by 1`, [caseId])
    return rows.map(({ id }) => id)
  })
}

/** What the case is about: a column nobody reads, and what the database tells of it. */
export async function aboutBySql(app: pg.Client, { actor, caseId }: Cell): Promise<string[]> {
  return within(app, actor.sessionKey, async () => {
    const { rows } = await app.query<{ about: string[] | null }>('select app.domains_of($1) as about', [caseId])
    return rows[0]?.about ?? []
  })
}

export async function within<T>(app: pg.Client, sessionKey: string, work: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    await app.query(`select set_config('hanai.session', $1, true)`, [sessionKey])
    return await work()
  } finally {
    await app.query('rollback')
  }
}

export interface Screens {
  page: boolean
  list: boolean
  search: boolean
  live: boolean
  /** Notes on the timeline, goals, helps and people of the team as the page shows them. */
  notes: string[]
  goals: string[]
  supports: string[]
  team: number
  /** What the head says the case is about. */
  domains: string[]
  student: boolean
  consents: boolean
  /** Files of the case, and the paper that shows the consent. */
  documents: string[]
  /** Sealed records she is told of. */
  sealed: number
}

/** The second judge: what the application's own pages would show. */
export async function seenInApp(cell: Cell): Promise<Screens> {
  const { actor, caseId, studentId, number } = cell
  const page = await casePage(actor, caseId, {}, frameFor)
  const rest = await asActor(actor, async (tx) => ({
    found: await found(tx, actor, number),
    student: await studentHead(tx, actor, studentId),
    recipients: await recipientsOf(tx, actor, { id: caseId, studentId }),
    again: await headOf(tx, actor, caseId, true),
    list: await isListed(tx, cell),
    sealed: await sealedOf(tx, actor, caseId),
    documents: [...(await documentsOf(tx, actor, caseId)), ...(await papersOf(tx, actor, studentId))].map(({ id }) => id).sort(),
  }))
  if ((rest.again === null) !== (page === null)) throw new Error('the head says something else than the page')
  return {
    page: page !== null,
    list: rest.list,
    search: rest.found.some(({ items }) => items.some(({ href }) => href === `/cases/${caseId}`)),
    live: await isFollowed(cell),
    notes: (page?.timeline.entries ?? []).flatMap(({ note }) => (note ? [note.id] : [])).sort(),
    goals: (page?.goals ?? []).map(({ id }) => id).sort(),
    supports: (page?.supports ?? []).map(({ id }) => id).sort(),
    team: page?.audience.length ?? 0,
    domains: page?.head.domains ?? [],
    student: rest.student !== null,
    consents: rest.recipients.some(({ answers }) => answers.length > 0),
    documents: rest.documents,
    sealed: rest.sealed.length,
  }
}

/** Whether the case stands at its place in the list of the open or of the closed ones. */
async function isListed(tx: Tx, { actor, caseId, dueAt }: Cell): Promise<boolean> {
  const open = { after: { at: new Date(dueAt.getTime() - 1), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' } }
  const closed = { show: 'closed' as const, after: { at: new Date(dueAt.getTime() - closedBefore + 1), id: '00000000-0000-0000-0000-000000000000' } }
  for (const filters of [open, closed]) {
    const { cases } = await caseList(tx, actor, filters)
    if (cases.some(({ id }) => id === caseId)) return true
  }
  return false
}

async function isFollowed({ actor, caseId }: Cell): Promise<boolean> {
  const ending = new AbortController()
  const news = followCase(actor, caseId, { filters: {}, after: '00000000-0000-7000-8000-000000000000' }, ending.signal)
  const { value } = await news.next()
  ending.abort()
  await news.return()
  return value?.kind === 'seen'
}
