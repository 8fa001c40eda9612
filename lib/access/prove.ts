import type { Actor } from '#lib/core/actor.ts'
import { asIdentity } from '#lib/core/identity-door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { requests } from '#lib/core/request.ts'
import { countTry, forgive } from './attempts.ts'
import { signedBy } from './passkeys.ts'
import { passwordFits } from './passwords.ts'
import { codeFits } from './totp.ts'

/** Minutes for which a proof lasts, and a sign-in counts as one. Row security says the same (app.just_proven). */
const proofMinutes = 10

interface Account {
  email: string
  password_hash: string | null
  app: boolean
  passkeys: boolean
  fresh: boolean
}

/**
 * Step-up (▲): whoever is about to do what is marked so has signed in, or shown her password, a code of her app or her
 * passkey, within the last ten minutes. Wrong ones count like those of a sign-in.
 */
export async function prove({ sessionKey, officeId, staffId }: Pick<Actor, 'sessionKey' | 'officeId' | 'staffId'>, given: string): Promise<void> {
  const key = Buffer.from(sessionKey, 'hex')
  const [account] = await asIdentity<Account>(
    `select c.email, c.password_hash, exists (select from totp_factors f where f.office_id = $1 and f.staff_id = $2 and f.confirmed_at is not null) as app,
       exists (select from passkeys k where k.office_id = $1 and k.staff_id = $2) as passkeys,
       coalesce((select greatest(n.created_at, n.proven_at, n.second_at) > app.now() - interval '${proofMinutes} minutes'
         from sessions n where n.key_hash = sha256($3) and n.office_id = $1 and n.staff_id = $2 and n.ended_at is null), false) as fresh
     from accounts c where c.office_id = $1 and c.staff_id = $2`, [officeId, staffId, key])
  if (account?.fresh) return
  if (!account || !(account.password_hash || account.app || account.passkeys)) throw new Invalid('access.proof.signInAgain', 'password')
  if (given === '') throw new Invalid('access.proof.needed', 'password')

  const how = kindOf(given, account)
  const attempt = { email: how === 'password' ? account.email : staffId, address: requests.getStore()?.address ?? '', door: how === 'password' ? 'sign-in' : 'second' } as const
  const minutes = await countTry(attempt)
  if (minutes > 0) throw new Invalid('access.proof.wait', 'password', { minutes })
  if (!(await fits(how, given, account, { office_id: officeId, staff_id: staffId }))) throw new Invalid('access.proof.wrong', 'password')
  await forgive(attempt)
  await asIdentity(
    `with proven as (update sessions set proven_at = app.now() where key_hash = sha256($3) and office_id = $1 and staff_id = $2 and ended_at is null returning id)
     insert into audit_entries (id, office_id, at, staff_id, session_id, action, address) select $4, $1, app.now(), $2, p.id, 'session.proven', nullif($5, '') from proven p`,
    [officeId, staffId, key, newId(), attempt.address])
}

type How = 'password' | 'app' | 'passkey'

/** No password is as short as a code, and none is what a browser answers for a passkey. */
function kindOf(given: string, { app, passkeys }: Account): How {
  if (passkeys && given.startsWith('{')) return 'passkey'
  return app && /^\d{3}\s?\d{3}$/.test(given.trim()) ? 'app' : 'password'
}

async function fits(how: How, given: string, { password_hash }: Account, whose: { office_id: string; staff_id: string }): Promise<boolean> {
  if (how === 'passkey') return (await signedBy(given, whose)) !== null
  return how === 'app' ? codeFits(asIdentity, whose, given.trim()) : passwordFits(password_hash, given)
}
