import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { StartRefusal } from '#scripts/refusal.ts'
import { HEALTHY } from './health.ts'

/**
 * Takes the port before anything else is started. A Hanai that was orphaned a moment ago notices
 * by itself and lets go within seconds, so a port taken by one is tried again for a while.
 */
export async function listen(port: number, handler: RequestListener): Promise<Server> {
  const server = createServer({ requestTimeout: 300_000, headersTimeout: 15_000, keepAliveTimeout: 65_000, maxHeaderSize: 32_768 }, handler)
  for (let tries = 0; ; tries++) {
    try {
      server.listen(port)
      await once(server, 'listening')
      return server
    } catch (problem) {
      if (tries < 8 && codeOf(problem) === 'EADDRINUSE' && (await isHanai(port))) await wait(500)
      else throw sentenceFor(problem, port)
    }
  }
}

/** Waits for requests under way, then closes what is still open. */
export async function close(server: Server, milliseconds: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), milliseconds)
  await closed
  clearTimeout(late)
}

async function isHanai(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(500) })
    return (await answer.text()) === HEALTHY
  } catch {
    return false
  }
}

function sentenceFor(problem: unknown, port: number): unknown {
  if (codeOf(problem) === 'EADDRINUSE') {
    return new StartRefusal(
      `${port}번 포트를 다른 프로그램이 쓰고 있어요. 그 프로그램을 끄거나 PORT로 다른 번호를 정해 주세요. 예: PORT=3001 npm start`,
      `Port ${port} is in use by another program. Stop it, or choose another with PORT, for example PORT=3001 npm start.`,
    )
  }
  if (codeOf(problem) === 'EACCES') {
    return new StartRefusal(`${port}번 포트를 열 권한이 없어요. PORT로 1024보다 큰 번호를 정해 주세요.`, `Opening port ${port} is not permitted. Choose one above 1024 with PORT.`)
  }
  return problem
}

function codeOf(problem: unknown): string | undefined {
  return problem instanceof Error ? (problem as NodeJS.ErrnoException).code : undefined
}
