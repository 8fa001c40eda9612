import { newId } from '#lib/core/id.ts'
import type { SubmitReferral } from '#lib/referrals/inputs.ts'
import { submitReferral } from '#lib/referrals/submit-referral.ts'
import { morning, type World } from '#tests/world.ts'

/** A teacher's request as the form sends it. */
export function request(world: World, child: string, more: Partial<SubmitReferral> = {}): SubmitReferral {
  return {
    studentId: world.studentIds[child] ?? '', concerns: ['SKIPPED_MEALS'], sentence: '점심을 먹지 않아요.', urgency: 'TODAY', relation: '', requestedBy: undefined,
    wishes: '', welfare: [], family: [], status: [], ...more,
  }
}

/** Files it as somebody of the cast, this morning; returns its id. */
export async function file(world: World, who: string, child: string, more: Partial<SubmitReferral> = {}): Promise<string> {
  return idIn(await world.at(morning, () => submitReferral(world.as(who), request(world, child, more))))
}

export const idIn = (path: string): string => path.split('/')[2] ?? ''

/** What really stands in the table. */
export async function rowOf(world: World, id: string): Promise<Record<string, unknown>> {
  const { rows } = await world.owner('select * from referrals where id = $1', [id])
  return (rows[0] ?? {}) as Record<string, unknown>
}

export async function count(world: World, table: string): Promise<number> {
  const { rows } = await world.owner(`select count(*)::int as n from ${table}`)
  return (rows[0] as { n: number }).n
}

/** Everything a refused deed must leave as it was. */
export async function everything(world: World): Promise<string> {
  const { rows } = await world.owner(`select
    (select coalesce(json_agg(r order by id), '[]') from referrals r) as referrals, (select count(*) from referral_decisions) as decisions,
    (select count(*) from events) as events, (select count(*) from graphile_worker._private_jobs) as notices`)
  return JSON.stringify(rows)
}

/** One more child at 라온들중, whom nobody has spoken of yet; her name. */
export async function newPupil(world: World): Promise<string> {
  const id = newId()
  await world.owner(`insert into students (id, office_id, school_id, name, grade, class_name, grams) values ($1, $2, $3, '새온', 7, '1', '{}')`, [
    id, world.ground.officeId, world.ground.agencyIds['S3'],
  ])
  world.studentIds[id] = id
  return id
}
