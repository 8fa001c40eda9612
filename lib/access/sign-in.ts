import { createHash, randomBytes } from 'node:crypto'
import { asIdentity } from '#lib/core/identity-door.ts'
import { newId } from '#lib/core/id.ts'
import { log } from '#lib/core/log.ts'
import type { Locale } from '#lib/words/locale.ts'
import { countTry, forgive, marks } from './attempts.ts'
import { passwordFits, tooBusyToCheck } from './passwords.ts'
import { settle } from './strengthen.ts'

/** A session's key, or why there is none. Known and unknown accounts get the same answers after the same steps. */
export type SignedIn = { key: string; locale: Locale } | { wrong: true } | { waitMinutes: number }

/** Where somebody comes from, and the language chosen before signing in, which the account then follows. */
export interface Arrival {
  address: string
  userAgent: string | undefined
  chosen: Locale | undefined
}

export interface Account {
  office_id: string
  staff_id: string
}

export const sessionHours = 10

/** Accounts whose person and body still work here. */
export const working = `accounts c
  join staff s on s.office_id = c.office_id and s.id = c.staff_id
  join agencies a on a.office_id = s.office_id and a.id = s.agency_id
  where c.deactivated_at is null and s.left_at is null and a.ended_at is null`

/** An e-mail address as it is compared. */
export const addressOf = (entered: string): string => entered.replace(/\p{Cc}/gu, '').trim().normalize('NFC').toLowerCase()

export async function signInWithPassword(entered: string, password: string, arrival: Arrival): Promise<SignedIn> {
  const email = addressOf(entered)
  const attempt = { email, address: arrival.address }
  if (tooBusyToCheck()) return { waitMinutes: 1 }
  const waitMinutes = await countTry(attempt)
  if (waitMinutes > 0) {
    log.warn({ code: 'wait', ...marks(attempt) }, 'sign-in.refused')
    return { waitMinutes }
  }

  const [account] = await asIdentity<Account & { password_hash: string | null }>(`select c.office_id, c.staff_id, c.password_hash from ${working} and c.email = $1`, [email])
  const fits = await passwordFits(account?.password_hash, password)
  if (!account || !fits) {
    log.warn({ code: 'wrong', ...marks(attempt) }, 'sign-in.refused')
    return { wrong: true }
  }

  await forgive(attempt)
  log.info({ code: 'password', ...marks(attempt) }, 'sign-in.entered')
  return begin(account, 'PASSWORD', arrival)
}

/**
 * Somebody whom the configured OpenID provider vouches for. Known by issuer and subject; the first time by the verified
 * e-mail address of an account that works. Nobody gets an account this way, and no account gets a second identity. `strong`:
 * the provider has asked a second factor itself, in a way the configuration accepts.
 */
export async function signInWithIdentity(issuer: string, subject: string, verifiedEmail: string | undefined, arrival: Arrival, strong = false): Promise<SignedIn> {
  const [known] = await asIdentity<Account>(
    `select c.office_id, c.staff_id from ${working} and (c.office_id, c.staff_id) in
       (select x.office_id, x.staff_id from external_identities x where x.issuer = $1 and x.subject = $2)`, [issuer, subject])
  if (known) return begin(known, 'OIDC', arrival, strong)
  if (!verifiedEmail) return { wrong: true }

  const [first] = await asIdentity<Account>(
    `with met as (select c.office_id, c.staff_id from ${working} and c.email = $3
                    and not exists (select from external_identities x where x.issuer = $1 and x.office_id = c.office_id and x.staff_id = c.staff_id)),
          tied as (insert into external_identities (office_id, staff_id, issuer, subject)
                   select office_id, staff_id, $1, $2 from met on conflict do nothing returning office_id, staff_id)
     select met.* from met join tied using (office_id, staff_id)`, [issuer, subject, verifiedEmail])
  return first ? begin(first, 'OIDC', arrival, strong) : { wrong: true }
}

/** The browser gets the key, the database its hash. A `strong` session needs no second factor to be shown any more. */
export async function begin(account: Account, method: 'PASSWORD' | 'PASSKEY' | 'OIDC' | 'COMMAND', arrival: Arrival, strong = false): Promise<{ key: string; locale: Locale }> {
  const key = randomBytes(32)
  const [seen] = await asIdentity<{ locale: string }>(
    `with begun as (insert into sessions (id, office_id, staff_id, key_hash, created_at, last_seen_at, expires_at, method, user_agent, address, second_at)
                    values ($1, $2, $3, $4, app.now(), case when $5 = 'COMMAND' then null else app.now() end, app.now() + interval '${sessionHours} hours', $5, $6, nullif($9, ''), case when $10 then app.now() end)),
          audited as (insert into audit_entries (id, office_id, at, staff_id, session_id, action, address) values ($7, $2, app.now(), $3, $1, 'session.begun', nullif($9, '')))
     update accounts set last_sign_in_at = app.now(), locale = coalesce($8, locale) where office_id = $2 and staff_id = $3 returning locale`,
    [newId(), account.office_id, account.staff_id, createHash('sha256').update(key).digest(), method, arrival.userAgent?.slice(0, 300) ?? null, newId(), arrival.chosen ?? null, arrival.address, strong])
  await settle(asIdentity, key.toString('hex'))
  return { key: key.toString('hex'), locale: seen?.locale === 'en' ? 'en' : 'ko' }
}
