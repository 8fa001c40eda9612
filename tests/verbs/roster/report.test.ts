import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { importsOf, issuesOf } from '#lib/roster/queries.ts'
import { reportOf } from '#lib/roster/report.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { csv, importFiles, school, student } from './rosters.ts'

let world: World
let importId: string
const coordinator = () => world.as('문다희')

beforeAll(async () => {
  world = await makeWorld()
  const { view } = await importFiles(coordinator(), {
    'orgs.csv': csv('orgs', school('rep-1', '글빛초등학교')),
    'users.csv': csv('users', ...Array.from({ length: 120 }, (_, at) => student(`rep-${at}`, at % 2 ? 'nowhere' : 'rep-1', '가', '나', { grade: at % 2 ? '06' : '99' }))),
    '=HYPERLINK(1).csv': 'a,b\n1,2\n',
  })
  importId = view.id
})

const downloaded = async (actor: Actor) => {
  let text = ''
  for await (const part of reportOf(actor, importId)) text += part
  return text
}

test('the report says every line and why, in the reader’s language, for a spreadsheet', async () => {
  const lines = (await downloaded(coordinator())).split('\r\n')
  expect(lines[0]).toBe('\uFEFF파일,줄,열,처리,까닭')
  expect(lines).toContain('users.csv,3,orgSourcedIds,가져오지 않음,이 학교 번호를 찾을 수 없어요.')
  expect(lines).toContain('users.csv,2,grades,알림,학년을 읽을 수 없어 비워 두었어요.')
  expect(lines).toHaveLength(123)
  expect(await downloaded({ ...coordinator(), locale: 'en' })).toContain('users.csv,3,orgSourcedIds,Not taken,There is no school with this identifier.\r\n')
})

test('nothing in it is a formula', async () => {
  const lines = (await downloaded(coordinator())).split('\r\n').slice(1)
  expect(lines[0]).toMatch(/^'=HYPERLINK\(1\)\.csv,파일 전체,,알림,/)
  expect(lines.flatMap((line) => line.split(',')).filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([])
})

test('pages follow each other without gap or double, all lines or those not taken alone', async () => {
  for (const [rejected, expected] of [[false, 121], [true, 60]] as const) {
    const seen: number[] = []
    for (let after: number | undefined = 0; after !== undefined; ) {
      const from: number = after
      const { page, next } = await asActor(coordinator(), (tx) => issuesOf(tx, coordinator(), importId, 50, { after: from, rejected }))
      seen.push(...page.map(({ seq }) => seq))
      after = next
    }
    expect(seen).toHaveLength(expected)
    expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b))
  }
})

test('earlier imports are listed newest first, page by page', async () => {
  await importFiles(coordinator(), { 'orgs.csv': csv('orgs', school('rep-2', '글담초등학교')) })
  const first = await asActor(coordinator(), (tx) => importsOf(tx, coordinator(), 1))
  const second = await asActor(coordinator(), (tx) => importsOf(tx, coordinator(), 1, first.older))
  expect(second.imports.map(({ id }) => id)).toEqual([importId])
  expect(second.older).toBeUndefined()
  expect(second.imports[0]?.progress.reasons).toEqual({ fileUnknown: 1, unknownSchool: 60, grade: 60 })
})
