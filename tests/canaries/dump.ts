import type pg from 'pg'

export interface Column {
  table: string
  column: string
  /** Holds letters of any kind: text, JSON, bytes, lists of them. */
  lettered: boolean
}

const everything = `
  select c.oid::regclass::text as table, a.attname as column,
    coalesce(e.typname, t.typname) in ('text', 'varchar', 'bpchar', 'name', 'citext', 'json', 'jsonb', 'bytea', 'xml', 'hstore', 'tsvector') as lettered
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem and t.typlen = -1
  where c.relkind in ('r', 'p', 'm') and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) and c.relnamespace::regnamespace::text !~ '^pg_'
  order by 1, a.attnum`

export const columnsOf = async (client: pg.Client): Promise<Column[]> => (await client.query<Column>(everything)).rows

/** Every column of every table of the whole database, row by row, as a copy of it would have them: whoever asks must be above all rules. */
export async function dump(client: pg.Client): Promise<{ place: string; text: string }[]> {
  const places = new Map<string, string[]>()
  for (const { table, column } of await columnsOf(client)) places.set(table, [...(places.get(table) ?? []), column])
  const all: { place: string; text: string }[] = []
  for (const [table, columns] of places) {
    const parts = columns.map((column) => `string_agg(${client.escapeIdentifier(column)}::text, E'\\n')`)
    const { rows } = await client.query<(string | null)[]>({ text: `select ${parts.join(', ')} from ${table}`, rowMode: 'array' })
    columns.forEach((column, at) => all.push({ place: `${table}.${column}`, text: rows[0]?.[at] ?? '' }))
  }
  return all
}
