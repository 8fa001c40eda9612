import { beforeAll, expect, test } from 'vitest'
import { makeWorldOnce } from '#scripts/world.ts'
import { connect, setDatabaseTime, urls } from '#tests/database.ts'
import { brokenRules, datedInTheFuture } from './rules.ts'

const owner = await connect('owner')
/** The last night of the New Year's holidays: four days without school behind it, and nobody awake. */
const made = new Date('2027-02-09T00:10:00+09:00')

beforeAll(async () => {
  await setDatabaseTime(made)
  // A start that was interrupted: something stands there, and the world is not finished.
  await owner.query('create table app.demo_world (begun timestamptz not null default now(), finished timestamptz)')
  await owner.query('insert into app.demo_world default values')
  await owner.query(`insert into offices (id, code, name_ko, name_en, region_code, created_at) values (gen_random_uuid(), 'HALF', '반쪽', 'Half', 'X', now())`)
  await makeWorldOnce(urls.migrate, () => undefined)
}, 180_000)

test('what an interrupted start left is swept away, and the world made whole', async () => {
  const { rows } = await owner.query<{ code: string; cases: number; finished: boolean }>(
    `select code, (select count(*)::int from cases) as cases, (select finished is not null from app.demo_world) as finished from offices`,
  )
  expect(rows).toEqual([{ code: 'GAON', cases: 23, finished: true }])
})

test('in a holiday night every rule holds too', async () => {
  expect(await brokenRules(owner)).toEqual([])
  expect(await datedInTheFuture(owner, made)).toEqual([])
})

test('what people do, they do on working days', async () => {
  const { rows } = await owner.query<{ day: string }>(
    `select distinct to_char(e.at at time zone 'Asia/Seoul', 'YYYY-MM-DD Dy') as day from events e where extract(isodow from e.at at time zone 'Asia/Seoul') > 5 or (e.at at time zone 'Asia/Seoul')::date between '2027-02-06' and '2027-02-09'`,
  )
  expect(rows).toEqual([])
})
