import type { Readable } from 'node:stream'
import { Id, newId } from '#lib/core/id.ts'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { AlreadyDone, Invalid, NotAllowed } from '#lib/core/refusal.ts'
import { makeFolder, removeFolder } from './folder.ts'
import { RosterProblem, type Failure } from './problem.ts'
import { noProgress } from './progress.ts'
import { receive, type Upload } from './receive.ts'
import { runImport } from './run.ts'

export interface Started {
  /** The import's page. */
  path: string
  /** Settles when it has ended, well or badly. */
  done: Promise<void>
}

const pageOf = (id: string): string => `/roster/${id}`

/**
 * Takes a form with files and begins the import. What is wrong with the files stands on the import's page.
 * Whoever is refused is told so when all has been sent.
 */
export async function startUpload(actor: Actor, headers: Record<string, string>, body: Readable): Promise<Started> {
  mayBegin(actor)
  const folder = await makeFolder()
  try {
    const upload = await receive(headers, body, folder)
    if (upload.files.length === 0) throw new RosterProblem('noFiles')
    return await startImport(actor, upload)
  } catch (problem) {
    await removeFolder(folder)
    if (problem instanceof AlreadyDone) return { path: problem.result, done: Promise.resolve() }
    if (!(problem instanceof RosterProblem)) throw problem
    return { path: await noteFailure(actor, problem.failure), done: Promise.resolve() }
  }
}

/** Begins an import of files that are here; the folder is the import's from now on. */
export async function startImport(actor: Actor, upload: Upload): Promise<Started> {
  mayBegin(actor)
  if (!Id.safeParse(upload.key).success) throw new Invalid('core.refusal.expired')
  const id = newId()
  const path = await asActor({ ...actor, form: { key: upload.key, digest: upload.digest } }, async (tx) => {
    await note(tx, actor, id, null)
    return pageOf(id)
  })
  return { path, done: runImport(actor, id, upload) }
}

/** Told before anything is received: without a current approval the database would refuse what it is given. */
function mayBegin(actor: Actor): void {
  must(actor, 'roster.import')
  if (!actor.cleared) throw new NotAllowed('roster.refusal.notCleared')
}

async function noteFailure(actor: Actor, failure: Failure): Promise<string> {
  const id = newId()
  await asActor({ sessionKey: actor.sessionKey }, (tx) => note(tx, actor, id, failure))
  return pageOf(id)
}

async function note(tx: Tx, { officeId, staffId }: Actor, id: string, failure: Failure | null) {
  await tx.rosterImport.createMany({
    data: [{ id, officeId, staffId, state: failure ? 'FAILED' : 'READING', failure, progress: noProgress(), startedAt: now(), finishedAt: failure ? now() : null }],
  })
}
