import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { z } from 'zod'
import { arrangeDatabase } from './database/arrange.ts'
import { bringUpToDate } from './database/open.ts'
import { OfficeFile } from './office/file.ts'
import { AddressTaken, setUpOffice, type SetUp } from './office/set-up.ts'
import { endWith, StartRefusal } from './refusal.ts'
import { readSettings } from './settings.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** `npm run office -- [--no-links] office.json`: how an office begins where there is no demo world. May be repeated. */
async function main() {
  const { values, positionals } = readArguments()
  const [path] = positionals
  if (!path) throw new StartRefusal('기관과 사람을 적은 파일을 알려 주세요: npm run office -- office.json (docs/office.example.json 참고)', 'Please name the file: npm run office -- office.json (see docs/office.example.json)')
  const file = read(path)
  const settings = readSettings()
  const database = await arrangeDatabase(settings)
  try {
    await bringUpToDate(database.urls.migrate)
    tell(settings.url ?? `http://localhost:${settings.port}`, await asOwner(database.urls.migrate, (owner) => setUpOffice(owner, file, { links: !values['no-links'] })))
  } finally {
    await database.stop()
  }
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { 'no-links': { type: 'boolean' } } })
  } catch {
    throw new StartRefusal('쓸 수 있는 것은 --no-links와 파일 이름이에요.', 'What can be given is --no-links, and a file.')
  }
}

function read(path: string): OfficeFile {
  let given: unknown
  try {
    given = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
  } catch {
    throw new StartRefusal(`파일을 읽을 수 없거나 JSON이 아니에요: ${path}`, `The file cannot be read or is not JSON: ${path}`)
  }
  const parsed = OfficeFile.safeParse(given)
  if (parsed.success) return parsed.data
  const named = parsed.error.issues.slice(0, 10).map((issue: z.core.$ZodIssue) => `${issue.path.join('.')} (${issue.message})`).join(', ')
  throw new StartRefusal(`파일을 고쳐 주세요: ${named}`, `Please correct the file: ${named}`)
}

async function asOwner<T>(migrateUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: migrateUrl, options: '-c role=hanai_owner' })
  await owner.connect()
  try {
    return await work(owner)
  } catch (problem) {
    if (!(problem instanceof AddressTaken)) throw problem
    throw new StartRefusal(`다른 교육지원청의 계정이 쓰는 이메일이에요: ${problem.email}`, `This address belongs to an account of another office: ${problem.email}`)
  } finally {
    await owner.end()
  }
}

function tell(origin: string, { agencies, people, approvals, trainings }: SetUp) {
  say(`✓ 기관 ${agencies} · 계정 ${people.length} · 취급승인 ${approvals} · 보안교육 ${trainings}`)
  say(`  ${agencies} agencies, ${people.length} accounts, ${approvals} approvals, ${trainings} trainings are new`)
  const invited = people.filter(({ token }) => token !== null)
  if (invited.length === 0) return
  say('\n  첫 비밀번호를 정하는 주소예요. 지금 한 번만 보이고, 이레 동안 한 번 쓸 수 있어요. 본인에게만 전해 주세요.\n  Links to set a first password, shown only now, good for seven days and once. Please hand each to its owner alone.\n')
  for (const { email, token, name } of invited) say(`    ${name}  ${email}\n    ${origin}/sign-in/link?token=${token}\n`)
}

await main().catch(endWith)
