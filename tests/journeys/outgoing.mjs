import { appendFileSync, mkdirSync } from 'node:fs'
import { Socket } from 'node:net'
import { dirname } from 'node:path'

/* Loaded into the server of the journeys before anything else: writes down whom it speaks to. Every client of Node.js, TLS
   and fetch included, connects through this one function. */
const connect = Socket.prototype.connect
const file = process.env['HANAI_OUTGOING'] ?? ''
mkdirSync(dirname(file), { recursive: true })

Socket.prototype.connect = function (...given) {
  const path = given.flat().find((one) => typeof one === 'object' && one !== null && typeof one.path === 'string')?.path
  if (path !== undefined) appendFileSync(file, `path ${path}\n`)
  this.on('connectionAttempt', (address, port) => appendFileSync(file, `${address} ${port}\n`))
  return connect.apply(this, given)
}
