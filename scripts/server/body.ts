import { IncomingMessage } from 'node:http'
import { Refused } from './refused.ts'

/** The whole body of a small request, refused as soon as it grows beyond `limit`. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new Refused(413)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The same request with its body still to be read, for the framework behind the guard. */
export function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket)
  again.method = request.method
  again.url = request.url
  again.headers = request.headers
  again.rawHeaders = request.rawHeaders
  again.httpVersion = request.httpVersion
  again.httpVersionMajor = request.httpVersionMajor
  again.httpVersionMinor = request.httpVersionMinor
  again.complete = true
  again.push(body)
  again.push(null)
  return again
}
