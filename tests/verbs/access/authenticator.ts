import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** A key in somebody's hand, as the standard describes one (WebAuthn 6): it signs what a site asks, with its person verified or not. */
export interface Authenticator {
  id: string
  /** The public key as a site keeps it (COSE, ES256). */
  publicKey: Buffer
  answer: (asked: object, manner?: Partial<Manner>) => string
}

interface Manner {
  origin: string
  rpId: string
  /** Her finger or her PIN was asked. */
  verified: boolean
  counter: number
  key: KeyObject
}

export function authenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16).toString('base64url')
  let used = 0
  return {
    id,
    publicKey: Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')]),
    answer: (asked, manner = {}) => {
      const { rpId, verified, counter, key, ...rest } = { origin, rpId: new URL(origin).hostname, verified: true, counter: ++used, key: privateKey, ...manner }
      const challenge = 'challenge' in asked ? String(asked.challenge) : ''
      const client = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin: rest.origin, crossOrigin: false }))
      const count = Buffer.alloc(4)
      count.writeUInt32BE(counter)
      const data = Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([verified ? 0x05 : 0x01]), count])
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), key)
      return JSON.stringify({
        id, rawId: id, type: 'public-key', clientExtensionResults: {},
        response: { clientDataJSON: client.toString('base64url'), authenticatorData: data.toString('base64url'), signature: signature.toString('base64url') },
      })
    },
  }
}
