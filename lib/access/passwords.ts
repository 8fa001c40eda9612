import { hash, verify } from '@node-rs/argon2'
import { atMost } from '#lib/core/at-most.ts'

/** Argon2id with 19 MiB, two rounds, one lane (OWASP); about 35 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Belongs to no password: looked at for accounts that do not exist, so that they take as long as others. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$dD5jGBE7YQzmw9NXagajcg$rNwWZ5sL4WKdFN3bk4ljaxXSjRXbxpBcjF53L9YzuCU'

/** Each check takes a core and memory: two at a time, so that many sign-ins at once do not starve the pages. */
const checks = atMost(2)
const mostWaiting = 200

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

/** Whether the password is the account's. `kept` is null for an account without one, or for none at all. */
export async function passwordFits(kept: string | null | undefined, password: string): Promise<boolean> {
  // A hash that cannot be read is nobody's: not another answer than for a wrong password
  const fits = await checks.run(() => verify(kept ?? nobodys, password.normalize('NFC')).catch(() => false))
  return fits && typeof kept === 'string'
}

/** So many wait already that one more would only make it worse. */
export function tooBusyToCheck(): boolean {
  return checks.waiting() >= mostWaiting
}
