import { inviteAccount } from '#lib/access/invite-account.ts'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import type { AboutPerson } from './narrow.ts'

/** Another letter for somebody who has been invited and has not come: the earlier link ends. For the administrator. */
export async function inviteAgain(actor: Actor, { staffId }: AboutPerson): Promise<string> {
  must(actor, 'people.invite')
  return asActor(actor, async (tx) => {
    await inviteAccount(tx, staffId)
    return `/people/${staffId}`
  })
}
