import type { Role } from '#lib/core/actor.ts'
import { asIdentity } from '#lib/core/identity-door.ts'
import { begin, working, type Account } from './sign-in.ts'

export interface Candidate extends Account {
  email: string
  name: string
}

/** Who could run a command of that role, the longest here first; with an address, only she. */
export async function candidates(role: Role, email?: string): Promise<Candidate[]> {
  return asIdentity<Candidate>(
    `select c.office_id, c.staff_id, c.email::text as email, s.name from ${working} and s.role::text = $1 and ($2::text is null or c.email = $2) order by s.id limit 20`, [role, email ?? null])
}

/**
 * The key of a session for a command on the server's own machine, without a password: whoever can run one holds the
 * database already. It stands among the sessions and in the audit like any other, with how it began.
 */
export async function beginCommand(candidate: Candidate): Promise<string> {
  const { key } = await begin(candidate, 'COMMAND', { address: 'local', userAgent: undefined, chosen: undefined }, true)
  return key
}
