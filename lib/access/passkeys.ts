import { createHash } from 'node:crypto'
import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
  type AuthenticationResponseJSON, type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { ownAddress } from '#lib/core/env.ts'
import { newId } from '#lib/core/id.ts'
import { asIdentity, inIdentity, type AskIdentity } from '#lib/core/identity-door.ts'
import { Invalid } from '#lib/core/refusal.ts'
import type { Entering } from './entering.ts'
import type { Account } from './sign-in.ts'
import type { Self } from './strengthen.ts'
import { added } from './totp.ts'

/** Who asks for a passkey: the configured origin. A passkey of one name is none of another's. */
function party() {
  const origin = ownAddress()
  return { expectedOrigin: origin, expectedRPID: new URL(origin).hostname }
}

type Purpose = 'SIGN_IN' | 'PROVE' | 'REGISTER'

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest()

/** Five minutes, and once. */
async function keepChallenge(challenge: string, purpose: Purpose, account: Account | null): Promise<void> {
  await asIdentity(`with gone as (delete from passkey_challenges where expires_at < app.now()) insert into passkey_challenges (hash, purpose, office_id, staff_id, expires_at) values ($1, $2, $3, $4, app.now() + interval '5 minutes')`,
    [hashOf(challenge), purpose, account?.office_id ?? null, account?.staff_id ?? null])
}

const taking = (ask: AskIdentity, purpose: Purpose, account: Account | null) => async (challenge: string): Promise<boolean> => {
  const taken = await ask(
    `delete from passkey_challenges where hash = $1 and purpose = $2 and office_id is not distinct from $3 and staff_id is not distinct from $4 and expires_at > app.now() returning 1`,
    [hashOf(challenge), purpose, account?.office_id ?? null, account?.staff_id ?? null])
  return taken.length > 0
}

const passkeysOf = ({ office_id, staff_id }: Account) =>
  asIdentity<{ id: string; transports: string[] }>('select credential_id as id, transports from passkeys where office_id = $1 and staff_id = $2', [office_id, staff_id])

/** What a browser is asked to sign: by whoever signs in with it, or by her who is to show that it is she. */
export async function askToSign(account: Account | null): Promise<object> {
  const options = await generateAuthenticationOptions({ rpID: party().expectedRPID, userVerification: 'required', ...(account && { allowCredentials: await passkeysOf(account) }) })
  await keepChallenge(options.challenge, account ? 'PROVE' : 'SIGN_IN', account)
  return options
}

/** What a browser is asked to make: a passkey it finds by itself at the next sign-in. */
export async function askToMake({ name, email, ...account }: Entering): Promise<object> {
  const options = await generateRegistrationOptions({
    rpName: '한아이', rpID: party().expectedRPID, userName: email, userDisplayName: name, userID: new Uint8Array(Buffer.from(account.staff_id.replaceAll('-', ''), 'hex')),
    attestationType: 'none', excludeCredentials: await passkeysOf(account), authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(options.challenge, 'REGISTER', account)
  return options
}

/** The outline of what a browser answers; the library looks at the rest. */
const Answer = z.looseObject({ id: z.string().max(1_500), rawId: z.string(), type: z.literal('public-key'), response: z.looseObject({ clientDataJSON: z.string() }) })

function answerIn(text: string): z.output<typeof Answer> | null {
  try {
    return Answer.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Keeps the passkey her browser has made. */
export async function addPasskey(self: Self, name: string, text: string, address: string): Promise<void> {
  const answer = answerIn(text)
  await inIdentity(async (ask) => {
    const made = await verifyRegistrationResponse({ ...party(), response: answer as unknown as RegistrationResponseJSON, expectedChallenge: taking(ask, 'REGISTER', self), requireUserVerification: true }).catch(() => null)
    if (!made?.verified) throw new Invalid('accounts.passkey.failed', 'name')
    const { id, publicKey, counter, transports } = made.registrationInfo.credential
    const kept = await ask(
      `insert into passkeys (id, office_id, staff_id, name, credential_id, public_key, counter, transports, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, app.now()) on conflict do nothing returning 1`,
      [newId(), self.office_id, self.staff_id, name, id, Buffer.from(publicKey), counter, transports ?? []])
    if (kept.length === 0) throw new Invalid('accounts.passkey.failed', 'name')
    await added(ask, self, address)
  })
}

interface Kept extends Account {
  id: string
  public_key: Buffer
  counter: string
  transports: string[]
}

/**
 * Whose passkey has signed what we asked, with the person verified by her device; null for anything else. With an account,
 * only hers. The challenge is used up either way.
 */
export async function signedBy(text: string, account: Account | null): Promise<Account | null> {
  const answer = answerIn(text)
  if (!answer) return null
  const [kept] = await asIdentity<Kept>(
    `select id, office_id, staff_id, public_key, counter::text as counter, transports from passkeys where credential_id = $1 and ($2::uuid is null or (office_id = $2 and staff_id = $3))`,
    [answer.id, account?.office_id ?? null, account?.staff_id ?? null])
  if (!kept) return null
  const { office_id, staff_id } = kept
  const proof = await verifyAuthenticationResponse({
    ...party(), response: answer as unknown as AuthenticationResponseJSON, requireUserVerification: true,
    expectedChallenge: taking(asIdentity, account ? 'PROVE' : 'SIGN_IN', account),
    credential: { id: answer.id, publicKey: new Uint8Array(kept.public_key), counter: Number(kept.counter), transports: kept.transports },
  }).catch(() => null)
  if (!proof?.verified) return null
  // A counter that was passed meanwhile belongs to a copy of the key.
  const used = await asIdentity(`update passkeys set counter = $4, last_used_at = app.now() where office_id = $1 and staff_id = $2 and id = $3 and (counter = $5 or $4 = 0) returning 1`,
    [office_id, staff_id, kept.id, proof.authenticationInfo.newCounter, kept.counter])
  return used.length > 0 ? { office_id, staff_id } : null
}
