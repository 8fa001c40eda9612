import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBody, sealBody } from '#lib/documents/box.ts'
import { inspectDocument } from '#lib/documents/inspect.ts'
import { shownName } from '#lib/documents/name.ts'

const folder = mkdtempSync(join(tmpdir(), 'hanai-documents-'))
beforeAll(() => Object.assign(process.env, { HANAI_KEYS: join(folder, 'keys.json'), DATABASE_APP_URL: 'postgres://nobody@127.0.0.1/none', DATABASE_AUTH_URL: 'postgres://nobody@127.0.0.1/none', DATABASE_JOBS_URL: 'postgres://nobody@127.0.0.1/none', HANAI_SECRET: 'a secret of the tests, forty characters' }))
afterAll(() => rmSync(folder, { recursive: true }))

const pdf = (inside = '') => Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`)
const photo = (kind: 'jpeg' | 'png' | 'webp' = 'jpeg') => sharp({ create: { width: 60, height: 40, channels: 3, background: '#3a7' } })
  .withExif({ IFD0: { Make: 'CANARYCAMERA', Copyright: '<script>alert(1)</script>' }, IFD3: { GPSLatitude: '37/1 33/1 59/1', GPSLatitudeRef: 'N' } }).toFormat(kind).toBuffer()
/** Any case. */
const holder = '0192f0e0-0000-7000-8000-000000000001'
const inspect = (name: string, content: Uint8Array) => inspectDocument({ name, content })

/** A picture of so many pixels in some bytes. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(named.length + 8)
    frame.writeUInt32BE(data.length)
    named.copy(frame, 4)
    frame.writeUInt32BE(crc(named), named.length + 4)
    return frame
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))])
}

function crc(data: Buffer): number {
  let c = ~0
  for (const byte of data) {
    c ^= byte
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  }
  return ~c >>> 0
}

const html = '<!doctype html><script>fetch("//evil")</script>'
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
const hostile: [string, string, Uint8Array, string][] = [
  ['nothing', 'leer.pdf', new Uint8Array(), 'documents.refusal.empty'],
  ['a page called a picture', 'photo.jpg', Buffer.from(html), 'documents.refusal.kind'],
  ['a drawing with a program', 'bild.svg', Buffer.from(svg), 'documents.refusal.kind'],
  ['a program called a PDF', 'report.pdf', Buffer.from(`MZ${'\0'.repeat(200)}PE\0\0`), 'documents.refusal.kind'],
  ['an archive', 'all.pdf', Buffer.from('504b03040a00000000000000000000000000', 'hex'), 'documents.refusal.kind'],
  ['an old office document', '양식.hwp', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'documents.refusal.kind'],
  ['a page that is a PDF too', 'x.pdf', Buffer.concat([Buffer.from(html), pdf()]), 'documents.refusal.kind'],
  ['a PDF that is a page at its end', 'x.pdf', Buffer.concat([pdf(), Buffer.from(' '.repeat(2000) + html)]), 'documents.refusal.broken'],
  ['a PDF with a program', 'x.pdf', pdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'), 'documents.refusal.active'],
  ['a PDF with a program in other letters', 'x.pdf', pdf('/OpenAction << /S /Java#53cript >>'), 'documents.refusal.active'],
  ['a PDF with a file in it', 'x.pdf', pdf('/Names << /EmbeddedFiles 2 0 R >>'), 'documents.refusal.active'],
  ['a PDF that starts a program', 'x.pdf', pdf('/OpenAction << /S /Launch /F (cmd.exe) >>'), 'documents.refusal.active'],
  ['a picture of a thousand million pixels', 'x.png', bomb(40_000, 40_000), 'documents.refusal.pixels'],
  ['a picture that breaks off', 'x.png', bomb(3_000, 3_000), 'documents.refusal.broken'],
  ['a picture of a kind we cannot draw', 'x.heic', Buffer.from('0000001866747970686569630000000068656963', 'hex'), 'documents.refusal.heic'],
  ['an animation', 'x.gif', Buffer.from('GIF89a' + '\0'.repeat(30)), 'documents.refusal.kind'],
]

test.each(hostile)('%s is refused', async (_, name, content, message) => {
  await expect(inspect(name, content)).rejects.toThrow(message)
})

test.each(['jpeg', 'png', 'webp'] as const)('a picture (%s) is kept without place, camera or anything else that came with it, and opens with its own name alone', async (kind) => {
  const came = Buffer.concat([await photo(kind), Buffer.from(html)])
  expect(came.includes('CANARYCAMERA')).toBe(true)
  const ready = await inspect('../../etc/우리반\u202egnp.html', came)
  expect(ready).toMatchObject({ mediaType: `image/${kind}`, redrawn: true, name: `우리반 gnp.${kind === 'jpeg' ? 'jpg' : kind}` })
  const box = await sealBody(ready.id, holder, ready.content)
  expect(Buffer.from(box).includes('CANARY')).toBe(false)
  const kept = Buffer.from((await openBody(ready.id, box)) ?? [])
  const { exif, xmp, icc, ...rest } = await sharp(kept).metadata()
  expect({ exif, xmp, icc, width: rest.width, height: rest.height }).toEqual({ exif: undefined, xmp: undefined, icc: undefined, width: 60, height: 40 })
  for (const trace of ['CANARY', 'script', 'GPS']) expect(kept.includes(trace), trace).toBe(false)
  expect(await openBody('another', box)).toBeNull()
})

test('a picture that says it lies on its side is kept the right way up', async () => {
  const ready = await inspect('x.jpg', await sharp({ create: { width: 60, height: 40, channels: 3, background: '#3a7' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer())
  expect(await sharp(ready.content).metadata()).toMatchObject({ width: 40, height: 60 })
})

test('a plain PDF is kept as it came, and waits to be scanned', async () => {
  const ready = await inspect('의견서.exe', pdf())
  expect(ready).toMatchObject({ mediaType: 'application/pdf', redrawn: false, name: '의견서.pdf', bytes: pdf().length })
  expect(Buffer.from(ready.content)).toEqual(pdf())
})

test.each([
  ['C:\\Users\\kim\\진단서.PDF', '진단서.pdf'], ['../../../etc/passwd', 'passwd.pdf'], ['..', 'document.pdf'], ['', 'document.pdf'], ['.htaccess', 'htaccess.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie x=1.pdf'], ['report.pdf.exe', 'report.pdf'], ['가\u202e\u2066fdp.exe', '가 fdp.pdf'], ['"><script>.pdf', 'script.pdf'], ['%00%2e.pdf', '00 2e.pdf'],
  ['긴'.repeat(300), `${'긴'.repeat(80)}.pdf`],
])('the name %j is shown as %j', (given, shown) => {
  expect(shownName(given, 'pdf')).toBe(shown)
})
