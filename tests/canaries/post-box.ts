import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A real peer of the post, which keeps whole letters as they come over the wire, envelope and all. */
export async function openPostBox(): Promise<{ url: string; letters: string[]; close: () => Promise<void> }> {
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        letters.push(`${JSON.stringify(session.envelope)}\n${Buffer.concat(chunks).toString('utf8')}`)
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, letters, close: () => new Promise((done) => server.close(() => done())) }
}
