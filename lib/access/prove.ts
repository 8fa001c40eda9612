import type { Actor } from '#lib/core/actor.ts'
import { asIdentity } from '#lib/core/identity-door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { requests } from '#lib/core/request.ts'
import { countTry, forgive } from './attempts.ts'
import { passwordFits } from './passwords.ts'

/** Minutes for which a proof lasts, and a sign-in counts as one. Row security says the same (app.just_proven). */
const proofMinutes = 10

/**
 * Step-up (▲): whoever is about to do what is marked so has signed in, or given her password, within the last ten
 * minutes. Wrong passwords count like those of a sign-in.
 */
export async function prove({ sessionKey, officeId, staffId }: Pick<Actor, 'sessionKey' | 'officeId' | 'staffId'>, password: string): Promise<void> {
  const key = Buffer.from(sessionKey, 'hex')
  const [account] = await asIdentity<{ email: string; password_hash: string | null; fresh: boolean }>(
    `select c.email, c.password_hash, coalesce((select greatest(n.created_at, n.proven_at) > app.now() - interval '${proofMinutes} minutes'
       from sessions n where n.key_hash = sha256($3) and n.office_id = $1 and n.staff_id = $2 and n.ended_at is null), false) as fresh
     from accounts c where c.office_id = $1 and c.staff_id = $2`, [officeId, staffId, key])
  if (account?.fresh) return
  if (!account?.password_hash) throw new Invalid('access.proof.signInAgain', 'password')
  if (password === '') throw new Invalid('access.proof.needed', 'password')

  const attempt = { email: account.email, address: requests.getStore()?.address ?? '' }
  const minutes = await countTry(attempt)
  if (minutes > 0) throw new Invalid('access.proof.wait', 'password', { minutes })
  if (!(await passwordFits(account.password_hash, password))) throw new Invalid('access.proof.wrong', 'password')
  await forgive(attempt)
  await asIdentity(
    `with proven as (update sessions set proven_at = app.now() where key_hash = sha256($3) and office_id = $1 and staff_id = $2 and ended_at is null returning id)
     insert into audit_entries (id, office_id, at, staff_id, session_id, action, address) select $4, $1, app.now(), $2, p.id, 'session.proven', nullif($5, '') from proven p`,
    [officeId, staffId, key, newId(), attempt.address])
}
