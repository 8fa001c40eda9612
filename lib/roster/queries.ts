import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import type { RosterImportState } from '#prisma/generated/enums.ts'
import { endInterrupted } from './interrupted.ts'
import { issues, type Issue } from './problem.ts'
import { noProgress, Progress } from './progress.ts'

/** An import as its page shows it. */
export interface ImportView {
  id: string
  state: RosterImportState
  progress: Progress
  failure: string | null
  startedAt: Date
  finishedAt: Date | null
  by: string
}

export interface IssueView extends Issue {
  seq: number
  rejected: boolean
}

export const running = ({ state }: Pick<ImportView, 'state'>): boolean => state !== 'DONE' && state !== 'FAILED'

/** The latest imports, newest first; `before` is the last id seen (ids follow time). */
export async function importsOf(tx: Tx, actor: Actor, most: number, before?: string): Promise<{ imports: ImportView[]; older?: string }> {
  const rows = await tx.rosterImport.findMany({
    where: { officeId: actor.officeId, ...(isId(before) && { id: { lt: before } }) },
    include: { staff: { select: { name: true, nameEn: true } } },
    orderBy: { id: 'desc' },
    take: most + 1,
  })
  const imports = rows.slice(0, most).map((row) => viewOf(row, actor))
  const last = imports.at(-1)
  return { imports, ...(rows.length > most && last && { older: last.id }) }
}

/** One import, or null. Looking at one that nobody works on any more ends it. */
export async function importOf(tx: Tx, actor: Actor, id: string): Promise<ImportView | null> {
  if (!isId(id)) return null
  const found = () => tx.rosterImport.findFirst({ where: { officeId: actor.officeId, id }, include: { staff: { select: { name: true, nameEn: true } } } })
  const row = await found()
  if (!row || !running(row)) return row && viewOf(row, actor)
  await endInterrupted(tx)
  const again = await found()
  return again && viewOf(again, actor)
}

/** A page of what was noticed, in the order of files and lines; `after` is the last number seen. */
export async function issuesOf(tx: Tx, actor: Pick<Actor, 'officeId'>, importId: string, most: number, { after = 0, rejected = false } = {}): Promise<{ page: IssueView[]; next?: number }> {
  const rows = await tx.rosterImportIssue.findMany({
    where: { officeId: actor.officeId, importId, seq: { gt: after }, ...(rejected && { rejected }) },
    orderBy: { seq: 'asc' },
    take: most + 1,
  })
  const page = rows.slice(0, most).map(({ seq, file, line, field, code, rejected }): IssueView => ({ seq, file, line, field: field ?? undefined, code: isCode(code) ? code : 'cells', rejected }))
  const last = page.at(-1)
  return { page, ...(rows.length > most && last && { next: last.seq }) }
}

type Row = Omit<ImportView, 'progress' | 'by'> & { progress: unknown; staff: { name: string; nameEn: string | null } }

function viewOf({ id, state, progress, failure, startedAt, finishedAt, staff }: Row, { locale }: Actor): ImportView {
  const read = Progress.safeParse(progress)
  return { id, state, failure, startedAt, finishedAt, progress: read.success ? read.data : noProgress(), by: locale === 'en' ? (staff.nameEn ?? staff.name) : staff.name }
}

const isId = (id: string | undefined): id is string => Id.safeParse(id).success
const isCode = (code: string): code is Issue['code'] => Object.hasOwn(issues, code)
