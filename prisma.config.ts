import { defineConfig } from 'prisma/config'

/** The whole folder is the schema; the database address is given by scripts, never by this file. */
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
})
