import { createHmac } from 'node:crypto'
import { asIdentity } from '#lib/core/identity-door.ts'
import { env } from '#lib/core/env.ts'

/** Tries in a quarter of an hour. A whole school may share one address, so an address has more. */
const limits = { account: 10, address: 100 } as const
const pause = `interval '15 minutes'`

export interface Try {
  /** Whose account is tried; anything that names one. */
  email: string
  address: string
  /** What is tried: each is counted for itself, so that a right password does not give back tries at the second factor. */
  door?: 'sign-in' | 'second' | 'reset' | 'passkey'
}

/**
 * Counts this try before it is looked at, so that many at once do not slip through. At the limit the account, or the
 * address, has to wait: a minute, then two, four, eight, at most fifteen, and it always ends by itself. Tries while
 * waiting are not counted. Kept in the database: it outlives restarts and holds for several processes. Who need not wait has
 * `-infinity`, never a moment: of two tries at once, the one that began first may be counted last, and would find it still to come.
 * Returns the minutes to wait; 0 when the try may be looked at.
 */
export async function countTry({ email, address, door = 'sign-in' }: Try): Promise<number> {
  for (const kind of ['address', 'account'] as const) {
    const key = bucket(door, kind, kind === 'account' ? email : address)
    const counted = await asIdentity(
      `insert into sign_in_attempts as a (bucket, failures, window_start, blocked_until) values ($1, 1, app.now(), '-infinity')
       on conflict (bucket) do update set
         failures = case when greatest(a.window_start, a.blocked_until) <= app.now() - ${pause} then 1 else a.failures + 1 end,
         window_start = case when greatest(a.window_start, a.blocked_until) <= app.now() - ${pause} then app.now() else a.window_start end,
         blocked_until = case when a.failures + 1 < $2 or greatest(a.window_start, a.blocked_until) <= app.now() - ${pause} then '-infinity'
           else app.now() + least(${pause}, interval '1 minute' * power(2, least(a.failures + 1 - $2, 10))) end
       where a.blocked_until <= app.now()
       returning 1`, [key, limits[kind]])
    if (counted.length === 0) return minutesLeft(key)
  }
  return 0
}

/** The try was no failure: the account begins anew, the address has one less. Long-gone counts go with it. */
export async function forgive({ email, address, door = 'sign-in' }: Try): Promise<void> {
  await asIdentity(
    `with gone as (delete from sign_in_attempts where bucket = $1 or greatest(window_start, blocked_until) < app.now() - interval '1 day')
     update sign_in_attempts set failures = greatest(failures - 1, 0), blocked_until = '-infinity' where bucket = $2`,
    [bucket(door, 'account', email), bucket(door, 'address', address)])
}

async function minutesLeft(key: Buffer): Promise<number> {
  const [row] = await asIdentity<{ minutes: number }>('select ceil(extract(epoch from blocked_until - app.now()) / 60)::int as minutes from sign_in_attempts where bucket = $1', [key])
  return Math.max(1, row?.minutes ?? 1)
}

/** Two such hashes for the log: tries for one account, or from one address, are known for such, and name neither. */
export const marks = ({ email, address }: Pick<Try, 'email' | 'address'>): { account: string; source: string } => ({
  account: bucket('log', 'account', email).toString('hex').slice(0, 16),
  source: bucket('log', 'address', address).toString('hex').slice(0, 16),
})

/** Accounts and addresses stand in the table as keyed hashes only. */
function bucket(door: string, kind: string, value: string): Buffer {
  return createHmac('sha256', env().secret).update(`${door} ${kind}\n${value}`).digest()
}
