import { lock, unlock } from './box.ts'
import { currentKey, keyNamed, type RingName } from './keys.ts'

/** `owner` is the record the text belongs to; what one ring sealed the other does not open. */
export const seal = (ring: RingName, text: string, owner: string): Promise<string> => lock(text, `${ring} ${owner}`, currentKey(ring))

export const unseal = (ring: RingName, box: string, owner: string): Promise<string | null> => unlock(box, `${ring} ${owner}`, (kid) => keyNamed(ring, kid))
