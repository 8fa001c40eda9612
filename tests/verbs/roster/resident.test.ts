import { beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { csv, importFiles, school, student } from './rosters.ts'

/** Numbers in the form of resident registration numbers; of nobody. */
const numbers = ['140506-3000001', '1405063000002', '140506 4000003', '140506–7000004', '１４０５０６-３０００００５']

let world: World
const coordinator = () => world.as('문다희')

beforeAll(async () => {
  world = await makeWorld()
  await importFiles(coordinator(), { 'orgs.csv': csv('orgs', school('r-1', '바른초등학교')) })
})

/** Everything that stands in any table, as text. */
async function everything(): Promise<string> {
  const { rows } = await world.owner(`select tablename from pg_tables where schemaname = 'public'`)
  const each = rows.map(({ tablename }) => `select t::text from ${String(tablename)} t`).join(' union all ')
  const all = await world.owner(`select string_agg(t, ' ') as text from (${each}) x(t)`)
  return String(all.rows[0]?.text).normalize('NFKC').replaceAll(/[^\d가-힣]/g, '')
}

async function expectNoneStored() {
  const all = await everything()
  for (const number of numbers) expect(all).not.toContain(number.normalize('NFKC').replaceAll(/\D/g, ''))
}

test.each(['주민등록번호', '주민번호 뒷자리', '보호자 주민번호', 'RRN', 'resident_registration_number', 'JUMIN_NO'])('a column called %s is not read at all', async (head) => {
  const { issues } = await importFiles(coordinator(), { 'users.csv': `sourcedId,orgSourcedIds,role,givenName,familyName,${head}\nres-h,r-1,student,가,나,${numbers[0]}\n` })
  expect(issues.map(({ line, field, code }) => [line, field, code])).toEqual([[1, '#6', 'residentColumn']])
  await expectNoneStored()
})

test('a column of ours that holds them throughout is not read, whatever it is called', async () => {
  const { view, issues } = await importFiles(coordinator(), {
    'users.csv': ['sourcedId,orgSourcedIds,role,givenName,familyName,phone', ...numbers.map((number, at) => `res-c${at},r-1,student,하나${at},가,${number}`), ''].join('\n'),
  })
  expect(issues.map(({ field, code }) => [field, code])).toEqual([['phone', 'residentColumn']])
  expect(view.progress.counts.students.added).toBe(numbers.length)
  await expectNoneStored()
})

test('as identifiers they cost the file', async () => {
  const { view, issues } = await importFiles(coordinator(), { 'orgs.csv': csv('orgs'), 'users.csv': ['sourcedId,orgSourcedIds,role,givenName', ...numbers.map((number) => `${number},r-1,student,가`), ''].join('\n') })
  expect(issues.map(({ field, code }) => [field, code])).toEqual([['sourcedId', 'residentColumn'], ['sourcedId', 'columnMissing']])
  expect(view.progress.counts.students.added).toBe(0)
  await expectNoneStored()
})

test('a slip in one cell costs its line, and the others keep their column', async () => {
  const lines = Array.from({ length: 40 }, (_, at) => student(`res-s${at}`, 'r-1', '가', at === 7 ? `나 ${numbers[0]}` : `나${at}`))
  const { view, issues } = await importFiles(coordinator(), { 'users.csv': csv('users', ...lines) })
  expect(issues.map(({ line, field, code, rejected }) => [line, field, code, rejected])).toEqual([[9, 'givenName', 'resident', true]])
  expect(view.progress.counts.students.added).toBe(39)
  await expectNoneStored()
})

test('not even the name of a file carries one into the report', async () => {
  await importFiles(coordinator(), { 'users.csv': csv('users', student('res-f', 'r-1', '가', '나')), [`${numbers[0]}.csv`]: 'a,b\n1,2\n' })
  await expectNoneStored()
})

test('numbers that only look a little like them are let be', async () => {
  const { issues } = await importFiles(coordinator(), { 'users.csv': 'sourcedId,orgSourcedIds,role,givenName,familyName,phone\n2026030212345678,r-1,student,가,나,010-0000-0000\nres-ok-149906-3000001,r-1,student,다,라,062-000-0000\n' })
  expect(issues).toEqual([])
})
