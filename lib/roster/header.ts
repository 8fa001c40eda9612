import { columns, known, reduce, type Kind } from './columns.ts'
import { isResidentHeader } from './resident.ts'

export interface Header {
  /** Where each column we read stands. */
  at: Record<string, number>
  width: number
  /** Remarks about columns; `field` is ours, or #12 for the twelfth column: never what stands there, it may be a child's name. */
  remarks: { code: 'headerGuessed' | 'columnUnknown' | 'residentColumn'; field: string }[]
  missing: string[]
}

/** Finds our columns among the headers of a file: exact, by another name, then by small misspellings. */
export function readHeader(kind: Kind, cells: readonly string[]): Header {
  const wanted = Object.entries<{ also?: readonly string[]; required?: true }>(columns[kind])
  const header: Header = { at: {}, width: cells.length, remarks: [], missing: [] }
  const left = new Map(cells.map((cell, index) => [index, reduce(cell)]))

  const take = (name: string, fits: (cell: string) => boolean) => {
    if (name in header.at) return false
    for (const [index, cell] of left) {
      if (!fits(cell)) continue
      header.at[name] = index
      left.delete(index)
      return true
    }
    return false
  }

  for (const [index, cell] of left) {
    if (!isResidentHeader(cell)) continue
    header.remarks.push({ code: 'residentColumn', field: `#${index + 1}` })
    left.delete(index)
  }
  for (const [name] of wanted) take(name, (cell) => cell === reduce(name))
  for (const [name, { also = [] }] of wanted) take(name, (cell) => also.includes(cell))
  for (const [name] of wanted) {
    if (take(name, (cell) => !known.has(cell) && isMisspelt(cell, reduce(name)))) header.remarks.push({ code: 'headerGuessed', field: name })
  }
  for (const [index, cell] of left) {
    if (cell !== '' && !known.has(cell) && !cell.startsWith('metadata')) header.remarks.push({ code: 'columnUnknown', field: `#${index + 1}` })
  }
  header.missing = wanted.filter(([name, { required }]) => required && !(name in header.at)).map(([name]) => name)
  return header
}

/** How well a row of headers fits a kind of file; to recognise files with another name. */
export function fitOf(kind: Kind, cells: readonly string[]): number {
  const { at, missing } = readHeader(kind, cells)
  return missing.length > 0 ? 0 : Object.keys(at).length / Object.keys(columns[kind]).length
}

/** One or two letters off, in a word long enough for that to be a slip: sorucedId, givenNmae. */
function isMisspelt(written: string, meant: string): boolean {
  const most = meant.length >= 8 ? 2 : meant.length >= 5 ? 1 : 0
  return most > 0 && Math.abs(written.length - meant.length) <= most && distance(written, meant) <= most
}

/** Edit distance where two swapped neighbours count once. */
function distance(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i])
  for (let j = 0; j <= b.length; j++) (rows[0] ??= [])[j] = j
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1)
      ;(rows[i] ??= [])[j] = least
    }
  }
  return at(a.length, b.length)
}
