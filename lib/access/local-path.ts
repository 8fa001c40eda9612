/**
 * Where to go on to: a path of ours, or home. Never another site, never what would only lead round in a circle.
 * Written anew by the parser, so that what is checked is what the browser will follow.
 */
export function localPath(text: string | undefined, { evenSignIn = false } = {}): string {
  if (!text || text.length > 1_000 || !/^\/(?![/\\])/.test(text)) return '/'
  const base = 'http://us.invalid'
  if (!URL.canParse(text, base)) return '/'
  const { origin, pathname, search } = new URL(text, base)
  if (origin !== base || pathname.startsWith('//')) return '/'
  if (/^\/(api|sign-in)(\/|$)/.test(pathname) && !(evenSignIn && pathname === '/sign-in')) return '/'
  return pathname + search
}
