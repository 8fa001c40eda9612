import { defineConfig } from 'vitest/config'

/** Projects that speak to a database: one server for the run, one copy of the template for each file. */
const onDatabase = { isolate: false, globalSetup: 'tests/server.ts', setupFiles: ['tests/afresh.ts', 'tests/database.ts'], testTimeout: 20_000, hookTimeout: 30_000 }

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // The database does half of the work in a process of its own.
    maxWorkers: 3,
    env: { LOG_LEVEL: 'silent', TZ: 'UTC' },
    restoreMocks: true,
    sequence: { hooks: 'stack' },
    allowOnly: false,
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 } },
      { test: { name: 'verbs', include: ['tests/verbs/**/*.test.ts'], ...onDatabase } },
      { test: { name: 'access', include: ['tests/access/**/*.test.ts'], ...onDatabase } },
      { test: { name: 'canaries', include: ['tests/canaries/**/*.test.ts'], ...onDatabase } },
      { test: { name: 'guards', include: ['tests/guards/**/*.test.ts'], ...onDatabase } },
    ],
  },
})
