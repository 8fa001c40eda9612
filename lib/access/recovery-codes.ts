import { createHash, randomBytes } from 'node:crypto'
import { asIdentity, inIdentity, type AskIdentity } from '#lib/core/identity-door.ts'
import { newId } from '#lib/core/id.ts'
import { seal, unseal } from '#lib/core/ring-box.ts'
import { writeTo } from './reset-password.ts'
import type { Account } from './sign-in.ts'
import { auditSelf, type Self } from './strengthen.ts'

const howMany = 10
/** Without letters that look alike. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen letters, four by four: more than anybody guesses, short enough to type once. */
function newCode(): string {
  const drawn = Array.from(randomBytes(64)).filter((byte) => byte < 248).slice(0, 16).map((byte) => letters[byte % letters.length])
  return drawn.length < 16 ? newCode() : (drawn.join('').match(/.{4}/g) ?? []).join('-')
}

const hashOf = (code: string) => createHash('sha256').update(code.toLowerCase().replace(/[^a-z0-9]/g, '')).digest()

/** New codes where somebody has none. */
export async function withCodes(ask: AskIdentity, account: Account): Promise<void> {
  const [row] = await ask<{ some: boolean }>('select exists (select from recovery_codes where office_id = $1 and staff_id = $2 and used_at is null) as some', [account.office_id, account.staff_id])
  if (!row?.some) await makeCodes(ask, account)
}

async function makeCodes(ask: AskIdentity, { office_id, staff_id }: Account): Promise<void> {
  await ask('delete from recovery_codes where office_id = $1 and staff_id = $2', [office_id, staff_id])
  for (const code of Array.from({ length: howMany }, newCode)) {
    const id = newId()
    await ask('insert into recovery_codes (id, office_id, staff_id, hash, box, created_at) values ($1, $2, $3, $4, $5, app.now())', [id, office_id, staff_id, hashOf(code), await seal('factors', code, id)])
  }
}

/** Ten new codes; the old ones are worth nothing from now on. */
export async function renewCodes(self: Self, address: string): Promise<void> {
  await inIdentity(async (ask) => {
    await makeCodes(ask, self)
    await auditSelf(ask, self, 'factor.codes-made', address)
    await writeTo(ask, self, 'codes')
  })
}

/** The codes, while they are to be shown: for ten minutes, until she says that she has kept them. Then nobody sees them again. */
export async function codesToShow({ office_id, staff_id }: Account): Promise<string[]> {
  const rows = await asIdentity<{ id: string; box: string }>(
    `select id, box from recovery_codes where office_id = $1 and staff_id = $2 and box is not null and used_at is null and created_at > app.now() - interval '10 minutes' order by id`, [office_id, staff_id])
  return (await Promise.all(rows.map(({ id, box }) => unseal('factors', box, id)))).filter((code) => code !== null)
}

export async function hideCodes({ office_id, staff_id }: Account): Promise<void> {
  await asIdentity('update recovery_codes set box = null where office_id = $1 and staff_id = $2', [office_id, staff_id])
}

/** Uses one up. */
export async function takeCode(ask: AskIdentity, { office_id, staff_id }: Account, code: string): Promise<boolean> {
  const taken = await ask('update recovery_codes set used_at = app.now(), box = null where office_id = $1 and staff_id = $2 and hash = $3 and used_at is null returning 1', [office_id, staff_id, hashOf(code)])
  return taken.length > 0
}
