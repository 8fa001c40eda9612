import { lock, lockBytes, unlock, unlockBytes } from './box.ts'
import { caseKey, caseKeyNamed, type CaseRing } from './case-keys.ts'
import { currentKey, keyNamed, type RingName } from './keys.ts'

/** `owner` is the record the text belongs to; what one ring sealed the other does not open. */
export const seal = (ring: RingName, text: string, owner: string): Promise<string> => lock(text, `${ring} ${owner}`, currentKey(ring))

/** The same with the key of the case (`holder`), so that it is lost with that. */
export const sealOfCase = async (ring: CaseRing, holder: string, text: string, owner: string): Promise<string> =>
  lock(text, `${ring} ${owner}`, await caseKey(ring, holder))

export const unseal = (ring: RingName, box: string, owner: string): Promise<string | null> => unlock(box, `${ring} ${owner}`, named(ring))

/** Files, which are kept as bytes. */
export const sealBytesOfCase = async (holder: string, content: Uint8Array, owner: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(Buffer.from(await lockBytes(content, owner, await caseKey('documents', holder)), 'latin1'))

export const unsealBytes = (box: Uint8Array, owner: string): Promise<Uint8Array | null> => unlockBytes(Buffer.from(box).toString('latin1'), owner, named('documents'))

/** What was sealed before cases had keys of their own names one of the ring's. */
const named = (ring: RingName) => async (kid: string) => keyNamed(ring, kid) ?? (ring === 'factors' ? null : caseKeyNamed(ring, kid))
