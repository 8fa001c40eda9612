import { createHash } from 'node:crypto'
import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { actorOf } from '#lib/access/actor-of.ts'
import { beginCommand, candidates, type Candidate } from '#lib/access/command-session.ts'
import { endSession } from '#lib/access/end-session.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, closeDoor } from '#lib/core/door.ts'
import type { Env } from '#lib/core/env.ts'
import { newId } from '#lib/core/id.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { makeFolder, removeFolder } from '#lib/roster/folder.ts'
import { things } from '#lib/roster/progress.ts'
import { importOf, issuesOf, running, type ImportView } from '#lib/roster/queries.ts'
import { sayField, sayIssue, sayLine } from '#lib/roster/say-issue.ts'
import { startImport } from '#lib/roster/start.ts'
import type { Arrived } from '#lib/roster/unpack.ts'
import { watched } from '#lib/roster/watched.ts'
import { isMessageKey, sentence, translator } from '#lib/words/translate.ts'
import { reachDatabase } from './database/reach.ts'
import { endWith, StartRefusal } from './refusal.ts'
import { readSettings } from './settings.ts'

/** Lines of the report that are printed; all of them stand on the import's page. */
const PRINTED = 40

const [ko, en] = [translator('ko'), translator('en')]
const say = (korean: string, english: string) => void process.stdout.write(`${korean} · ${english}\n`)

/** `npm run roster:import -- [--as e-mail] file…`: what the page /roster does, for a machine that does it every night. */
async function main() {
  const { values, positionals } = readArguments()
  if (positionals.length === 0) {
    throw new StartRefusal('가져올 파일을 적어 주세요: npm run roster:import -- 명단.zip', 'Please name the files: npm run roster:import -- roster.zip')
  }
  const env = readSettings()
  const stop = await reachDatabase(env)
  try {
    const who = await whoever(values.as, env)
    say(`▸ ${who.name} 님의 이름으로 가져와요`, `importing as ${who.email}`)
    const { state } = await asWhom(who, (actor) => run(actor, positionals))
    if (state !== 'DONE') process.exitCode = 1
  } finally {
    await closeDoor()
    await closeIdentityDoor()
    await stop()
  }
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { as: { type: 'string' } } })
  } catch {
    throw new StartRefusal('쓸 수 있는 것은 --as 이메일과 파일 이름이에요.', 'What can be given is --as e-mail, and files.')
  }
}

/** Outside of a demo it must be said in whose name: it stands in the audit. */
async function whoever(email: string | undefined, { demo }: Env): Promise<Candidate> {
  const [first] = await candidates('COORDINATOR', email)
  if (first && (email !== undefined || demo)) return first
  if (email !== undefined) throw new StartRefusal('이 이메일을 쓰는 센터 조정자가 없어요.', 'There is no coordinator with this e-mail address.')
  throw new StartRefusal('누구의 이름으로 가져올지 적어 주세요: npm run roster:import -- --as 이메일 명단.zip', 'Please say in whose name: npm run roster:import -- --as e-mail roster.zip')
}

/** Within a session that is over when the work is. */
async function asWhom<T>(who: Candidate, work: (actor: Actor) => Promise<T>): Promise<T> {
  const key = await beginCommand(who)
  try {
    const actor = await actorOf(key)
    if (!actor) throw new Error('a session that has just begun is over')
    return await work(actor)
  } finally {
    await endSession(key)
  }
}

async function run(actor: Actor, paths: string[]): Promise<ImportView> {
  const { folder, files } = await copyAll(paths)
  const digest = new Uint8Array(createHash('sha256').update(paths.join('\n')).digest())
  const { path, done } = await startImport(actor, { folder, files, key: newId(), digest })
  const id = path.split('/').at(-1) ?? ''
  let view = await look(actor, id)
  while (running(view)) {
    await Promise.race([done, wait(2_000, undefined, { ref: false })])
    view = await look(actor, id)
    if (running(view)) say(`  … ${watched(view, ko).said}`, watched(view, en).said)
  }
  await tell(actor, view)
  return view
}

/** The import takes its own copies and removes them. */
async function copyAll(paths: string[]): Promise<{ folder: string; files: Arrived[] }> {
  const folder = await makeFolder()
  const files: Arrived[] = []
  for (const from of paths) {
    const file = { name: basename(from), path: join(folder, `${files.length}.upload`) }
    await copyFile(from, file.path).catch(async () => {
      await removeFolder(folder)
      throw new StartRefusal(`파일을 읽을 수 없어요: ${from}`, `The file cannot be read: ${from}`)
    })
    files.push(file)
  }
  return { folder, files }
}

async function look(actor: Actor, id: string): Promise<ImportView> {
  const view = await asActor(actor, (tx) => importOf(tx, actor, id))
  if (!view) throw new Error('the import has disappeared')
  return view
}

async function tell(actor: Actor, { id, state, failure, progress }: ImportView) {
  if (state !== 'DONE') {
    const key = `roster.failure.${failure ?? 'unexpected'}`
    if (isMessageKey(key)) say(`✗ ${sentence('ko', key)}`, sentence('en', key))
    return
  }
  for (const thing of things) {
    const { added, changed, ended, unchanged } = progress.counts[thing]
    if (added + changed + ended + unchanged > 0) say(`  ${ko(`roster.thing.${thing}`)} +${added} ~${changed} −${ended} =${unchanged}`, en(`roster.thing.${thing}`))
  }
  const { page, next } = await asActor(actor, (tx) => issuesOf(tx, actor, id, PRINTED))
  for (const issue of page) say(`  ${issue.rejected ? '✗' : '·'} ${issue.file} ${sayLine(issue, ko)} ${sayField(issue, ko)}: ${sayIssue(issue, ko)}`, sayIssue(issue, en))
  if (next) say(`  … 모두 /roster/${id} 에 있어요`, `all of them are at /roster/${id}`)
  say(`✓ ${progress.rejected}줄을 빼고 가져왔어요`, `imported, ${progress.rejected} lines not taken`)
}

await main().catch(endWith)
