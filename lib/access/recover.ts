import { inIdentity } from '#lib/core/identity-door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotNow } from '#lib/core/refusal.ts'
import { openLink, takeLink } from './account-links.ts'
import { countTry, forgive } from './attempts.ts'
import { passwordFits } from './passwords.ts'
import { writeTo } from './reset-password.ts'

/**
 * Two people have agreed that she begins anew: her letter and her password together take away what she has lost, and her
 * next sign-in leads to setting up something else before anything opens. Neither of the two could do this, nor the letter alone.
 */
export async function recover(token: string, password: string, address: string): Promise<void> {
  const link = await openLink(token)
  if (!link || link.purpose !== 'RECOVERY') throw new NotNow('accounts.refusal.linkOver')
  const attempt = { email: link.email, address }
  const minutes = await countTry(attempt)
  if (minutes > 0) throw new Invalid('access.proof.wait', 'password', { minutes })
  if (!(await passwordFits(link.password_hash, password))) throw new Invalid('accounts.password.wrong', 'password')
  await forgive(attempt)
  await inIdentity(async (ask) => {
    if (!(await takeLink(ask, link))) throw new NotNow('accounts.refusal.linkOver')
    const whose = [link.office_id, link.staff_id]
    for (const table of ['totp_factors', 'passkeys', 'recovery_codes']) await ask(`delete from ${table} where office_id = $1 and staff_id = $2`, whose)
    await ask('update accounts set factor_due = true where office_id = $1 and staff_id = $2', whose)
    await ask(`update sessions set ended_at = app.now(), end_reason = 'RECOVERED' where office_id = $1 and staff_id = $2 and ended_at is null`, whose)
    await ask(`insert into audit_entries (id, office_id, at, staff_id, action, subject_id, address) values ($1, $2, app.now(), $3, 'account.recovered', $3, nullif($4, ''))`, [newId(), ...whose, address])
    await writeTo(ask, link, 'recovered')
  })
}
