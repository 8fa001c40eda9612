import { Readable } from 'node:stream'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { importOf } from '#lib/roster/queries.ts'
import { reportOf } from '#lib/roster/report.ts'
import { isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'

/** The lines to check, as a CSV for spreadsheets. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const actor = await signedIn(`/roster/${id}`)
  const view = may(actor, 'roster.import') ? await asActor(actor, (tx) => importOf(tx, actor, id)) : null
  if (!view) return new Response(null, { status: 404 })
  const name = `${translator(actor.locale)('roster.report.downloadName')}-${isoDay(view.startedAt)}.csv`
  return new Response(Readable.toWeb(Readable.from(reportOf(actor, id))) as ReadableStream, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="roster-report.csv"; filename*=UTF-8''${encodeURIComponent(name)}` },
  })
}
