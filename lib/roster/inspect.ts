import { stat } from 'node:fs/promises'
import { fitOf, readHeader } from './header.ts'
import { kindOfFile, kinds, type Kind } from './columns.ts'
import { encodingOf, textOf, type Encoding } from './encoding.ts'
import { RosterProblem, type Issue } from './problem.ts'
import { recordsOf } from './records.ts'
import { holdsResidentNumber } from './resident.ts'
import { natureOf, unpack, type Arrived } from './unpack.ts'

/** One file of the roster, looked through once: what it is written in, where its columns stand, how long it is. */
export interface RosterFile {
  kind: Kind
  path: string
  encoding: Encoding
  at: Record<string, number>
  width: number
  lines: number
}

export interface Inspected {
  files: RosterFile[]
  issues: Issue[]
  /** Kinds that the manifest calls complete: what they do not name has left. */
  bulk: Set<Kind>
}

const MOST_LINES = 2_000_000
/** The share of a column's lines up to which resident registration numbers in it are slips. */
const FEW_SLIPS = 0.1

/** First reading: nothing is written yet. `tick` is told how many lines have been read. */
export async function inspect(arrived: Arrived[], folder: string, tick: (kind: Kind, lines: number) => void): Promise<Inspected> {
  const all: Arrived[] = []
  for (const file of arrived) {
    const nature = await natureOf(file.path)
    if (nature === 'excel') throw new RosterProblem('excel')
    if (nature === 'other') throw new RosterProblem('notCsv')
    all.push(...(nature === 'zip' ? await unpack(file.path, folder) : [file]))
  }

  const result: Inspected = { files: [], issues: [], bulk: new Set() }
  const manifest = all.find(({ name }) => kindOfFile(name) === 'manifest')
  if (manifest) result.bulk = await readManifest(manifest)
  for (const file of all) {
    const kind = kindOfFile(file.name)
    if (kind === 'manifest') continue
    if (kind === 'ignored') result.issues.push({ file: nameOf(file), line: 0, code: 'fileIgnored' })
    else await look(file, kind, result, tick)
  }
  if (result.files.length === 0) throw new RosterProblem('noFiles')
  result.files.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  return result
}

async function look(file: Arrived, named: Kind | undefined, result: Inspected, tick: (kind: Kind, lines: number) => void) {
  if ((await stat(file.path)).size === 0) return void result.issues.push({ file: nameOf(file), line: 0, code: 'fileEmpty' })
  if ((await natureOf(file.path)) !== 'text') return void result.issues.push({ file: nameOf(file), line: 0, code: 'fileUnknown' })
  const encoding = await encodingOf(file.path)
  let kind = named
  let lines = 0
  let header: ReturnType<typeof readHeader> | undefined
  const resident = new Map<number, number>()

  for await (const records of recordsOf(textOf(file.path, encoding))) {
    for (const { cells } of records) {
      if (!header) {
        kind ??= bestFit(cells ?? [])
        if (!kind) return void result.issues.push({ file: nameOf(file), line: 0, code: 'fileUnknown' })
        header = readHeader(kind, cells ?? [])
        continue
      }
      lines++
      cells?.forEach((cell, index) => {
        if (holdsResidentNumber(cell)) resident.set(index, (resident.get(index) ?? 0) + 1)
      })
    }
    if (lines > MOST_LINES) throw new RosterProblem('tooManyLines')
    if (kind) tick(kind, lines)
  }
  if (!kind || !header) return void result.issues.push({ file: nameOf(file), line: 0, code: 'fileEmpty' })
  if (result.files.some((other) => other.kind === kind)) throw new RosterProblem('sameFile')

  const name = `${kind}.csv`
  for (const remark of header.remarks) result.issues.push({ file: name, line: 1, ...remark })
  for (const [index, found] of resident) {
    const ours = Object.keys(header.at).find((field) => header.at[field] === index)
    // A slip in a few lines costs those lines; where it is the rule, the column is not what it says
    if (ours ? found < lines * FEW_SLIPS : header.remarks.some(({ field }) => field === `#${index + 1}`)) continue
    result.issues.push({ file: name, line: 1, code: 'residentColumn', field: ours ?? `#${index + 1}` })
    if (ours) {
      delete header.at[ours]
      if (isRequired(kind, ours)) header.missing.push(ours)
    }
  }
  for (const field of header.missing) result.issues.push({ file: name, line: 1, code: 'columnMissing', field })
  if (header.missing.length > 0) return
  result.files.push({ kind, path: file.path, encoding, at: header.at, width: header.width, lines })
}

/** A column is required when a header without it would be missing it. */
const isRequired = (kind: Kind, field: string): boolean => readHeader(kind, []).missing.includes(field)

function bestFit(cells: readonly string[]): Kind | undefined {
  const fits = kinds.map((kind) => ({ kind, fit: fitOf(kind, cells) })).toSorted((a, b) => b.fit - a.fit)
  return fits[0] && fits[0].fit > 0.4 ? fits[0].kind : undefined
}

/** manifest.csv: propertyName,value with lines such as file.users,bulk. */
async function readManifest(file: Arrived): Promise<Set<Kind>> {
  const bulk = new Set<Kind>()
  for await (const records of recordsOf(textOf(file.path, await encodingOf(file.path)))) {
    for (const { cells } of records) {
      const kind = kinds.find((one) => `file.${one}`.toLowerCase() === cells?.[0]?.trim().toLowerCase())
      if (kind && cells?.[1]?.trim().toLowerCase() === 'bulk') bulk.add(kind)
    }
  }
  return bulk
}

/** What a file is called in the report: its last part, and never more than a name's length. */
function nameOf({ name }: Arrived): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return holdsResidentNumber(last) ? '*.csv' : last.slice(0, 60)
}
