import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { csv, importFiles, school, student } from './rosters.ts'

let world: World
const coordinator = () => world.as('문다희')
const named = async (like: string) => (await world.owner(`select name from students where sourced_id like $1 order by sourced_id`, [like])).rows.map(({ name }) => String(name))

beforeAll(async () => {
  world = await makeWorld()
  await importFiles(coordinator(), { 'orgs.csv': csv('orgs', school('f-1', '파란초등학교')) })
})

const told = async (files: Record<string, string | Uint8Array>) => {
  const { view, issues } = await importFiles(coordinator(), files)
  expect(view.failure).toBeNull()
  return issues.map(({ file, line, field, code }) => [file, line, field, code])
}

describe('names arrive whole, whatever the file is written in', () => {
  const text = (id: string) => csv('users', student(id, 'f-1', '꽃', '뷁샾'))
  test.each([
    ['UTF-8', (id: string) => Buffer.from(text(id))],
    ['UTF-8 with a byte-order mark', (id: string) => Buffer.from(`\uFEFF${text(id)}`)],
    ['CP949, as Excel saves it', (id: string) => iconv.encode(text(id), 'cp949')],
    ['UTF-16 with a byte-order mark', (id: string) => iconv.encode(`\uFEFF${text(id)}`, 'utf16le')],
    ['decomposed letters of another system', (id: string) => Buffer.from(text(id).normalize('NFD'))],
  ])('%s', async (name, bytes) => {
    const id = `enc-${name.length}`
    expect(await told({ 'users.csv': bytes(id) })).toEqual([])
    expect(await named(id)).toEqual(['꽃뷁샾'])
  })

  test('EUC-KR, the older half of CP949', async () => {
    expect(await told({ 'users.csv': iconv.encode(csv('users', student('enc-kr', 'f-1', '김', '가람')), 'euc-kr') })).toEqual([])
    expect(await named('enc-kr')).toEqual(['김가람'])
  })

  test('one broken letter costs its line, and does not turn every other name into another', async () => {
    const bytes = Buffer.from(csv('users', student('mar-1', 'f-1', '가', '온전하늘'), student('mar-2', 'f-1', '나', '망가짐'), student('mar-3', 'f-1', '다', '온전바다')))
    bytes[bytes.indexOf('망') + 1] = 0x20
    expect(await told({ 'users.csv': bytes })).toEqual([['users.csv', 3, 'givenName', 'letters']])
    expect(await named('mar-%')).toEqual(['가온전하늘', '다온전바다'])
  })
})

describe('cells', () => {
  test('may hold commas, quotes and line breaks', async () => {
    const lines = ['sourcedId,orgSourcedIds,role,givenName,familyName,dong', 'cell-1,f-1,student,"가""나",다,"나래동,\r\n2층"', 'cell-2,f-1,student,라,마,바동', '']
    expect(await told({ 'users.csv': lines.join('\r\n') })).toEqual([])
    const { rows } = await world.owner(`select name, dong from students where sourced_id like 'cell-%' order by sourced_id`)
    expect(rows).toEqual([{ name: '가"나 다', dong: '나래동, 2층' }, { name: '마라', dong: '바동' }])
  })

  test('a forgotten quote costs its own line and not those that follow', async () => {
    const lines = ['sourcedId,orgSourcedIds,role,givenName,familyName', 'q-1,f-1,student,"하나,가', 'q-2,f-1,student,둘,나', 'q-3,f-1,student,"셋",다', '']
    expect(await told({ 'users.csv': lines.join('\n') })).toEqual([])
    expect(await named('q-%')).toEqual(['가하나', '나둘', '다셋'])
  })

  test('of another number than the header are told; empty ones too many or too few are not', async () => {
    const lines = ['sourcedId,orgSourcedIds,role,givenName,familyName,dong', 'n-1,f-1,student,하나,가', 'n-2,f-1,student,둘,나,,,', 'n-3,f-1,student,셋,다,라동,무엇', '']
    expect(await told({ 'users.csv': lines.join('\n') })).toEqual([['users.csv', 4, undefined, 'cells']])
    expect(await named('n-%')).toEqual(['가하나', '나둘'])
  })

  test.each([';', '\t'])('may be parted by "%s"', async (sign) => {
    const id = `sep-${sign.charCodeAt(0)}`
    expect(await told({ 'users.csv': `sourcedId,orgSourcedIds,role,givenName,familyName\n${id},f-1,student,하나,가\n`.replaceAll(',', sign) })).toEqual([])
    expect(await named(id)).toEqual(['가하나'])
  })

  test('that are needed and empty cost their line', async () => {
    expect(await told({ 'users.csv': 'sourcedId,orgSourcedIds,role,givenName,familyName\nreq-1,f-1,student,,\nreq-2,f-1,student,하나,가\n' })).toEqual([['users.csv', 2, 'givenName', 'required']])
    expect(await told({ 'orgs.csv': csv('orgs', school('req-s', '')) })).toEqual([['orgs.csv', 2, 'name', 'required']])
    expect(await named('req-%')).toEqual(['가하나'])
  })

  test('that are too long are told, and kept out', async () => {
    expect(await told({ 'users.csv': csv('users', student('long-1', 'f-1', '가', '나'.repeat(61))) })).toEqual([['users.csv', 2, 'givenName', 'tooLong']])
    expect(await named('long-%')).toEqual([])
  })
})

describe('columns', () => {
  test('are found misspelt, in another order, in Korean, and without those that may be missing', async () => {
    expect(await told({ 'users.csv': 'familyName,givenNmae,role,orgSourcedIds,sorucedId\n가,나,student,f-1,col-1\n' })).toEqual([['users.csv', 1, 'sourcedId', 'headerGuessed'], ['users.csv', 1, 'givenName', 'headerGuessed']])
    expect(await told({ '학생.csv': '식별자,학교,역할,성,이름,학년\ncol-2,f-1,학생,다,라,초3\n' })).toEqual([])
    expect(await named('col-%')).toEqual(['가나', '다라'])
  })

  test('nobody knows are passed over and told by their place, never by what stands there', async () => {
    expect(await told({ 'users.csv': 'sourcedId,orgSourcedIds,role,givenName,familyName,가나다의 비고\nextra-1,f-1,student,나,가,비밀\n' })).toEqual([['users.csv', 1, '#6', 'columnUnknown']])
    const { rows } = await world.owner(`select row_to_json(i)::text as said from roster_import_issues i`)
    expect(JSON.stringify(rows)).not.toContain('가나다')
  })

  test('that must be there and are not cost the file, not the others', async () => {
    const issues = await told({ 'users.csv': 'sourcedId,givenName\nx,가\n', 'demographics.csv': 'birthDate,sex\n2014-05-05,male\n', 'orgs.csv': csv('orgs', school('f-2', '하얀초등학교')) })
    expect(issues).toEqual([['demographics.csv', 1, 'sourcedId', 'columnMissing'], ['users.csv', 2, 'role', 'required']])
    expect((await world.owner(`select 1 from agencies where sourced_id = 'f-2'`)).rowCount).toBe(1)
  })
})

test('a file is recognised by its header when its name says nothing', async () => {
  expect(await told({ '새 파일 (3).csv': csv('users', student('anon-1', 'f-1', '이', '름없음')) })).toEqual([])
  expect(await told({ 'constructor.csv': csv('users', student('anon-2', 'f-1', '이', '상함')), 'notes.csv': '이것은,명단이,아니다\n1,2,3\n' })).toEqual([['notes.csv', 0, undefined, 'fileUnknown']])
  expect(await named('anon-%')).toEqual(['이름없음', '이상함'])
})

test('dates are read as people write them, and one that is none costs its line', async () => {
  const days = ['2014-05-06', '20140506', '2014.5.6.', '2014. 05. 06', '2014/5/6', '2014년 5월 6일', '2014-05-06T00:00:00Z', '2014-02-30', '41765', '06-05-2014']
  await importFiles(coordinator(), { 'users.csv': csv('users', ...days.map((_, at) => student(`day-${at}`, 'f-1', '날', `짜${at}`))) })
  const issues = await told({ 'demographics.csv': csv('demographics', ...days.map((day, at) => `day-${at},,,${day},`)) })
  expect(issues).toEqual([9, 10, 11].map((line) => ['demographics.csv', line, 'birthDate', 'date']))
  const { rows } = await world.owner(`select distinct birth_date::text as day, count(*)::int as n from students where sourced_id like 'day-%' group by 1 order by 1`)
  expect(rows).toEqual([{ day: '2014-05-06', n: 7 }, { day: null, n: 3 }])
})

test('version 1.2 says roles in a file of their own', async () => {
  const issues = await told({
    'users.csv': 'sourcedId,status,username,givenName,familyName,primaryOrgSourcedId\nv-1,,,하나,가,f-1\nv-2,,,둘,나,\n',
    'roles.csv': 'sourcedId,userSourcedId,roleType,role,orgSourcedId\nr-1,v-1,primary,student,f-1\nr-2,v-2,secondary,parent,f-1\nr-3,v-2,primary,teacher,f-1\nr-4,v-2,secondary,student,f-1\n',
  })
  expect(issues).toEqual([])
  expect(await named('v-%')).toEqual(['가하나'])
  expect((await world.owner(`select role from staff where sourced_id = 'v-2'`)).rows).toEqual([{ role: 'TEACHER' }])
})

test('an end before its beginning costs the line', async () => {
  const issues = await told({
    'classes.csv': csv('classes', 'ord-c,,,6-1,06,,,homeroom,,f-1,,,,'),
    'users.csv': csv('users', student('ord-1', 'f-1', '가', '나')),
    'enrollments.csv': csv('enrollments', 'ord-e,,,ord-c,,ord-1,student,false,2026-03-02,2026-03-01'),
  })
  expect(issues).toEqual([['enrollments.csv', 2, 'endDate', 'order']])
})
