import { signOut } from '#lib/access/session.ts'

/** A plain form's address: works without script. What the browser kept of the pages goes with the session. */
export async function POST(): Promise<Response> {
  await signOut()
  return new Response(null, { status: 303, headers: { location: '/sign-in', 'clear-site-data': '"cache", "storage"' } })
}
