import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { NotFound } from '#lib/core/refusal.ts'
import type { RosterImportState } from '#prisma/generated/enums.ts'
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

export const running = (state: RosterImportState): boolean => state !== 'DONE' && state !== 'FAILED'

const ISSUES_A_PAGE = 50
const IMPORTS_A_PAGE = 20

/** The latest imports, newest first; `before` is the last id seen (ids follow time). */
export async function importsOf(actor: Actor, before?: string): Promise<{ imports: ImportView[]; older?: string }> {
  must(actor, 'roster.import')
  return asActor(actor, async (tx) => {
    const rows = await tx.rosterImport.findMany({
      where: { officeId: actor.officeId, ...(Id.safeParse(before).success && before && { id: { lt: before } }) },
      include: { staff: { select: { name: true, nameEn: true } } },
      orderBy: { id: 'desc' },
      take: IMPORTS_A_PAGE + 1,
    })
    const imports = rows.slice(0, IMPORTS_A_PAGE).map((row) => viewOf(row, actor))
    const last = imports.at(-1)
    return { imports, ...(rows.length > IMPORTS_A_PAGE && last && { older: last.id }) }
  })
}

/** One import with a page of what was noticed; `after` is the last number seen. */
export async function importPage(actor: Actor, id: string, after = 0): Promise<{ view: ImportView; issues: IssueView[]; next?: number }> {
  must(actor, 'roster.import')
  return asActor(actor, async (tx) => {
    const view = await importView(tx, actor, id)
    const found = await issuesAfter(tx, actor, id, after, ISSUES_A_PAGE + 1)
    const page = found.slice(0, ISSUES_A_PAGE)
    const last = page.at(-1)
    return { view, issues: page, ...(found.length > ISSUES_A_PAGE && last && { next: last.seq }) }
  })
}

/** How far an import is; for the page that watches it. */
export async function importState(actor: Actor, id: string): Promise<ImportView> {
  must(actor, 'roster.import')
  return asActor(actor, (tx) => importView(tx, actor, id))
}

async function importView(tx: Tx, actor: Actor, id: string): Promise<ImportView> {
  const row = Id.safeParse(id).success
    ? await tx.rosterImport.findFirst({ where: { officeId: actor.officeId, id }, include: { staff: { select: { name: true, nameEn: true } } } })
    : null
  if (!row) throw new NotFound()
  return viewOf(row, actor)
}

type Row = Omit<ImportView, 'progress' | 'by'> & { progress: unknown; staff: { name: string; nameEn: string | null } }

function viewOf({ id, state, progress, failure, startedAt, finishedAt, staff }: Row, { locale }: Actor): ImportView {
  const read = Progress.safeParse(progress)
  return { id, state, failure, startedAt, finishedAt, progress: read.success ? read.data : noProgress(), by: locale === 'en' ? (staff.nameEn ?? staff.name) : staff.name }
}

/** What was noticed after a number, in the order of files and lines. */
export async function issuesAfter(tx: Tx, { officeId }: Pick<Actor, 'officeId'>, importId: string, after: number, most: number): Promise<IssueView[]> {
  const rows = await tx.rosterImportIssue.findMany({ where: { officeId, importId, seq: { gt: after } }, orderBy: { seq: 'asc' }, take: most })
  return rows.map(({ seq, file, line, field, code, rejected }) => ({ seq, file, line, field: field ?? undefined, code: isCode(code) ? code : 'cells', rejected }))
}

const isCode = (code: string): code is Issue['code'] => code in issues
