import { expect } from 'vitest'
import { openCase, OpenCase } from '#lib/cases/open-case.ts'
import { morning, type World } from '#tests/world.ts'

/* What the tests of cases have in common: a form filled in, a case opened, and what really stands in the tables. */

type Filled = Partial<Record<'referralId' | 'studentId' | 'leadId' | 'level' | 'levelReason' | 'waits' | 'nextAction' | 'dueOn' | 'dueTime', string>> &
  Partial<Record<'redFlags' | 'ratings' | 'aggravators' | 'memberIds', string[]>>

/** The form as a browser sends it. */
export function filled(form: Filled): OpenCase {
  return OpenCase.parse({
    ratings: ['ECON:3', 'CARE:2'], level: 'HIGH', levelReason: '', nextAction: '가정방문 날짜 정하기', dueOn: '2026-11-25', waits: 'FAMILY', ...form,
  })
}

interface Opened {
  child: string
  lead: string
  by?: string
  members?: string[]
  level?: 'EMERGENCY' | 'HIGH' | 'MODERATE' | 'WATCH'
}

/** A case opened by the verb; at 라온들중 by its vice-principal unless said otherwise. */
export async function opened({ at, as, ground, studentIds }: World, { child, lead, by = '남기훈', members = [], level = 'HIGH' }: Opened): Promise<string> {
  const ratings = { EMERGENCY: ['CARE:3'], HIGH: ['ECON:3'], MODERATE: ['ECON:2'], WATCH: ['ECON:1'] }[level]
  const path = await at(morning, () => openCase(as(by), filled({
    studentId: studentIds[child] ?? '', leadId: ground.staffIds[lead] ?? '', level, ratings, redFlags: level === 'EMERGENCY' ? ['NO_FOOD'] : [],
    memberIds: members.map((name) => ground.staffIds[name] ?? ''),
  })))
  return path.replace('/cases/', '')
}

interface CaseRow {
  number: string
  level: string
  version: number
  lead_id: string
  next_action: string
  waiting_on: string
  waiting_staff_id: string | null
  waiting_agency_id: string | null
  closed_at: Date | null
  plan_agreed_at: Date | null
}

export async function caseRow({ owner }: World, id: string): Promise<CaseRow> {
  const { rows } = await owner('select * from cases where id = $1', [id])
  return rows[0] as CaseRow
}

export const versionOf = async (world: World, id: string): Promise<number> => (await caseRow(world, id)).version

/** Everything about a case that a deed could change, to see that a refused one changed nothing. */
export async function everything({ owner }: World, id: string): Promise<unknown> {
  const all: unknown[] = []
  for (const table of ['case_members', 'case_levels', 'level_proposals', 'closures', 'reopenings', 'goals', 'goal_ratings', 'notes', 'events']) {
    all.push((await owner(`select * from ${table} where case_id = $1 order by id`, [id])).rows)
  }
  return [(await owner('select * from cases where id = $1', [id])).rows, ...all]
}

/** The deed is refused as expected, and nothing of the case is other than before. */
export async function expectRefusal(world: World, id: string, deed: () => Promise<unknown>, expected: string | object): Promise<void> {
  const before = await everything(world, id)
  const refusal: unknown = await deed().then(() => 'done', (error: unknown) => error)
  expect(refusal).toMatchObject(typeof expected === 'string' ? { message: expected } : expected)
  expect(await everything(world, id)).toEqual(before)
}

/** Names of those whose membership stands, with their part in the case. */
export async function team({ owner, ground }: World, id: string): Promise<string[]> {
  const { rows } = await owner('select staff_id, relation from case_members where case_id = $1 and ended_at is null order by since, relation, id', [id])
  const names = Object.entries(ground.staffIds)
  return (rows as { staff_id: string; relation: string }[]).map(({ staff_id: staff, relation }) => `${names.find(([, of]) => of === staff)?.[0] ?? '?'} ${relation}`)
}

/** What happened to a case, the oldest first. */
export async function happenings({ owner }: World, id: string): Promise<string[]> {
  const { rows } = await owner('select type from events where case_id = $1 order by id', [id])
  return (rows as { type: string }[]).map(({ type }) => type)
}

/** Asks the database's rules that wait for the end of the transaction now, in the same breath. */
export const andEnd = (text: string): string => `${text}; set constraints all immediate`

