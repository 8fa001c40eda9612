// Runs `prisma generate` without network. The CLI insists on a schema engine binary that it would
// download, although generating never calls it; any executable satisfies it.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js')
const quiet = process.argv.includes('--quiet')

const result = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], {
  stdio: quiet ? ['ignore', 'ignore', 'pipe'] : 'inherit',
  env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
})
if (result.status !== 0 && quiet) process.stderr.write(result.stderr)
process.exit(result.status ?? 1)
