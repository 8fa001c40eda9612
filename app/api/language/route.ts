import { localPath } from '#lib/access/local-path.ts'
import { speak } from '#lib/access/session.ts'
import { isLocale } from '#lib/words/locale.ts'

/** A plain form's address: sets the language and goes back to where the press was. */
export async function POST(request: Request): Promise<Response> {
  const sent = await request.formData().catch(() => null)
  if (!sent) return new Response(null, { status: 400 })
  const chosen = sent.get('locale')
  if (!isLocale(chosen)) return new Response(null, { status: 422 })
  await speak(chosen)
  return new Response(null, { status: 303, headers: { location: cameFrom(request.headers) } })
}

/** The path of the page that was left, when it was one of ours. */
function cameFrom(headers: Headers): string {
  const referer = headers.get('referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  return host === headers.get('host') ? localPath(pathname + search, { evenSignIn: true }) : '/'
}
