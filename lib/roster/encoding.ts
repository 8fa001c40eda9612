import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949'

/**
 * What a file is written in: its byte-order mark says it, or else whether its bytes are UTF-8. Excel in Korea saves
 * CP949. A few broken letters amid UTF-8 leave it UTF-8: read as CP949 every name in it would be another.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let first = true
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const marked = first ? byMark(chunk) : undefined
    if (marked) return marked
    first = false
    try {
      strict.decode(chunk, { stream: true })
    } catch {
      return (await isMostlyUtf8(path)) ? 'utf-8' : 'cp949'
    }
  }
  return 'utf-8'
}

async function isMostlyUtf8(path: string): Promise<boolean> {
  const lenient = new TextDecoder()
  let whole = 0
  let broken = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (const letter of lenient.decode(chunk, { stream: true })) {
      if (letter === '\uFFFD') broken++
      else if (letter > '\u07FF') whole++
    }
  }
  return whole > broken
}

function byMark(start: Buffer): Encoding | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8'
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  // Without a mark every second byte of Latin headers is zero
  if (start.length >= 4 && start[1] === 0 && start[3] === 0) return 'utf-16le'
  if (start.length >= 4 && start[0] === 0 && start[2] === 0) return 'utf-16be'
  return undefined
}

/** The text of a file, piece by piece, without its byte-order mark. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderFor(encoding)
  let first = true
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk)
    yield first ? text.replace(/^\uFEFF/, '') : text
    first = false
  }
  yield decoder.end() ?? ''
}

function decoderFor(encoding: Encoding): { write: (chunk: Buffer) => string; end: () => string | undefined } {
  if (encoding === 'cp949') return iconv.getDecoder('cp949')
  const decoder = new TextDecoder(encoding)
  return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
}
