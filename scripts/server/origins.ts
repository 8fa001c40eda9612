import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Where forms may come from: the configured origin, and without one this machine's own addresses. */
export function allowedOrigins(url: string | undefined, port: number): string[] {
  return url ? [url] : [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
}

/** Headers by which a visitor could claim to be somebody, or somewhere, else, or steer the framework. */
const CLAIMS = /^(x-forwarded-|forwarded$|x-real-ip$|x-middleware-|x-hanai-|x-nonce$|content-security-policy|x-invoke-|x-matched-path$|x-next-|x-nextjs-|x-action-|next-resume$|x-http-method|x-original-|x-rewrite-)/

/**
 * Removes what must not be believed and writes what we know: `x-hanai-address` is the visitor's network address.
 * X-Forwarded-For counts only when the connection itself comes from a configured proxy.
 */
export function cleanHeaders(request: IncomingMessage, proxies: BlockList): void {
  const address = visitorAddress(request, proxies)
  for (const name of Object.keys(request.headers)) if (CLAIMS.test(name)) delete request.headers[name]
  request.headers['x-hanai-address'] = address
}

/** Reads addresses and networks (10.0.0.0/8) of TRUSTED_PROXY. Throws a RangeError on anything else. */
export function proxyList(entries: string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address)
    if (!family) throw new RangeError(entry)
    const type = family === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, type)
    else list.addSubnet(address, Number(bits), type)
  }
  return list
}

function visitorAddress(request: IncomingMessage, proxies: BlockList): string {
  const direct = plain(request.socket.remoteAddress ?? '')
  if (!known(direct, proxies)) return direct
  const claimed = String(request.headers['x-forwarded-for'] ?? '').split(',').map((part) => plain(part.trim())).filter((part) => isIP(part))
  return claimed.findLast((address) => !known(address, proxies)) ?? direct
}

function known(address: string, proxies: BlockList): boolean {
  const family = isIP(address)
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** An IPv4 address that arrived over an IPv6 socket is the same address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}
