import { expect, test } from 'vitest'
import { safeCell } from '#lib/exports/safe-cell.ts'
import { sheetOf } from '#lib/exports/sheet.ts'
import type { CaseRow } from '#lib/cases/view.ts'

/** What begins a formula in one spreadsheet or another, by itself and in other widths. */
const starters = ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '\u2212', '\uff5c', '％']
/** What some of them leave out before they look. */
const skipped = ['', ' ', '\t', '\r', '\n', '\r\n', '\0', '\ufeff', '\u200b', '\u00a0', '\u3000', '\u202e', '\u00ad', "'", '"', '\u2028', '\x7f', '\x1b']
const bodies = ['1+1', 'HYPERLINK("http://x","y")', "cmd|'/C calc'!A0", '', '김도율']

/** A fixed row of chances: the same texts on every run. */
function chances(state = 20_261_124) {
  return (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
}

function* texts() {
  for (const before of skipped) for (const again of skipped) for (const start of starters) for (const body of bodies) yield before + again + start + body
  const chance = chances()
  const pick = (from: string[]) => from[chance(from.length)] ?? ''
  for (let n = 0; n < 5_000; n++) yield Array.from({ length: 1 + chance(6) }, () => pick([...starters, ...skipped, 'a', '가', '1', '"', ',', ';'])).join('')
}

const firstSeen = (cell: string) => cell.normalize('NFKC').replace(/^[\s\p{C}\p{Z}]+/u, '').charAt(0)

test('no cell begins with what a spreadsheet would run, however it is hidden', () => {
  let seen = 0
  for (const text of texts()) {
    seen++
    const cell = safeCell(text)
    if (/^[=+\-@\u2212|%]/.test(firstSeen(cell)) || /[\t\r\n\0]/.test(cell)) throw new Error(`${JSON.stringify(text)} became ${JSON.stringify(cell)}`)
  }
  expect(seen).toBeGreaterThan(30_000)
})

test.each(['김도율', 'G-2026-0117', '12월 1일 (화) 오후 6:00', "O'Neil", '2+2', 'a=b', '"말" 그대로'])('%j stays as it is', (text) => {
  expect(safeCell(text)).toBe(text)
})

const row = (student: string): CaseRow => ({ id: '', number: 'G-2026-0117', student, grade: 4, school: '다온누리초', level: 'HIGH', stage: 'ACTIVE', next: '=1+1', dueAt: null, waiting: null, family: false, lead: '@가', leadAgency: null, closedAt: null, unseen: false })
const sheet = { number: 'X-2026-0001', by: '문다희 · 마루센터', at: new Date('2026-11-24T09:00:00+09:00'), content: { cases: [row('김"도,율'), row('=cmd|x')] }, locale: 'ko' as const }

test('a CSV is read by Excel as what it is: a mark of its order, a comma in a name, a quotation, no formula, and who took it out above and below', async () => {
  const text = Buffer.from(await sheetOf('CSV', sheet)).toString()
  expect(text.startsWith('\ufeff"X-2026-0001 · 문다희 · 마루센터 · ')).toBe(true)
  expect(text).toContain('"김""도,율"')
  expect(text).toContain(`"'=cmd|x"`)
  expect(text.split('X-2026-0001')).toHaveLength(3)
  for (const cell of text.slice(1).split(/","|"\r\n"?|^"/)) expect(cell, text).not.toMatch(/^[=+@-]/)
})

test('a workbook has texts and no formula', async () => {
  const content = Buffer.from(await sheetOf('XLSX', sheet))
  expect(content.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
  const { fromBuffer } = await import('yauzl')
  const parts = await new Promise<string[]>((done, failed) => {
    const found: string[] = []
    fromBuffer(content, { lazyEntries: true }, (problem, zip) => {
      if (problem) return failed(problem)
      zip.on('end', () => done(found))
      zip.on('entry', (entry: { fileName: string }) => zip.openReadStream(entry as never, (_, stream) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
          found.push(`${entry.fileName}\n${Buffer.concat(chunks).toString()}`)
          zip.readEntry()
        })
      }))
      zip.readEntry()
    })
  })
  const worksheet = parts.find((part) => part.startsWith('xl/worksheets/sheet1')) ?? ''
  expect(worksheet).toContain('<row')
  expect(worksheet).not.toMatch(/<f[ >]/)
})
