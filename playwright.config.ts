import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { freePort } from '#scripts/database/embedded.ts'
import { stopLeftover } from '#scripts/database/leftover.ts'
import { findChromium } from '#scripts/testing/chromium.ts'

const data = resolve('data/journeys')
/** Whom the server of the journeys speaks to; outgoing.after.ts looks at it when all are over. */
const outgoing = `${data}-outgoing.txt`
Object.assign(process.env, { HANAI_OUTGOING: outgoing, JOURNEY_DATA: process.env['JOURNEY_DATA'] ?? data })

/** A Hanai that runs already (JOURNEY_URL=http://localhost:3000): for writing journeys. The proof itself begins with an empty world. */
const running = process.env['JOURNEY_URL']

// Workers read this file again; only the first reading chooses the port and begins with an empty world.
if (!running && process.env['JOURNEY_PORT'] === undefined) {
  process.env['JOURNEY_PORT'] = String(await freePort())
  await stopLeftover(`${data}/postgres`)
  rmSync(data, { recursive: true, force: true })
  rmSync(outgoing, { force: true })
}

const port = process.env['JOURNEY_PORT']
const { executablePath, args, env } = findChromium()

export default defineConfig({
  testDir: 'tests/journeys',
  forbidOnly: true,
  // Two cores, but a worker waits for its server half of the time.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: {
    baseURL: running ?? `http://localhost:${port}`,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    viewport: { width: 1280, height: 800 },
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
  },
  projects: [
    // The longest begins first: the others find their place beside it.
    { name: 'forms', testMatch: '**/forms.journey.ts', ...(!running && { teardown: 'outgoing' }) },
    { name: 'journeys', testMatch: '**/*.journey.ts', testIgnore: '**/forms.journey.ts', ...(!running && { teardown: 'outgoing' }) },
    ...(running ? [] : [{ name: 'outgoing', testMatch: '**/outgoing.after.ts' }]),
  ],
  ...(!running && {
    webServer: {
      command: 'exec node scripts/serve.ts',
      url: `http://localhost:${port}/api/ready`,
      env: { PORT: port ?? '', HANAI_DATA: data, LOG_LEVEL: 'warn', HANAI_OUTGOING: outgoing, NODE_OPTIONS: `--import ${resolve('tests/journeys/outgoing.mjs')}` },
      timeout: 180_000,
      stdout: 'ignore',
      gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    },
  }),
})
