import { asIdentity } from '#lib/core/identity-door.ts'
import { countTry, forgive } from './attempts.ts'
import { signedBy } from './passkeys.ts'
import { begin, working, type Account, type Arrival, type SignedIn } from './sign-in.ts'

/** Without a password: the passkey is in her hand, and her device has made sure that it is hers. That is two factors. */
export async function signInWithPasskey(answer: string, arrival: Arrival): Promise<SignedIn> {
  const attempt = { email: `from ${arrival.address}`, address: arrival.address, door: 'passkey' } as const
  const waitMinutes = await countTry(attempt)
  if (waitMinutes > 0) return { waitMinutes }
  const whose = await signedBy(answer, null)
  const [account] = whose ? await asIdentity<Account>(`select c.office_id, c.staff_id from ${working} and c.office_id = $1 and c.staff_id = $2`, [whose.office_id, whose.staff_id]) : []
  if (!account) return { wrong: true }
  await forgive(attempt)
  return begin(account, 'PASSKEY', arrival, true)
}
