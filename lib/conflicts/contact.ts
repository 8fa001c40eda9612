import { Invalid } from '#lib/core/refusal.ts'
import { digitsOf } from '#lib/students/naming.ts'
import { homeMark } from './address.ts'

/** By what a person may be recognised, as it is kept: a number in digits as it is dialled here, and the mark of a home. Null: not given. */
export function contactOf(officeId: string, { phone, address }: { phone: string; address: string }): { phone: string | null; home: Uint8Array<ArrayBuffer> | null } {
  const digits = digitsOf(phone)
  if (phone !== '' && digits.length < 9) throw new Invalid('conflicts.refusal.phone', 'phone')
  const home = address === '' ? null : homeMark(officeId, address)
  if (address !== '' && !home) throw new Invalid('conflicts.refusal.address', 'address')
  return { phone: digits || null, home }
}
