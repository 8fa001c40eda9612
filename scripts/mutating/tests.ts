import { globSync, readFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import type { Mutation } from './database.ts'

/** All but the list of rules itself: what is looked for is a test of what a rule does. */
const files = globSync('tests/{unit,verbs,access,guards}/**/*.test.ts').filter((file) => !file.endsWith('/rights.test.ts')).toSorted()
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const homes = new Map(globSync('prisma/models/*.prisma').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/@@map\("(\w+)"\)/g)].map(([, table = '']) => [table, file.replace(/.*\/(.*)\.prisma/, '$1')] as const)))

/** Asks every table at once and takes longest: after those that know the table. */
const matrix = files.filter((file) => file.startsWith('tests/access/'))

/** Test files in three helpings: those of the same domain, the matrix, everything else. */
export function helpings({ about }: Mutation): string[][] {
  const words = about.split(/[^\w-]+/).filter((word) => word.length > 3)
  const domains = new Set([...words.map((word) => homes.get(word)), about.match(/^lib\/(\w+)\//)?.[1]])
  const near = files.filter((file) => !matrix.includes(file) && ([...domains].some((domain) => domain && file.includes(`/${domain}/`)) || words.some((word) => homes.has(word) && texts.get(file)?.includes(word))))
  const far = files.filter((file) => !near.includes(file) && !matrix.includes(file))
  return [near, matrix, far].filter((helping) => helping.length > 0)
}

export interface Red {
  test: string
  /** The first line of why. */
  why: string
}

interface Report {
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[]
}

/** Runs these files until one test fails; null: all were green. */
export async function firstRed(run: string[], breaks: string | undefined): Promise<Red | null> {
  const output = `test-results/mutation-${process.pid}.json`
  const code = await new Promise<number>((resolve) => {
    const child = spawn('vitest', ['run', '--bail=1', '--testTimeout=120000', '--hookTimeout=120000', '--reporter=json', `--outputFile.json=${output}`, ...run], {
      stdio: 'ignore', env: { ...process.env, ...(breaks && { HANAI_BREAK: breaks }) },
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
