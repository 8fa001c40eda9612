import { beforeAll, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { regionTables } from '#lib/dashboard/region-tables.ts'
import { students } from '#prisma/seed/students.ts'
import { putCase } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
const tables = (name: string) => world.at(morning, () => asActor(world.as(name), (tx) => regionTables(tx, world.as(name))))

/** Which cells of a table are withheld; the first row and column are the sums. */
async function withheld(inner: number[][]): Promise<boolean[][]> {
  const rows = inner.map((row) => [row.reduce((a, b) => a + b, 0), ...row])
  const sums = (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  const { rows: answer } = await world.owner('select app.withheld($1::int[][]) as hidden', [[sums, ...rows]])
  return (answer[0] as { hidden: boolean[][] }).hidden
}

beforeAll(async () => {
  for (const [at, { name, school }] of students.slice(0, 14).entries()) {
    await putCase(world, { child: name, school, lead: '문다희', leadAgency: 'ISS', level: at < 7 ? 'HIGH' : at < 12 ? 'MODERATE' : 'WATCH' })
  }
})

test('nothing is withheld where every number is five or more', async () => {
  expect((await withheld([[5, 8], [9, 6]])).flat()).not.toContain(true)
})

test('a small number is withheld with others, so that no sum gives it away', async () => {
  const hidden = await withheld([[3, 20, 30], [40, 50, 60], [70, 80, 90]])
  // The small one, one more in its row, and the two that close the square.
  expect(hidden[1]?.[1]).toBe(true)
  for (const row of hidden) if (row[0] === false && row.includes(true)) expect(row.slice(1).filter(Boolean).length).toBeGreaterThanOrEqual(2)
  for (const column of [1, 2, 3]) {
    const cells = hidden.slice(1).map((row) => row[column])
    if (cells.includes(true) && hidden[0]?.[column] === false) expect(cells.filter(Boolean).length).toBeGreaterThanOrEqual(2)
  }
})

test('what is withheld beside a shown sum holds five or more together', async () => {
  const inner = [[1, 1, 40, 50], [30, 20, 60, 70]]
  const hidden = await withheld(inner)
  expect(hidden.flat()).toContain(true)
  for (const [at, row] of inner.entries()) {
    const held = row.filter((_, column) => hidden[at + 1]?.[column + 1])
    if (held.length > 0 && !hidden[at + 1]?.[0]) expect(held.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(5)
  }
})

test('numbers only: one office, small levels withheld, the sum too when it would tell', async () => {
  const [level] = await tables('차시온')
  expect(level?.parts).toEqual(['EMERGENCY', 'HIGH', 'MODERATE', 'WATCH'])
  const [whole, office] = level?.rows ?? []
  expect(whole?.office).toBeNull()
  expect(office?.office).toBe('광주가온교육지원청')
  // 0, 7, 5 and 2: the two small ones hold two together, so a third goes with them.
  expect(office?.counts).toEqual([14, null, 7, null, null])
  expect(whole?.counts.filter((count) => count !== null && count < 5)).toEqual([])
})

test('an office of another region is not in the table', async () => {
  await world.owner(`insert into offices (id, code, name_ko, name_en, region_code, created_at) values ($1, 'FAR', '먼교육지원청', 'Far', 'ELSEWHERE', $2)`, [newId(), morning])
  const [level] = await tables('차시온')
  expect(level?.rows.map(({ office }) => office)).toEqual([null, '광주가온교육지원청'])
})

test('only the viewer of statistics gets the region, and she gets no row of any case', async () => {
  for (const name of ['문다희', '노을기', '하도경', '피하윤']) expect((await tables(name)).flatMap(({ rows }) => rows)).toEqual([])
  for (const table of ['cases', 'referrals', 'students', 'events', 'interventions']) {
    expect((await world.sql('차시온', `select id from ${table}`)).rows).toEqual([])
  }
  await expect(world.sql('차시온', `select app.withheld(array[array[1]])`)).rejects.toThrow('permission denied')
})
