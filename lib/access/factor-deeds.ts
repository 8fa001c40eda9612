import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { inIdentity, type AskIdentity } from '#lib/core/identity-door.ts'
import { Id } from '#lib/core/id.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import { requests } from '#lib/core/request.ts'
import { Proof } from './proof.ts'
import { prove } from './prove.ts'
import { renewCodes } from './recovery-codes.ts'
import { writeTo } from './reset-password.ts'
import { auditSelf, type Self } from './strengthen.ts'

export const RemoveApp = z.object({ password: Proof })
export const RemovePasskey = z.object({ passkeyId: Id, password: Proof })
export const RenewCodes = z.object({ password: Proof })

export const ProveSelf = z.object({ password: Proof })

const selfOf = ({ officeId, staffId, sessionKey }: Actor): Self => ({ office_id: officeId, staff_id: staffId, sessionKey })
const here = () => requests.getStore()?.address ?? ''

/** Shows that it is she: for the next ten minutes nothing more is asked. */
export async function proveSelf(actor: Actor, { password }: z.output<typeof ProveSelf>): Promise<string> {
  await prove(actor, password)
  return '/settings#factors'
}

/** No more codes of the app (▲). */
export async function removeApp(actor: Actor, { password }: z.output<typeof RemoveApp>): Promise<string> {
  await prove(actor, password)
  return remove(actor, null, (ask, { office_id, staff_id }) => ask('delete from totp_factors where office_id = $1 and staff_id = $2 returning 1', [office_id, staff_id]))
}

/** One passkey less (▲). */
export async function removePasskey(actor: Actor, { passkeyId, password }: z.output<typeof RemovePasskey>): Promise<string> {
  await prove(actor, password)
  return remove(actor, passkeyId, (ask, { office_id, staff_id }) => ask('delete from passkeys where office_id = $1 and staff_id = $2 and id = $3 returning 1', [office_id, staff_id, passkeyId]))
}

/** Ten new recovery codes (▲); the old ones are worth nothing any more. */
export async function newCodes(actor: Actor, { password }: z.output<typeof RenewCodes>): Promise<string> {
  await prove(actor, password)
  await renewCodes(selfOf(actor), here())
  return '/sign-in/codes?next=%2Fsettings'
}

/** Never the last one where one is asked; with the last one the recovery codes go too. One at a time, so that two presses do not take both. */
async function remove(actor: Actor, subjectId: string | null, take: (ask: AskIdentity, self: Self) => Promise<object[]>): Promise<string> {
  const self = selfOf(actor)
  await inIdentity(async (ask) => {
    const { office_id, staff_id } = self
    await ask('select 1 from accounts where office_id = $1 and staff_id = $2 for update', [office_id, staff_id])
    if ((await take(ask, self)).length === 0) throw new NotFound()
    const [left] = await ask<{ some: boolean; required: boolean }>(
      `select app.has_second($1, $2) as some, app.second_required(s.role::text, o.second_factor_roles, o.second_factor_inside, n.address, c.factor_due) as required
       from staff s join offices o on o.id = s.office_id join accounts c on c.office_id = s.office_id and c.staff_id = s.id, sessions n
       where s.office_id = $1 and s.id = $2 and n.key_hash = sha256($3)`, [office_id, staff_id, Buffer.from(self.sessionKey, 'hex')])
    if (!left?.some && (left?.required ?? true)) throw new NotNow('accounts.refusal.lastFactor')
    if (!left?.some) await ask('delete from recovery_codes where office_id = $1 and staff_id = $2', [office_id, staff_id])
    await auditSelf(ask, self, 'factor.removed', here(), subjectId)
    await writeTo(ask, self, 'removed')
  })
  return '/settings#factors'
}
