import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** A key in somebody's hand, as the standard describes one (WebAuthn 6): it signs what a site asks, with its person verified or not. */
export interface Authenticator {
  id: string
  /** The public key as a site keeps it (COSE, ES256). */
  publicKey: Buffer
  answer: (asked: object, manner?: Partial<Manner>) => string
  /** What a browser says when it has made this key for a site. */
  made: (asked: object, manner?: Partial<Pick<Manner, 'origin' | 'verified'>>) => string
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
  const cose = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')])
  const site = (name: string) => createHash('sha256').update(new URL(name).hostname).digest()
  const client = (type: string, asked: object, from: string) => Buffer.from(JSON.stringify({ type, challenge: 'challenge' in asked ? String(asked.challenge) : '', origin: from, crossOrigin: false }))
  return {
    id,
    publicKey: cose,
    made: (asked, { origin: from = origin, verified = true } = {}) => {
      const raw = Buffer.from(id, 'base64url')
      // 0x40: with the new key; no attestation, as asked (WebAuthn 6.5).
      const data = Buffer.concat([site(origin), Buffer.from([verified ? 0x45 : 0x41]), Buffer.alloc(4 + 16), Buffer.from([0, raw.length]), raw, cose])
      const attestation = Buffer.concat([Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'), Buffer.from([0x58, data.length]), data])
      return JSON.stringify({
        id, rawId: id, type: 'public-key', clientExtensionResults: {},
        response: { clientDataJSON: client('webauthn.create', asked, from).toString('base64url'), attestationObject: attestation.toString('base64url'), transports: ['internal'] },
      })
    },
    answer: (asked, manner = {}) => {
      const { rpId, verified, counter, key, ...rest } = { origin, rpId: new URL(origin).hostname, verified: true, counter: ++used, key: privateKey, ...manner }
      const said = client('webauthn.get', asked, rest.origin)
      const count = Buffer.alloc(4)
      count.writeUInt32BE(counter)
      const data = Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([verified ? 0x05 : 0x01]), count])
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(said).digest()]), key)
      return JSON.stringify({
        id, rawId: id, type: 'public-key', clientExtensionResults: {},
        response: { clientDataJSON: said.toString('base64url'), authenticatorData: data.toString('base64url'), signature: signature.toString('base64url') },
      })
    },
  }
}
