import { createHmac, hkdfSync } from 'node:crypto'
import { caseKey } from './case-keys.ts'

/**
 * Words as keyed marks (HMAC-SHA-256): whether two are the same can be asked, which word it was cannot, without the case's
 * key, which is not in the database and is lost with the case. In another case the same word has another mark.
 */
export async function marksOf(caseId: string, words: Iterable<string>): Promise<Uint8Array<ArrayBuffer>[]> {
  const { key } = await caseKey('reporter', caseId)
  const forMarks = Buffer.from(hkdfSync('sha256', key, '', 'marks', 32))
  return [...new Set(words)].map((word) => new Uint8Array(createHmac('sha256', forMarks).update(word).digest().subarray(0, 16)))
}
