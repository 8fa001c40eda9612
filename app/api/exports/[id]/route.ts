import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { Refusal } from '#lib/core/refusal.ts'
import { downloadExport } from '#lib/exports/download-export.ts'
import { sentence } from '#lib/words/translate.ts'

const types = { CSV: 'text/csv; charset=utf-8', XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

/** An export's file, for whoever asked for it; afterwards 410 and why. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const actor = await signedIn(`/exports/${id}`)
  if (!may(actor, 'export.make') && !may(actor, 'export.audit')) return new Response(null, { status: 404 })
  try {
    const { number, format, content } = await asActor(actor, (tx) => downloadExport(tx, actor, id))
    return new Response(new Uint8Array(content), {
      headers: {
        'content-type': types[format],
        'content-disposition': `attachment; filename="${number}.${format.toLowerCase()}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    return new Response(problem.status === 404 ? null : sentence(actor.locale, problem.message), { status: problem.status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
}
