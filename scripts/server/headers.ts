import type { IncomingMessage, ServerResponse } from 'node:http'
import { randomBytes } from 'node:crypto'

/**
 * What every answer carries. The nonce goes to Next in the request's own content-security-policy header,
 * where Next looks for it, and to our pages as `x-nonce`.
 */
export function secure(request: IncomingMessage, response: ServerResponse, { https, development }: { https: boolean; development: boolean }) {
  const nonce = randomBytes(18).toString('base64')
  const policy = contentPolicy(nonce, https, development)
  request.headers['content-security-policy'] = policy
  request.headers['x-nonce'] = nonce

  // What people uploaded or took out has no origin to act in, should a browser ever show it.
  response.setHeader('Content-Security-Policy', isDownload(request.url ?? '/') ? `default-src 'none'; sandbox` : policy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  // Not "no-referrer": browsers would then send `Origin: null` with forms, which the guard refuses.
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=()')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('X-DNS-Prefetch-Control', 'off')
  response.setHeader('X-Robots-Tag', 'noindex, nofollow')
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  if (!isStatic(request.url ?? '/')) response.setHeader('Cache-Control', 'private, no-store')
}

/** Files with a hash in their name, made by the build and the same for everybody. */
export function isStatic(url: string): boolean {
  return url.startsWith('/_next/static/')
}

const isDownload = (url: string): boolean => /^\/api\/(documents|exports)\/[^/?]+/.test(url)

function contentPolicy(nonce: string, https: boolean, development: boolean): string {
  // React's development build evaluates strings, and its live reload speaks through a web socket.
  const scripts = development ? ` 'unsafe-eval'` : ''
  const styles = development ? `'self' 'unsafe-inline'` : `'self' 'nonce-${nonce}'`
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${scripts}`,
    `style-src ${styles}`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws: wss:' : ''}`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
