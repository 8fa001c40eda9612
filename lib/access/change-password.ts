import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { asIdentity, inIdentity } from '#lib/core/identity-door.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { requests } from '#lib/core/request.ts'
import { countTry, forgive } from './attempts.ts'
import { NewPassword } from './new-password.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { keepPassword, refuseWeak, writeTo } from './reset-password.ts'
import { auditSelf } from './strengthen.ts'

export const ChangePassword = z.object({ password: z.string('core.field.required').min(1, 'core.field.required').max(1_000, 'core.field.tooLong'), newPassword: NewPassword })

/** Another password, by whoever knows the present one; she stays signed in here and nowhere else. */
export async function changePassword({ sessionKey, officeId, staffId }: Actor, { password, newPassword }: z.output<typeof ChangePassword>): Promise<string> {
  const self = { office_id: officeId, staff_id: staffId, sessionKey }
  const address = requests.getStore()?.address ?? ''
  const [account] = await asIdentity<{ email: string; name: string; name_en: string | null; password_hash: string | null }>(
    'select c.email::text as email, c.password_hash, s.name, s.name_en from accounts c join staff s on s.office_id = c.office_id and s.id = c.staff_id where c.office_id = $1 and c.staff_id = $2', [officeId, staffId])
  if (!account) throw new Invalid('accounts.password.wrong', 'password')
  const attempt = { email: account.email, address }
  const minutes = await countTry(attempt)
  if (minutes > 0) throw new Invalid('access.proof.wait', 'password', { minutes })
  if (!(await passwordFits(account.password_hash, password))) throw new Invalid('accounts.password.wrong', 'password')
  await forgive(attempt)
  await refuseWeak(newPassword, [account.email, account.name, account.name_en ?? ''])
  const hash = await hashPassword(newPassword)
  await inIdentity(async (ask) => {
    await keepPassword(ask, self, hash, Buffer.from(sessionKey, 'hex'))
    await auditSelf(ask, self, 'account.password-changed', address)
    await writeTo(ask, self, 'password')
  })
  return '/settings?password#password'
}
