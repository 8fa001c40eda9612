import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

const ROOT = join(import.meta.dirname, '../..')

/**
 * PostgreSQL's internal "char" of the catalogues is unknown to the driver adapter. It passes through it
 * disguised as an array of them (nothing in the catalogue queries is one) and is told apart again behind it.
 */
const CATALOGUE_CHAR = 18
const CHAR_ARRAY = 1002
const CHARACTER_ARRAY_COLUMN = 70
const CHARACTER_COLUMN = 6

/**
 * Development only: the SQL that leads from the database of `url` to the models in prisma/,
 * by Prisma's own schema engine in its WebAssembly form (its binary would have to be downloaded).
 * @returns an empty string when they agree
 */
export async function differenceToModels(url: string): Promise<string> {
  const files = schemaFiles()
  const pool = catalogueReader(url)
  try {
    const engine = await SchemaEngine.new({ datamodels: files.map(({ path, content }) => [path, content]) }, () => undefined, bound(new PrismaPg(pool)))
    const difference = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: ROOT },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return difference.exitCode === 0 ? '' : (difference.stdout ?? '')
  } finally {
    await pool.end()
  }
}

function schemaFiles() {
  const folder = join(ROOT, 'prisma')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.prisma'))
    .toSorted()
    .map((name) => ({ path: relative(ROOT, join(folder, name)), content: readFileSync(join(folder, name), 'utf8') }))
}

function catalogueReader(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, options: '-c role=hanai_owner' })
  const plainQuery = pool.query.bind(pool) as (config: pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>
  return Object.assign(pool, {
    query: async (config: pg.QueryConfig, values?: unknown[]) => {
      const result = await plainQuery(config, values)
      for (const field of result.fields) if (field.dataTypeID === CATALOGUE_CHAR) field.dataTypeID = CHAR_ARRAY
      return result
    },
  })
}

/** The engine wants answers as values instead of exceptions. */
function bound<T extends object>(adapter: T): object {
  return new Proxy(adapter, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      if (name === 'getConnectionInfo') return () => answer(Reflect.apply(member, target, []))
      return async (...args: unknown[]) => {
        const value: unknown = await Reflect.apply(member, target, args)
        return answer(isAdapter(value) ? bound(value) : withCharacters(value))
      }
    },
  })
}

function isAdapter(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'queryRaw' in value
}

function withCharacters(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('columnTypes' in value) || !Array.isArray(value.columnTypes)) return value
  const types: unknown[] = value.columnTypes
  return { ...value, columnTypes: types.map((type) => (type === CHARACTER_ARRAY_COLUMN ? CHARACTER_COLUMN : type)) }
}

interface Answer {
  ok: true
  value: unknown
  map: (change: (value: unknown) => unknown) => Answer
  flatMap: (change: (value: unknown) => Answer) => Answer
}

function answer(value: unknown): Answer {
  return { ok: true, value, map: (change) => answer(change(value)), flatMap: (change) => change(value) }
}
