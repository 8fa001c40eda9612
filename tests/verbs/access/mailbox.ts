import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect } from 'vitest'
import { closePost } from '#lib/notices/post.ts'
import { workOff } from '#tests/verbs/jobs/run-job.ts'

const letters: { to: string; text: string }[] = []
const peer = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      letters.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text: decode(Buffer.concat(chunks).toString('utf8')) })
      done()
    })
  },
})
peer.listen(0, '127.0.0.1')
await once(peer.server, 'listening')
Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${(peer.server.address() as AddressInfo).port}`, MAIL_FROM: 'Hanai <hanai@demo.example>', HANAI_URL: 'https://hanai.example.kr' })

afterAll(async () => {
  closePost()
  await new Promise<void>((done) => peer.close(() => done()))
})

/** What has come since it was last asked, after the queue was worked off. */
export async function post(): Promise<{ to: string; text: string }[]> {
  letters.length = 0
  await workOff()
  return [...letters]
}

/** The token of the one letter with a link that comes for that address. */
export async function tokenFor(address: string): Promise<string> {
  const mine = (await post()).filter(({ to, text }) => to === address && text.includes('token='))
  expect(mine).toHaveLength(1)
  return /token=([\w-]{43})/.exec(mine[0]?.text ?? '')?.[1] ?? ''
}

function decode(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  return /base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : quoted(text)
}
const quoted = (text: string) => Buffer.from(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8')
