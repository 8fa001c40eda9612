import { beforeAll, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { regionTables } from '#lib/dashboard/region-tables.ts'
import { students } from '#prisma/seed/students.ts'
import { day, from, putCase } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
const tables = (name: string, moment = morning) => world.at(moment, () => asActor(world.as(name), (tx) => regionTables(tx, world.as(name))))

/** Which cells of a table are withheld; the first row and column are the sums. */
async function withheld(inner: number[][]): Promise<boolean[][]> {
  const rows = inner.map((row) => [row.reduce((a, b) => a + b, 0), ...row])
  const sums = (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  const { rows: answer } = await world.owner('select app.withheld($1::int[][]) as hidden', [[sums, ...rows]])
  return (answer[0] as { hidden: boolean[][] }).hidden
}

beforeAll(async () => {
  for (const [at, { name, school }] of students.slice(0, 14).entries()) {
    await putCase(world, { child: name, school, lead: '문다희', leadAgency: 'ISS', opened: from(-60 * day), level: at < 7 ? 'HIGH' : at < 12 ? 'MODERATE' : 'WATCH' })
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

/** A number that comes again each time, so that a table that gives something away does so every time. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % sides
  }
}

/** A table of so many lines and columns: small numbers among larger ones, as they stand in a region. */
function aTable(roll: (sides: number) => number, down: number, over: number): number[][] {
  return Array.from({ length: down }, () => Array.from({ length: over }, () => (roll(3) === 0 ? roll(5) : 5 + roll(roll(2) === 0 ? 6 : 60))))
}

/**
 * Every sum of withheld numbers that somebody works out who adds and takes away shown lines as she likes: lines `down`
 * less columns `over`, where nothing is left that stands on the other side. Returns those under five.
 */
function givenAway(inner: number[][], hidden: boolean[][]): { held: number; cells: string[] }[] {
  const rows = inner.map((row) => [row.reduce((a, b) => a + b, 0), ...row])
  const whole = [(rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0)), ...rows]
  const width = whole[0]?.length ?? 0
  const found: { held: number; cells: string[] }[] = []
  for (let down = 0; down < 2 ** whole.length; down++) {
    for (let over = 0; over < 2 ** width; over++) {
      const [more, less]: [number[][], number[][]] = [[], []]
      for (const [r, line] of whole.entries()) for (const c of line.keys()) {
        const [inRows, inColumns] = [(down >> r) & 1, (over >> c) & 1]
        if (inRows === inColumns || !hidden[r]?.[c]) continue
        // A sum counts against its parts.
        const sign = (inRows - inColumns) * (r === 0 ? -1 : 1) * (c === 0 ? -1 : 1)
        ;(sign > 0 ? more : less).push([r, c])
      }
      const held = more.reduce((sum, [r = 0, c = 0]) => sum + (whole[r]?.[c] ?? 0), 0)
      if (more.length > 0 && less.length === 0 && held < 5) found.push({ held, cells: more.map(([r, c]) => `${r}.${c}`) })
    }
  }
  return found
}

test('(whoever withholds the small numbers alone is found out)', () => {
  const inner = [[3, 20], [40, 50]]
  expect(givenAway(inner, [[false, false, false], [false, true, false], [false, false, false]])).toContainEqual({ held: 3, cells: ['1.1'] })
})

test('no sum and no difference of what is shown, over any lines and columns, gives fewer than five away', async () => {
  const roll = dice(17)
  const leaks: unknown[] = []
  let withheldCells = 0
  for (let table = 0; table < 120; table++) {
    const inner = aTable(roll, 1 + roll(4), 2 + roll(4))
    const hidden = await withheld(inner)
    withheldCells += hidden.flat().filter(Boolean).length
    const given = givenAway(inner, hidden)
    if (given.length > 0) leaks.push({ inner, given: given[0] })
  }
  expect(withheldCells).toBeGreaterThan(300)
  expect(leaks).toEqual([])
})

test('numbers only: one office, small levels withheld, the sum too when it would tell', async () => {
  const [level] = await tables('차시온')
  expect(level?.parts).toEqual(['EMERGENCY', 'HIGH', 'MODERATE', 'WATCH'])
  const [whole, office] = level?.rows ?? []
  expect(whole?.office).toBeNull()
  expect(office?.office).toBe('광주가온교육지원청')
  // 0, 7, 5 and 2: the two small ones hold two together, so a third goes with them.
  expect(office?.counts).toEqual([10, null, 5, null, null])
  expect(whole?.counts.filter((count) => count !== null && count < 5)).toEqual([])
})

test('what two days of the same table tell together: within a month it stands still, and from month to month it moves by fives', async () => {
  const { officeId, staffIds } = world.ground
  const by = staffIds['문다희']
  const put = (some: typeof students, opened = from(-60 * day)) => Promise.all(some.map(({ name, school }) => putCase(world, { child: name, school, lead: '문다희', leadAgency: 'ISS', level: 'HIGH', opened })))
  await put(students.slice(14, 20))
  const { rows } = await world.owner('select id from cases order by number')
  const cases = rows.map(({ id }: { id: string }) => id)
  // Five of each level: nothing is withheld, and one fewer would be.
  for (const [at, id] of cases.entries()) await world.owner('update cases set level = $2 where id = $1', [id, ['EMERGENCY', 'HIGH', 'MODERATE', 'WATCH'][Math.floor(at / 5)]])
  const before = await tables('차시온')
  expect(before[0]?.rows[0]?.counts).toEqual([20, 5, 5, 5, 5])
  const later = () => tables('차시온', from(5 * day))
  await put(students.slice(20, 25), from(-2 * day))
  expect(await later()).toEqual(before)
  await world.owner('update cases set closed_at = $2 where id = $1', [cases[5], morning])
  expect(await later()).toEqual(before)
  await world.owner(`insert into case_levels (id, office_id, case_id, red_flags, ratings, aggravators, proposed, decided, reason, by_id, at) values ($1, $2, $4, '{}', '{}', '{}', 'MODERATE', 'MODERATE', '', $3, $5)`, [newId(), officeId, by, cases[10], from(-60 * day)])
  await world.owner(`update cases set level = 'EMERGENCY' where id = $1`, [cases[10]])
  expect(await later()).toEqual(before)
  await world.owner(`insert into closures (id, office_id, case_id, reason, summary, by_id, at) values ($1, $2, $3, 'GOALS_MET', '마쳤어요', $4, $5)`, [newId(), officeId, cases[15], by, from(-40 * day)])
  const without = await later()
  expect(without).not.toEqual(before)
  await world.owner(`insert into reopenings (id, office_id, case_id, reason, by_id, at) values ($1, $2, $3, '다시 어려워졌어요', $4, $5)`, [newId(), officeId, cases[15], by, morning])
  expect(await later()).toEqual(without)
  for (const moment of [morning, from(10 * day), from(40 * day)]) {
    const shown = (await tables('차시온', moment)).flatMap((table) => table.rows.flatMap(({ counts }) => counts))
    expect(shown.filter((count) => count !== null && count % 5 !== 0)).toEqual([])
  }
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
