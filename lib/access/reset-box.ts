import { hkdfSync } from 'node:crypto'
import { lock, unlock, type BoxKey } from '#lib/core/box.ts'
import { env } from '#lib/core/env.ts'

/** From the service's secret: who reads the queue does not read whose password is to be set anew, nor whether there is such an account. */
const key = (): BoxKey => ({ kid: 'reset', key: new Uint8Array(hkdfSync('sha256', env().secret, '', 'hanai reset', 32)) })

export const sealAddress = (email: string): Promise<string> => lock(email, 'reset', key())
export const openAddress = (box: string): Promise<string | null> => unlock(box, 'reset', () => key().key)
