import { asIdentity, inIdentity } from '#lib/core/identity-door.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { countTry, forgive } from './attempts.ts'
import type { Entering } from './entering.ts'
import { signedBy } from './passkeys.ts'
import { takeCode } from './recovery-codes.ts'
import { writeTo } from './reset-password.ts'
import { auditSelf, strengthen } from './strengthen.ts'
import { codeFits } from './totp.ts'

/**
 * The second step of a sign-in: a code of her app, a recovery code, or a passkey's answer. Wrong ones count by themselves,
 * like passwords: a right password gives none of these tries back.
 */
export async function showSecond(who: Entering, { code, answer }: { code: string; answer: string }, address: string): Promise<void> {
  if (code === '' && answer === '') throw new Invalid('accounts.second.needed', 'code')
  const attempt = { email: who.staff_id, address, door: 'second' } as const
  const minutes = await countTry(attempt)
  if (minutes > 0) throw new Invalid('access.proof.wait', 'code', { minutes })

  const how = answer !== '' ? ((await signedBy(answer, who)) ? 'passkey' : null) : await byCode(who, code)
  if (!how) {
    await auditSelf(asIdentity, who, 'factor.wrong', address)
    throw new Invalid(answer === '' ? 'accounts.second.wrong' : 'accounts.passkey.failed', 'code')
  }
  await forgive(attempt)
  await inIdentity(async (ask) => {
    await strengthen(ask, who)
    await auditSelf(ask, who, how === 'recovery' ? 'factor.code-used' : 'factor.shown', address)
    if (how === 'recovery') await writeTo(ask, who, 'codes')
  })
}

async function byCode(who: Entering, code: string): Promise<'app' | 'recovery' | null> {
  if (await codeFits(asIdentity, who, code)) return 'app'
  return (await takeCode(asIdentity, who, code)) ? 'recovery' : null
}
