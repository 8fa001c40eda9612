import { expect, test } from 'vitest'
import { FORM_LIMIT } from '#scripts/server/guard.ts'
import { sessionHours } from '#lib/access/sign-in.ts'
import { read } from './source.ts'

/** The numbers of docs/protection.md, each with where the code has it. */
const document = read('docs/protection.md')
const row = (of: string) => document.split('\n').find((line) => line.startsWith(`| ${of}`)) ?? `no line about ${of}`

test.each([
  ['tries to sign in for one account', '| 10,', 'lib/access/attempts.ts', 'account: 10,'],
  ['tries to sign in from one address', '| 100 |', 'lib/access/attempts.ts', 'address: 100 }'],
  ['tries to sign in for one account in 15 minutes', 'up to 15', 'lib/access/attempts.ts', "interval '15 minutes'"],
  ['passwords checked at once', '| 2, and 200', 'lib/access/passwords.ts', 'checks = atMost(2)\nconst mostWaiting = 200'],
  ['a session without a request', '| 30 minutes', 'prisma/models/agencies.prisma', 'idleMinutes Int     @default(30)'],
  ['a session without a request', '(5 to 240)', 'scripts/office/file.ts', 'min(5).max(240)'],
  ['a proof of who one is', '| 10 minutes', 'lib/access/prove.ts', 'proofMinutes = 10'],
  ['different cases one person opens', "| 100, or `casesADay` of the office's file (5 to 10,000)", 'prisma/models/agencies.prisma', 'casesADay  Int?     @default(100)'],
  ['different cases one person opens', '24 hours', 'prisma/policies/330-reading.sql', "interval '24 hours'"],
  ['break-glass', '30 minutes to 4 hours', 'lib/glass/glass.ts', "spans = ['30', '60', '240']"],
  ['a roster', '| 256 MB', 'scripts/server/guard.ts', 'limit: 256 * 1024 * 1024'],
  ['a roster', 'unpacked 600 MB, 200 files and a ratio of 300', 'lib/roster/unpack.ts', 'MOST_ENTRIES = 200\nconst MOST_BYTES = 600 * 1024 * 1024'],
  ['a document', '(1 to 25)', 'lib/documents/document.ts', 'MOST_MEGABYTES = 25'],
  ['a document', '200 MB a case and 20 GB an office', 'prisma/models/agencies.prisma', '@default(209715200) @map("document_case_bytes")'],
  ['e-mail and password', 'twelve letters', 'lib/access/password-rules.ts', 'shortestPassword = 12'],
  ['the head of a request', '32 KB, within 15 seconds', 'scripts/server/listen.ts', 'headersTimeout: 15_000, keepAliveTimeout: 65_000, maxHeaderSize: 32_768'],
  ['one unit of work', '15 seconds', 'lib/core/door.ts', 'PATIENCE = 15_000'],
  ['texts', 'notes up to 8000 letters', 'lib/cases/note.ts', 'body: Text(8000)'],
  ['PostgreSQL | always', '10 for pages (`DATABASE_POOL`), 4 for signing in', 'lib/core/identity-door.ts', 'max: 4'],
  ['the post', '| 2;', 'lib/notices/post.ts', 'maxConnections: 2'],
  ['e-mail and password', '(19 MiB, two rounds)', 'lib/access/passwords.ts', 'memoryCost: 19_456, timeCost: 2'],
])('%s: the paper says %s, and so does the code', (of, said, file, code) => {
  expect(row(of)).toContain(said)
  expect(read(file)).toContain(code)
})

test('a form’s size and a session’s length are as the paper says', () => {
  expect(row('a form')).toContain(`${FORM_LIMIT / 1024} KB`)
  expect(row('a session in all')).toContain(`${sessionHours} hours`)
})

test('every setting that holds a secret is named among the keys or connections', () => {
  const settings = [...read('lib/core/env.ts').matchAll(/^ {2}([A-Z_]*(?:SECRET|KEYS|HEADS|SMTP_URL|ISSUER)[A-Z_]*):/gm)].map(([, name = '']) => name).filter((name) => name !== 'OIDC_CLIENT_SECRET')
  expect(settings.length).toBeGreaterThanOrEqual(4)
  expect(settings.filter((name) => !document.includes(name))).toEqual([])
})
