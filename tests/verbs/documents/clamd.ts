import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** How it behaves: as clamd does, or as it does on a bad day. */
type Manner = 'well' | 'silent' | 'full' | 'hangs up' | 'mumbles'

/** A peer that speaks clamd's INSTREAM over TCP: a command, then chunks each with its length before it, then a length of nothing. */
export async function startClamd() {
  const scanned: string[] = []
  const state: { manner: Manner } = { manner: 'well' }
  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data])
      if (state.manner === 'hangs up') return void socket.destroy()
      const content = contentOf(received)
      if (content === undefined) return
      scanned.push(content.toString('latin1'))
      answer(socket, state.manner, content)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    scanned,
    behave: (manner: Manner) => void (state.manner = manner),
    stop: () => new Promise<void>((stopped) => void server.close(() => stopped())),
  }
}

const command = 'zINSTREAM\0'

/** What was sent, once the end of it has come. */
function contentOf(received: Buffer): Buffer | undefined {
  if (received.length < command.length) return undefined
  if (received.subarray(0, command.length).toString() !== command) throw new Error('not what clamd is asked')
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

function answer(socket: Socket, manner: Manner, content: Buffer) {
  if (manner === 'silent') return
  if (manner === 'full') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
  if (manner === 'mumbles') return void socket.end('hm\0')
  socket.end(content.includes('INFECTED') ? 'stream: Test.Signature FOUND\0' : 'stream: OK\0')
}
