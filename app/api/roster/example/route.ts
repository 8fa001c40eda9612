import { signedIn } from '#lib/access/session.ts'
import { exampleFiles } from '#lib/roster/example.ts'
import { zipOf } from '#lib/roster/zip.ts'

/** A small invented roster to look at and to try. */
export async function GET(): Promise<Response> {
  await signedIn('/roster')
  return new Response(zipOf(exampleFiles()), { headers: { 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="hanai-roster-example.zip"' } })
}
