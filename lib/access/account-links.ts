import { createHash } from 'node:crypto'
import { asIdentity, type AskIdentity } from '#lib/core/identity-door.ts'
import { working, type Account } from './sign-in.ts'

export type LinkPurpose = 'RESET' | 'INVITATION' | 'RECOVERY'

export interface OpenLink extends Account {
  id: string
  purpose: LinkPurpose
  email: string
  name: string
  name_en: string | null
  password_hash: string | null
}

/** 32 random bytes as they stand in a letter's address; only their hash is known here. */
const isToken = (text: string) => /^[A-Za-z0-9_-]{43}$/.test(text)
const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** What an unused link of today leads to, or null: unknown, used and too old look the same. */
export async function openLink(token: string, ask: AskIdentity = asIdentity): Promise<OpenLink | null> {
  if (!isToken(token)) return null
  const [link] = await ask<OpenLink>(
    `select l.id, l.office_id, l.staff_id, l.purpose, c.email::text as email, s.name, s.name_en, c.password_hash
     from account_links l, ${working} and c.office_id = l.office_id and c.staff_id = l.staff_id
       and l.token_hash = $1 and l.ended_at is null and l.expires_at > app.now()`, [hashOf(token)])
  return link ?? null
}

/** Takes the link, once: of two presses at the same moment one finds it gone. */
export async function takeLink(ask: AskIdentity, { office_id, staff_id, id }: OpenLink): Promise<boolean> {
  const taken = await ask(`update account_links set ended_at = app.now() where office_id = $1 and staff_id = $2 and id = $3 and ended_at is null and expires_at > app.now() returning 1`, [office_id, staff_id, id])
  if (taken.length === 0) return false
  // Whatever else was on its way to her is of no use any more.
  await ask(`update account_links set ended_at = app.now() where office_id = $1 and staff_id = $2 and ended_at is null`, [office_id, staff_id])
  return true
}
