import { Agent, request } from 'node:http'

export interface Ask {
  url: string
  method?: 'GET' | 'POST'
  headers: Record<string, string>
  /** Made anew for each request. */
  body?: () => { type: string; content: string }
  expected: number
}

export interface Pace {
  perSecond: number
  p50: number
  p95: number
  seconds: number
  bytes: number
}

/** Asks over and over on so many kept-alive connections, each waiting for its answer, for so long; at least once each. */
export async function pace(ask: Ask, connections: number, milliseconds: number): Promise<Pace> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let bytes = 0
  const began = performance.now()
  const visitor = async () => {
    do {
      const before = performance.now()
      bytes = await once(ask, agent)
      times.push(performance.now() - before)
    } while (performance.now() - began < milliseconds)
  }
  await Promise.all(Array.from({ length: connections }, visitor))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), seconds, bytes }
}

/** One request; the size of its answer. Another status than expected ends the run: a refusal is fast, and no measure. */
function once({ url, method = 'GET', headers, body, expected }: Ask, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = body?.()
    const length = sent ? { 'content-type': sent.type, 'content-length': String(Buffer.byteLength(sent.content)) } : {}
    const asked = request(url, { agent, method, headers: { ...headers, ...length } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => (response.statusCode === expected ? resolve(bytes) : reject(new Error(`${method} ${url} answered ${response.statusCode}`))))
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(sent?.content)
  })
}

export async function fetchText({ url, headers }: Pick<Ask, 'url' | 'headers'>): Promise<string> {
  const response = await fetch(url, { headers })
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return response.text()
}
