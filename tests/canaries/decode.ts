import { gunzipSync, inflateRawSync } from 'node:zlib'

/*
 * Ways in which a name can stand somewhere without being there to the letter. Each makes of a text another one in which
 * the name may be plain; what it does not know it leaves as it is.
 */
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: `'`, nbsp: ' ', shy: '', zwnj: '', zwj: '' }
const letter = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')
const utf8 = (bytes: string, how: BufferEncoding) => Buffer.from(bytes, how).toString('utf8')

const decoders: ((text: string) => string)[] = [
  // Of mail: words of a header, and =EA=B0=84 with its soft ends of lines.
  (text) => text.replace(/=\?utf-8\?b\?([^?]*)\?=(?:\s+(?==\?))?/gi, (_, body: string) => utf8(body, 'base64')),
  (text) => text.replace(/=\?utf-8\?q\?([^?]*)\?=(?:\s+(?==\?))?/gi, (_, body: string) => body.replaceAll('_', ' ')),
  (text) => (/=\r?\n|=[0-9A-F]{2}=/.test(text) ? text.replace(/=\r?\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (run) => utf8(run.replaceAll('=', ''), 'hex')) : text),
  (text) => text.replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => letter(parseInt(hex, 16))).replace(/&#(\d{1,7});?/g, (_, digits: string) => letter(Number(digits))),
  (text) => text.replace(/&([a-z]{2,5});/g, (whole, name: string) => named[name] ?? whole),
  (text) => text.replace(/\\+u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})/gi, (_, four?: string, more?: string) => letter(parseInt(four ?? more ?? '', 16))),
  (text) => text.replace(/(?:\\+x[0-9a-f]{2})+/gi, (run) => utf8(run.replace(/\\+x/gi, ''), 'hex')),
  (text) => text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => utf8(run.replaceAll('%', ''), 'hex')),
]

const decoded = (text: string): string => decoders.reduce((sofar, decode) => decode(sofar), text)

/** Long runs of base64 or of hexadecimal digits, read from each place at which a letter of theirs may begin. */
function inner(text: string): string {
  const found: string[] = []
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g)) {
    for (let from = 0; from < 4; from++) found.push(utf8(run.slice(from), 'base64'))
    if (/^[0-9a-f]+$/i.test(run)) found.push(utf8(run, 'hex'), utf8(run.slice(1), 'hex'))
  }
  return found.filter((one) => /[\uac00-\ud7a3\u1100-\u11ff]|[a-z0-9 -]{9}/i.test(one)).join('\n')
}

/** <b>김</b>철수 and 김<!-- -->철수 are read as 김철수. */
const withoutTags = (text: string) => (text.includes('<') ? text.replace(/<[^<>]*>/g, '') : text)

/** The text, and all that can be made of it. */
export function* viewsOf(text: string, depth = 3): Generator<string> {
  let here = text
  for (let round = 0; round < 3; round++) {
    yield here
    const plain = withoutTags(here)
    if (plain !== here) yield plain
    const next = decoded(here)
    if (next === here) break
    here = next
  }
  const hidden = depth > 0 ? inner(text) : ''
  if (hidden !== '') yield* viewsOf(hidden, depth - 1)
}

/** What bytes may hold: as UTF-8, as UTF-16 from either place, and whatever of a zip or gzip can be unpacked. */
export function textsIn(bytes: Buffer): string[] {
  const texts = [bytes.toString('utf8'), wide(bytes, 0), wide(bytes, 1)]
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    const body = bytes.subarray(at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28))
    if (bytes.readUInt16LE(at + 8) === 8) texts.push(unpacked(() => inflateRawSync(body)))
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) texts.push(unpacked(() => gunzipSync(bytes)))
  return texts
}

/** Copied, and of whole letters: of an odd number of bytes at an odd place Node reads and writes one too many. */
function wide(bytes: Buffer, from: number): string {
  if (bytes.length < from) return ''
  const letters = Buffer.alloc((bytes.length - from) & ~1)
  bytes.copy(letters, 0, from)
  return letters.toString('utf16le')
}

function unpacked(how: () => Buffer): string {
  try {
    return how().toString('utf8')
  } catch {
    return ''
  }
}
