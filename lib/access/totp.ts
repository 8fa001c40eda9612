import { Secret, TOTP } from 'otpauth'
import { now } from '#lib/core/clock.ts'
import { env } from '#lib/core/env.ts'
import { asIdentity, inIdentity, type AskIdentity } from '#lib/core/identity-door.ts'
import { Invalid, NotNow } from '#lib/core/refusal.ts'
import { seal, unseal } from '#lib/core/ring-box.ts'
import { withCodes } from './recovery-codes.ts'
import { writeTo } from './reset-password.ts'
import type { Account } from './sign-in.ts'
import { auditSelf, strengthen, type Self } from './strengthen.ts'

/** As all apps know it: six digits, half a minute, SHA-1. */
const codesOf = (secret: string, label = '') => new TOTP({ issuer: '한아이', label, secret: Secret.fromBase32(secret), digits: 6, period: 30 })

/** A new secret for her app, which counts from its first code on. What she has set up already stays. */
export async function beginTotp({ office_id, staff_id }: Account): Promise<void> {
  const box = await seal('factors', new Secret({ size: 20 }).base32, staff_id)
  await asIdentity(
    `insert into totp_factors as f (office_id, staff_id, box, created_at) values ($1, $2, $3, app.now())
     on conflict (office_id, staff_id) do update set box = excluded.box, created_at = excluded.created_at, last_counter = null where f.confirmed_at is null`, [office_id, staff_id, box])
}

/** What the app reads, as an address for the picture and as letters to type; null when nothing is being set up. */
export async function totpToSetUp({ office_id, staff_id, email }: Account & { email: string }): Promise<{ uri: string; letters: string } | null> {
  const [row] = await asIdentity<{ box: string }>('select box from totp_factors where office_id = $1 and staff_id = $2 and confirmed_at is null', [office_id, staff_id])
  const secret = row && (await unseal('factors', row.box, staff_id))
  if (!secret) return null
  return { uri: codesOf(secret, email).toString(), letters: secret.match(/.{1,4}/g)?.join(' ') ?? secret }
}

/** The first code shows that her app has the secret: from now on it is asked. */
export async function confirmTotp(self: Self, code: string, address: string): Promise<void> {
  await inIdentity(async (ask) => {
    const [row] = await ask<{ done: boolean }>('select confirmed_at is not null as done from totp_factors where office_id = $1 and staff_id = $2 for update', [self.office_id, self.staff_id])
    if (!row) throw new NotNow('accounts.refusal.beginAgain')
    if (row.done) return
    if (!(await codeFits(ask, self, code))) throw new Invalid('accounts.second.wrong', 'code')
    await ask('update totp_factors set confirmed_at = app.now() where office_id = $1 and staff_id = $2', [self.office_id, self.staff_id])
    await added(ask, self, address)
  })
}

/** What every new factor brings: recovery codes where there are none, a strong session, a line in the audit, a letter. */
export async function added(ask: AskIdentity, self: Self, address: string): Promise<void> {
  await withCodes(ask, self)
  await ask('update accounts set factor_due = false where office_id = $1 and staff_id = $2', [self.office_id, self.staff_id])
  await strengthen(ask, self)
  await auditSelf(ask, self, 'factor.added', address)
  await writeTo(ask, self, 'added')
}

/**
 * Whether these six digits are her app's, of this half minute or, unless the operator wants them short, a neighbour's. Each counts once: its number is kept, and
 * that one and all before it are refused from then on (RFC 6238 5.2), in every process.
 */
export async function codeFits(ask: AskIdentity, { office_id, staff_id }: Account, code: string): Promise<boolean> {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return false
  const [row] = await ask<{ box: string }>('select box from totp_factors where office_id = $1 and staff_id = $2', [office_id, staff_id])
  const secret = row && (await unseal('factors', row.box, staff_id))
  if (!secret) return false
  const timestamp = now().getTime()
  const delta = codesOf(secret).validate({ token, timestamp, window: env().totpSeconds > 30 ? 1 : 0 })
  if (delta === null) return false
  const counter = Math.floor(timestamp / 30_000) + delta
  const counted = await ask('update totp_factors set last_counter = $3 where office_id = $1 and staff_id = $2 and (last_counter is null or last_counter < $3) returning 1', [office_id, staff_id, counter])
  return counted.length > 0
}
