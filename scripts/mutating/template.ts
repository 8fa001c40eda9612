import pg from 'pg'
import { openTemplate } from '#scripts/database/template.ts'
import { rulesOf, type Mutation } from './database.ts'

/** The database that tests copy, kept for the whole run: broken for one mutation, whole again for the next. */
export interface Template {
  /** As tests/server.ts is given it. */
  given: string
  rules: Mutation[]
  /** The rules that the list of tests/guards/rights.test.ts would not miss. */
  unlisted: () => Promise<string[]>
  breakBy: (sql: string | undefined) => Promise<void>
  stop: () => Promise<void>
}

export async function keepTemplate(): Promise<Template> {
  const database = await openTemplate()
  const at = async <T>(name: string, ask: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: database.superuserUrl.replace(/\/[^/]*$/, `/${name}`) })
    await client.connect()
    try {
      return await ask(client)
    } finally {
      await client.end()
    }
  }
  const rules = await at('hanai', rulesOf)
  await at('postgres', (client) => client.query('create database whole template hanai'))
  let whole = true
  return {
    given: JSON.stringify({ ...database.urls, superuser: database.superuserUrl }),
    rules,
    unlisted: () => at('hanai', async (client) => {
      const unseen: string[] = []
      for (const { name, sql = '' } of rules) {
        await client.query('begin')
        await client.query(sql)
        const left = await rulesOf(client)
        await client.query('rollback')
        if (left.some((rule) => rule.name === name)) unseen.push(name)
      }
      return unseen
    }),
    async breakBy(sql) {
      await at('postgres', async (client) => {
        const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname like 'test\\_%'`)
        for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
        if (whole) return
        await client.query('drop database hanai with (force)')
        await client.query('create database hanai template whole')
      })
      whole = sql === undefined
      if (sql !== undefined) await at('hanai', (client) => client.query(sql))
    },
    stop: () => database.stop(),
  }
}
