import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface Count {
  passed: number
  failed: number
}

const ROOT = join(import.meta.dirname, '../..')
const RESULTS = join(ROOT, 'test-results')

/** Fewer would mean that the tool has stopped seeing our files, which it does without complaint. */
const FEWEST_MODULES = 150

export const lint = () => tool('oxlint', ['--type-aware', '--deny-warnings', '.'])
export const deadCode = () => tool('knip', ['--no-progress'])
export const drift = () => tool('node', ['--disable-warning=ExperimentalWarning', 'scripts/migration.ts', '--check'])

/** The framework writes some types itself: at a build, and here when there was none. */
export async function types(): Promise<Count> {
  if (!existsSync(join(ROOT, 'next-env.d.ts'))) await run('next', ['typegen'], true)
  return tool('tsc', ['--noEmit'])
}

/** The order of the domains and the doors between the rooms. */
export async function layering(): Promise<Count> {
  const { output } = await run('depcruise', ['app', 'components', 'lib', 'prisma', 'scripts', 'tests', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'], true)
  const { summary } = JSON.parse(output) as { summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] } }
  for (const { rule, from, to } of summary.violations) console.log(`  ${rule.name}: ${from} → ${to}`)
  if (summary.totalCruised < FEWEST_MODULES) console.log(`  only ${summary.totalCruised} modules seen, expected ${FEWEST_MODULES} or more`)
  return one(summary.violations.length === 0 && summary.totalCruised >= FEWEST_MODULES)
}

/** Tests of the given vitest projects. */
export async function vitest(projects: string[]): Promise<Count> {
  const file = resultFile('vitest.json')
  const { code } = await run('vitest', ['run', ...projects.flatMap((name) => ['--project', name]), '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  if (!existsSync(file)) return one(false)
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
  return agreeing(code, { passed: numPassedTests ?? 0, failed: numFailedTests || numFailedTestSuites || 0 })
}

/** Stories in a real browser against the built pages and a fresh demo world. */
export async function journeys(): Promise<Count> {
  const file = resultFile('journeys.json')
  const { code } = await run('playwright', ['test'])
  if (!existsSync(file)) return one(false)
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number } }
  return agreeing(code, { passed: stats.expected, failed: stats.unexpected + stats.flaky })
}

async function tool(program: string, args: string[]): Promise<Count> {
  return one((await run(program, args)).code === 0)
}

function one(passed: boolean): Count {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A run that ended badly without a failed test (it crashed, it found nothing) is a failure all the same. */
function agreeing(code: number, count: Count): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

function resultFile(name: string): string {
  mkdirSync(RESULTS, { recursive: true })
  rmSync(join(RESULTS, name), { force: true })
  return join(RESULTS, name)
}

function run(program: string, args: string[], keep = false): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH']}`, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', keep ? 'pipe' : 'inherit', keep ? 'ignore' : 'inherit'] })
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', () => resolve({ code: 127, output: '' }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })
}
