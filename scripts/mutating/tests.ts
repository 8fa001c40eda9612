import { globSync, readFileSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import type { Mutation } from './database.ts'

/** All but the list of rules itself: what is looked for is a test of what a rule does. */
const files = globSync('tests/{unit,verbs,access,guards}/**/*.test.ts').filter((file) => !/(rights|timing).test.ts$/.test(file)).toSorted()
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const homes = new Map(globSync('prisma/models/*.prisma').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/@@map\("(\w+)"\)/g)].map(([, table = '']) => [table, file.replace(/.*\/(.*)\.prisma/, '$1')] as const)))

/** Asks every table at once and takes longest: after those that know the table. */
const matrix = files.filter((file) => file.startsWith('tests/access/'))

/** Test files in helpings: those that use the file itself, those of the same domain, the matrix. */
export function helpings({ about }: Mutation): { users: string[]; near: string[]; matrix: string[] } {
  const words = about.split(/[^\w-]+/).filter((word) => word.length > 3)
  const domains = new Set([...words.map((word) => homes.get(word)), about.match(/^lib\/(\w+)\//)?.[1]])
  const apart = files.filter((file) => !matrix.includes(file))
  const users = apart.filter((file) => texts.get(file)?.includes(`'#${about}'`))
  const near = apart.filter((file) => !users.includes(file) && ([...domains].some((domain) => domain && file.includes(`/${domain}/`)) || words.some((word) => homes.has(word) && texts.get(file)?.includes(word))))
  return { users, near, matrix }
}

export interface Red {
  test: string
  /** The first line of why. */
  why: string
}

/** The types are the first of `npm test`: what is left out may not even compile. */
export function typeError(): Red | null {
  const { status, stdout } = spawnSync('tsc', ['--noEmit'], { encoding: 'utf8' })
  return status === 0 ? null : { test: 'the types', why: firstLine(stdout) }
}

interface Report {
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[]
}

/** Runs these files until one test fails; null: all were green. */
export async function firstRed(run: string[], template: string): Promise<Red | null> {
  const output = `test-results/mutation-${process.pid}.json`
  const code = await new Promise<number>((resolve) => {
    const child = spawn('vitest', ['run', '--bail=1', '--testTimeout=120000', '--hookTimeout=120000', '--reporter=json', `--outputFile.json=${output}`, ...run], {
      stdio: 'ignore', env: { ...process.env, HANAI_TEMPLATE: template },
    })
    child.on('close', (ended) => resolve(ended ?? 1))
  })
  if (code === 0) return null
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Report
  for (const { name, message, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed')
    const where = name.replace(`${process.cwd()}/`, '')
    if (failed) return { test: `${where} ${failed.fullName}`, why: firstLine(failed.failureMessages[0] ?? '') }
    if (message) return { test: `${where} (as a whole)`, why: firstLine(message) }
  }
  return { test: 'the run itself', why: `ended with ${code}` }
}

const firstLine = (text: string): string => text.split('\n')[0]?.slice(0, 160) ?? ''
