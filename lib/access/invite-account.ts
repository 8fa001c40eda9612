import type { Tx } from '#lib/core/door.ts'
import { NotNow } from '#lib/core/refusal.ts'

/**
 * Invites a colleague by mail to set her first password, and the second factor where one is asked: for whoever administers
 * people, within the transaction that makes or mends the account. The account stands already, of the actor's own office,
 * without a password; the actor is an ADMIN (Postgres asks her again: app.invite). The link lasts seven days, a newer one
 * ends the older, and nobody but the mailbox ever has it. The audit's entry and the letter's job are written here.
 */
export async function inviteAccount(tx: Tx, staffId: string): Promise<void> {
  const [invited] = await tx.$queryRaw<{ id: string | null }[]>`select app.invite(${staffId}::uuid) as id`
  if (!invited?.id) throw new NotNow('accounts.refusal.notInvitable')
}
