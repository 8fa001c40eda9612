import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { fault } from '#lib/core/fault.ts'
import { newId } from '#lib/core/id.ts'
import { NotFound } from '#lib/core/refusal.ts'
import type { Kind } from './columns.ts'
import { removeFolder } from './folder.ts'
import { inspect, type RosterFile } from './inspect.ts'
import { RosterProblem, type Failure } from './problem.ts'
import { noProgress, type Progress } from './progress.ts'
import { writeProgress } from './tell.ts'
import { takeClasses, takeSessions } from './take/classes.ts'
import { nameClasses } from './take/class-names.ts'
import { takeDetails } from './take/details.ts'
import { takeEnrolments } from './take/enrolments.ts'
import { remark, weigh, writeIssues, type Intake } from './take/intake.ts'
import { takeLinks } from './take/links.ts'
import { endMissing } from './take/missing.ts'
import { takePeople } from './take/people.ts'
import { takeRoles } from './take/roles.ts'
import { knownSchools, takeSchools } from './take/schools.ts'
import type { Upload } from './receive.ts'

/** The longest an import may take; 200,000 lines take a small part of it. */
const PATIENCE = 30 * 60_000

/**
 * Reads what was uploaded and takes it in, in one transaction: all of it that is valid, or nothing.
 * Never throws: how it ended stands in the import's row. Whatever happens, the folder is removed.
 */
export async function runImport(actor: Actor, importId: string, { folder, files }: Upload): Promise<void> {
  const quiet = { sessionKey: actor.sessionKey, officeId: actor.officeId, staffId: actor.staffId }
  const tell = writeProgress(quiet, importId)
  try {
    await asActor(quiet, weigh)
    await asActor(quiet, async (tx) => {
      await lockOffice(tx, actor.officeId)
      await takeTime(tx)
      const progress = noProgress()
      const found = await inspect(files, folder, () => tell.soon(progress, 'READING'))
      progress.files = found.files.map(({ kind, lines }) => ({ kind, lines, read: 0, rejected: 0 }))
      const intake = await makeIntake(tx, actor.officeId, importId, progress, found.bulk)
      intake.tick = () => tell.soon(progress, 'APPLYING')
      for (const issue of found.issues) remark(intake, issue)
      await takeAll(intake, found.files)
      await tell.done()
      await finish(tx, actor, importId, progress)
    }, { patience: PATIENCE })
  } catch (problem) {
    await tell.done()
    await failImport(importId, failureOf(problem))
  } finally {
    await removeFolder(folder)
  }
}

/** One roster an office at a time; and the sign that somebody is working on it. */
async function lockOffice(tx: Tx, officeId: string) {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(hashtextextended('roster ' || ${officeId}, 0)) as mine`
  if (!lock?.mine) throw new RosterProblem('busy')
}

/**
 * Tables grow a thousandfold within this transaction: a plan made for an empty one would be used to the end. And what no
 * page may take an import may: statements over all children, and looking through large files meanwhile.
 */
async function takeTime(tx: Tx) {
  await tx.$queryRaw`
    select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('statement_timeout', '10min', true),
      set_config('idle_in_transaction_session_timeout', '10min', true)`
}

async function makeIntake(tx: Tx, officeId: string, importId: string, progress: Progress, bulk: Set<Kind>): Promise<Intake> {
  const seen = () => new Set<string>()
  return {
    tx, officeId, importId, progress, bulk, at: now(), issues: [], written: 0, tick: () => undefined,
    schools: await knownSchools({ tx, officeId }),
    touched: new Set(), homerooms: new Set(), years: new Map(), roles: new Map(), people: new Map(), relations: new Map(), children: new Map(), recognised: new Set(), last: [],
    ids: { students: new Map(), guardians: new Map(), staff: new Map(), classes: new Map() },
    seen: { orgs: seen(), academicSessions: seen(), classes: seen(), roles: seen(), users: seen(), demographics: seen(), enrollments: seen() },
  }
}

const takers: Record<Kind, (intake: Intake, file: RosterFile) => Promise<void>> = {
  orgs: takeSchools,
  academicSessions: takeSessions,
  classes: takeClasses,
  roles: takeRoles,
  users: async (intake, file) => {
    await takePeople(intake, file)
    await takeLinks(intake, file)
  },
  demographics: takeDetails,
  enrollments: takeEnrolments,
}

/** In the order in which the files build on each other. */
async function takeAll(intake: Intake, files: RosterFile[]) {
  for (const file of files) await takers[file.kind](intake, file)
  await endMissing(intake)
  await nameClasses(intake)
  await writeIssues(intake)
  for (const work of intake.last) await work()
}

async function finish(tx: Tx, { officeId, staffId }: Actor, importId: string, progress: Progress) {
  const done = await tx.$executeRaw`
    update roster_imports set state = 'DONE', progress = ${JSON.stringify(progress)}::jsonb, finished_at = ${now()}
    where office_id = ${officeId}::uuid and id = ${importId}::uuid and state in ('READING', 'APPLYING')`
  // Signed out in the meantime, or ended by another process: then nothing of it may stay
  if (done !== 1) throw new NotFound()
  await tx.$executeRaw`
    insert into audit_entries (id, office_id, at, staff_id, session_id, action, subject_id)
    values (${newId()}::uuid, ${officeId}::uuid, ${now()}, ${staffId}::uuid, app.actor_session(), 'roster.imported', ${importId}::uuid)`
}

function failureOf(problem: unknown): Failure {
  if (problem instanceof RosterProblem) return problem.failure
  if (problem instanceof NotFound) return 'signedOut'
  fault(problem)
  return 'unexpected'
}

/** Works without a session: whose ended cannot say so herself. */
async function failImport(importId: string, failure: Failure): Promise<void> {
  await asActor({ sessionKey: '' }, (tx) => tx.$executeRaw`select app.fail_import(${importId}::uuid, ${failure})`).catch((problem: unknown) => void fault(problem))
}
