/** One record of a file: the line it begins on, and its cells; null when its quotes do not come out. */
export interface CsvRecord {
  line: number
  cells: string[] | null
}

/** A cell of a roster may hold line breaks, but not this many; beyond, a quote was forgotten. */
const MOST_LINES = 30

/**
 * Splits text into records. A forgotten quote costs its own line and not all that follow: when a record with
 * line breaks does not end soon, or ends with another number of cells than the header, its first line is taken
 * alone and the others are read again.
 */
export async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<CsvRecord[]> {
  const reader = makeReader()
  let rest = ''
  for await (const piece of text) {
    const all = rest + piece
    // A line feed may still follow the last carriage return
    const end = all.endsWith('\r') ? all.length - 1 : all.length
    const lines = all.slice(0, end).split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '') + all.slice(end)
    const records = reader.read(lines, false)
    if (records.length > 0) yield records
  }
  const records = reader.read(rest === '' ? [] : rest.split(/\r\n|\n|\r/), true)
  if (records.length > 0) yield records
}

function makeReader() {
  let waiting: string[] = []
  let line = 1
  let delimiter = ''
  let width = 0

  function read(lines: string[], last: boolean): CsvRecord[] {
    const records: CsvRecord[] = []
    waiting = waiting.length > 0 ? waiting.concat(lines) : lines
    let at = 0
    while (at < waiting.length) {
      const taken = next(at, last)
      if (!taken) break
      if (taken.cells === null || taken.cells.some((cell) => cell !== '')) records.push({ line: line + at, cells: taken.cells })
      at += taken.lines
    }
    line += at
    waiting = waiting.slice(at)
    return records
  }

  /** The record that begins at `at`, or undefined when its end has not come yet. */
  function next(at: number, last: boolean): { cells: string[] | null; lines: number } | undefined {
    const first = waiting[at] ?? ''
    delimiter ||= delimiterOf(first)
    if (!first.includes('"')) return { cells: counted(first.split(delimiter)), lines: 1 }
    for (let lines = 1; lines <= MOST_LINES; lines++) {
      if (at + lines > waiting.length) {
        if (!last) return undefined
        break
      }
      const cells = lines === 1 ? cellsOf(first, delimiter) : cellsOf(waiting.slice(at, at + lines).join('\n'), delimiter, 'strictly')
      if (cells && (lines === 1 || width === 0 || cells.length === width)) return { cells: counted(cells), lines }
      if (cells) break
    }
    const plain = first.split(delimiter)
    return { cells: plain.length === width ? plain.map(unquoted) : null, lines: 1 }
  }

  function counted(cells: string[]): string[] {
    if (width === 0) width = cells.length
    return cells
  }

  return { read }
}

/** Comma, or what some spreadsheets write instead; decided by the first line. */
function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

/**
 * The cells of a complete record; null while a quote is open. A quote amid a cell is a letter like others, but not over
 * several lines: there it is the next line's own quote, and the one before it was forgotten.
 */
function cellsOf(text: string, delimiter: string, how: 'kindly' | 'strictly' = 'kindly'): string[] | null {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at)
      cells.push(text.slice(at, end < 0 ? undefined : end))
      if (end < 0) return cells
      at = end + 1
      continue
    }
    const end = closingQuote(text, at + 1, delimiter, how)
    if (end < 0) return null
    cells.push(text.slice(at + 1, end).replaceAll('""', '"'))
    if (end + 1 >= text.length) return cells
    at = end + 2
  }
}

/** A quote closes when a delimiter, a line's end or the end follows; two of them are one letter. */
function closingQuote(text: string, from: number, delimiter: string, how: 'kindly' | 'strictly'): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    const after = text[at + 1]
    if (after === undefined || after === delimiter) return at
    if (after === '"') at++
    else if (how === 'strictly') return -1
  }
  return -1
}

const unquoted = (cell: string): string => cell.replace(/^"|"$/g, '')
