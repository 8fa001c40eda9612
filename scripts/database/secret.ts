import { createHmac, hash, pbkdf2Sync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secret of an installation without settings: made once, kept beside the data, readable by its owner alone. */
export function keptSecret(folder: string): string {
  const file = join(folder, 'secret')
  if (!existsSync(file)) makeSecret(file)
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}

/** Written aside and linked into place: of two processes that begin at once the first wins, whole. */
function makeSecret(file: string) {
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(aside, file)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
  } finally {
    rmSync(aside)
  }
}

/** Every process that knows the secret knows the password of each database role; nothing needs to be stored. */
export function rolePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
}

/**
 * The form in which PostgreSQL itself keeps a password (RFC 5803), computed here so that
 * the password never travels in a statement that a server may log.
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${sha256(clientKey)}:${serverKey}`
}

function sha256(bytes: Buffer): string {
  return hash('sha256', bytes, 'base64')
}
