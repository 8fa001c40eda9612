import { asIdentity, inIdentity, type AskIdentity } from '#lib/core/identity-door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotNow } from '#lib/core/refusal.ts'
import { openLink, takeLink } from './account-links.ts'
import { countTry } from './attempts.ts'
import { hasLeaked } from './leaked-passwords.ts'
import { passwordProblem } from './password-rules.ts'
import { hashPassword } from './passwords.ts'
import { sealAddress } from './reset-box.ts'
import { addressOf, type Account } from './sign-in.ts'

/**
 * Asks for a link by which a password is set anew. Here nothing is looked up: the address goes into the queue, sealed, and
 * the same steps are taken in the same time for known and unknown ones; the job finds out. Returns the minutes to wait, or 0.
 */
export async function askReset(entered: string, address: string): Promise<number> {
  const email = addressOf(entered)
  const minutes = await countTry({ email, address, door: 'reset' })
  if (minutes > 0) return minutes
  await asIdentity(`select app.enqueue('account.reset', $1::jsonb)`, [JSON.stringify({ box: await sealAddress(email) })])
  return 0
}

/**
 * Sets the password of whoever has the letter: once. All her sessions end; her second factor stays and is asked at the
 * next sign-in. There is no session from a link.
 */
export async function setPasswordByLink(token: string, password: string, address: string): Promise<void> {
  const link = await openLink(token)
  if (!link || link.purpose === 'RECOVERY') throw new NotNow('accounts.refusal.linkOver')
  await refuseWeak(password, [link.email, link.name, link.name_en ?? ''])
  const hash = await hashPassword(password)
  await inIdentity(async (ask) => {
    if (!(await takeLink(ask, link))) throw new NotNow('accounts.refusal.linkOver')
    await keepPassword(ask, link, hash)
    await ask(`insert into audit_entries (id, office_id, at, staff_id, action, subject_id, address) values ($1, $2, app.now(), $3, $4, $3, nullif($5, ''))`,
      [newId(), link.office_id, link.staff_id, link.purpose === 'RESET' ? 'account.password-reset' : 'account.accepted', address])
    if (link.purpose === 'RESET') await writeTo(ask, link, 'password')
  })
}

export async function refuseWeak(password: string, about: string[]): Promise<void> {
  const problem = passwordProblem(password, about) ?? ((await hasLeaked(password)) ? 'accounts.password.leaked' : null)
  if (problem) throw new Invalid(problem, 'newPassword')
}

/** The new password, and the end of every session but the one that changed it. */
export async function keepPassword(ask: AskIdentity, { office_id, staff_id }: Account, hash: string, here: Buffer | null = null): Promise<void> {
  await ask('update accounts set password_hash = $3 where office_id = $1 and staff_id = $2', [office_id, staff_id, hash])
  await ask(`update sessions set ended_at = app.now(), end_reason = 'PASSWORD_CHANGED' where office_id = $1 and staff_id = $2 and ended_at is null and ($3::bytea is null or key_hash <> sha256($3))`,
    [office_id, staff_id, here])
}

/** A letter that something about her account has changed, in the same transaction. */
export async function writeTo(ask: AskIdentity, { office_id, staff_id }: Account, what: 'password' | 'added' | 'removed' | 'recovered' | 'codes'): Promise<void> {
  await ask(`select app.enqueue('account.note', $1::jsonb)`, [JSON.stringify({ officeId: office_id, staffId: staff_id, what })])
}
