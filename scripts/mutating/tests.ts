import { existsSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { spawn, spawnSync } from 'node:child_process'
import type { Mutation } from './database.ts'

/** All but the list of rules itself: what is looked for is a test of what a rule does. */
const files = globSync('tests/{unit,verbs,access,guards}/**/*.test.ts').filter((file) => !/(guards\/rights|timing)\.test\.ts$/.test(file)).toSorted()
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const homes = new Map(globSync('prisma/models/*.prisma').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/@@map\("(\w+)"\)/g)].map(([, table = '']) => [table, file.replace(/.*\/(.*)\.prisma/, '$1')] as const)))

/** Asks every table at once and takes longest: after those that know the table. */
const matrix = files.filter((file) => file.startsWith('tests/access/'))

/** Test files in helpings: those of the same domain, the matrix, all others. */
export function helpings({ about }: Mutation): { near: string[]; matrix: string[]; far: string[] } {
  const words = about.split(/[^\w-]+/).filter((word) => word.length > 3)
  const domains = new Set(words.map((word) => homes.get(word)))
  const near = files.filter((file) => !matrix.includes(file) && ([...domains].some((domain) => domain && file.includes(`/${domain}/`)) || words.some((word) => homes.has(word) && texts.get(file)?.includes(word))))
  return { near, matrix, far: files.filter((file) => !near.includes(file) && !matrix.includes(file)) }
}

export interface Red {
  test: string
  /** The first line of why. */
  why: string
}

/** A test that met a refusal. */
export interface Met {
  file: string
  test: string
  /** In milliseconds. */
  took: number
  refused: string[]
}

const MET = 'test-results/refused.jsonl'

/** Which tests meet which refusal, the shortest first: all tests run once, and tell (some minutes; kept in test-results/refused.jsonl). */
export async function whoMeets(template: string): Promise<Map<string, Met[]>> {
  if (!existsSync(MET)) {
    const aside = `${MET}.${process.pid}`
    await run(['--config', CONFIG, ...files], { HANAI_TEMPLATE: template, HANAI_NOTICED: aside })
    renameSync(aside, MET)
  }
  const all = readFileSync(MET, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Met).toSorted((a, b) => a.took - b.took)
  const by = new Map<string, Met[]>()
  for (const met of all) for (const name of met.refused) by.set(name, [...(by.get(name) ?? []), met])
  return by
}

let typesHold: boolean | undefined

/** The types are the first of `npm test`: what is left out may not even compile. */
export function typeError({ source }: Mutation): Red | null {
  if (!source) return null
  typesHold ??= spawnSync('tsc', ['--noEmit']).status === 0
  if (!typesHold) throw new Error('The types do not hold as they are: npm run check first.')
  const text = readFileSync(source.file, 'utf8')
  const putBack = () => writeFileSync(source.file, text)
  process.once('exit', putBack)
  try {
    writeFileSync(source.file, text.split('\n').with(source.line, '').join('\n'))
    const { status, stdout } = spawnSync('tsc', ['--noEmit'], { encoding: 'utf8' })
    return status === 0 ? null : { test: 'the types', why: firstLine(stdout) }
  } finally {
    putBack()
    process.off('exit', putBack)
  }
}

/** Tests that fail without anything taken away, when they run alone: they show nothing. */
const notAlone = new Map<string, Promise<boolean>>()

/** Runs the tests that met the refusal without it, the shortest first and then a few at a time, until one fails that holds with it. */
export async function missedBy(name: string, met: Met[], template: string): Promise<Red | null> {
  for (let at = 0; at < met.length; at += at === 0 ? 1 : 4) {
    for (let some = met.slice(at, at === 0 ? 1 : at + 4); some.length > 0;) {
      const red = await firstRed(some, { HANAI_TEMPLATE: template, HANAI_WITHOUT: name })
      if (!red) break
      const one = some.find(({ file, test }) => red.test === nameOf(file, test))
      if (!one) return red
      if (!notAlone.has(red.test)) notAlone.set(red.test, firstRed([one], { HANAI_TEMPLATE: template, HANAI_WITHOUT: 'nothing' }).then(Boolean))
      if (!(await notAlone.get(red.test))) return red
      some = some.filter((each) => each !== one)
    }
  }
  // Some tests go on with what those before them did: their whole files.
  const files = [...new Set(met.map(({ file }) => file))].filter((file) => !matrix.includes(file))
  return files.length > 0 ? firstRed(files.map((file) => ({ file })), { HANAI_TEMPLATE: template, HANAI_WITHOUT: name }) : null
}

/** Runs these files until one test fails; null: all were green. */
export const redIn = (run: string[], template: string): Promise<Red | null> => (run.length > 0 ? firstRed(run.map((file) => ({ file })), { HANAI_TEMPLATE: template }) : Promise.resolve(null))

interface Report {
  testResults: { name: string; message: string; assertionResults: { status: string; ancestorTitles: string[]; title: string; failureMessages: string[] }[] }[]
}

const CONFIG = 'scripts/mutating/vitest.config.ts'
const nameOf = (file: string, test: string) => `${file} ${test}`
let outputs = 0

async function firstRed(some: { file: string; test?: string }[], env: Record<string, string>): Promise<Red | null> {
  const output = `test-results/mutation-${process.pid}-${outputs++}.json`
  const names = some.flatMap(({ test }) => (test === undefined ? [] : `^${test.split(' > ').map((part) => part.replace(/[^\p{L}\p{N} ]/gu, '.')).join('.{1,3}')}$`))
  const args = ['--config', CONFIG, '--bail=1', '--testTimeout=120000', '--hookTimeout=120000', '--reporter=json', `--outputFile.json=${output}`, ...(names.length > 0 ? ['-t', names.join('|')] : [])]
  const code = await run([...args, ...new Set(some.map(({ file }) => file))], env)
  if (code === 0) return null
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Report
  for (const { name, message, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed')
    const where = name.replace(`${process.cwd()}/`, '')
    if (failed) return { test: nameOf(where, [...failed.ancestorTitles, failed.title].join(' > ')), why: firstLine(failed.failureMessages[0] ?? '') }
    if (message) return { test: nameOf(where, '(as a whole)'), why: firstLine(message) }
  }
  return { test: 'the run itself', why: `ended with ${code}` }
}

function run(args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    spawn('vitest', ['run', ...args], { stdio: 'ignore', env: { ...process.env, ...env } }).on('close', (ended) => resolve(ended ?? 1))
  })
}

const firstLine = (text: string): string => text.split('\n')[0]?.slice(0, 160) ?? ''
