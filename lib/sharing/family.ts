import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { z } from 'zod'
import { countTry, forgive } from '#lib/access/attempts.ts'
import { asIdentity } from '#lib/core/identity-door.ts'
import { now } from '#lib/core/clock.ts'
import { MaybeText } from '#lib/core/input.ts'
import { subjects } from './consent.ts'
import { isUnder14 } from './form.ts'
import { hashOf, pinHash, sealSignature } from './link-secret.ts'
import { isTongue, tongues, type Tongue } from './wording/tongue.ts'

/*
 * What a family can do through a link: open it with the PIN, read its one form, answer once. It comes in by the sign-in
 * role's door, which can ask nothing else of what concerns children (prisma/policies/350-consent-forms.sql).
 */

const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const Pin = z.string().transform((text) => text.replace(/\D/g, '')).pipe(z.string().length(6))

/** Tries the PIN. A link that does not exist, was used, has ended or is dead answers like a wrong PIN. */
export async function openLink(token: string, pin: string, address: string): Promise<{ key: string } | { waitMinutes: number } | null> {
  const attempt = { email: `consent ${token}`, address }
  const waitMinutes = await countTry(attempt)
  if (waitMinutes > 0) return { waitMinutes }
  const wellFormed = Token.safeParse(token).success
  const digits = Pin.safeParse(pin)
  const key = randomBytes(32).toString('base64url')
  // Asked of the database in each case, so that each takes as long.
  const [row] = await asIdentity<{ opened: boolean }>('select app.open_link($1, $2, $3, $4) as opened', [hashOf(token), pinHash(token, digits.success ? digits.data : ''), hashOf(key), address])
  if (!row?.opened || !wellFormed) return null
  await forgive(attempt)
  return { key }
}

const Line = z.object({ recipientId: z.uuid(), recipient: z.string(), recipientEn: z.string(), purpose: z.string(), items: z.array(z.string()), sensitive: z.boolean(), validUntil: z.coerce.date() })
const FamilyForm = z.object({
  id: z.uuid(), subject: z.enum(subjects), number: z.string(), language: z.enum(tongues), wording: z.string(), student: z.string(), school: z.string(),
  birthDate: z.coerce.date().nullable(), guardian: z.string().nullable(), lines: z.array(Line).nullable().transform((lines) => lines ?? []),
})

export interface FamilyView extends z.output<typeof FamilyForm> {
  /** She answers for a child under 14, and says who she is to it. */
  confirms: boolean
}

/** The form, for the browser that knew the PIN. */
export async function readLink(token: string, key: string): Promise<FamilyView | null> {
  const [row] = await asIdentity<{ form: unknown }>('select app.read_link($1, $2) as form', [hashOf(token), hashOf(key)])
  if (!row?.form) return null
  const form = FamilyForm.parse(row.form)
  return { ...form, confirms: form.subject === 'GUARDIAN' && isUnder14(form.birthDate, now()) }
}

/** What is missing, by the field it is missing from. */
export type Missing = Record<string, 'needAnswer' | 'needSign' | 'needConfirm'>

/** Takes the whole answer, or says what is missing. Null: the link leads nowhere any more. */
export async function answerLink(token: string, key: string, tongue: Tongue, sent: Record<string, string>, address: string): Promise<'ANSWERED' | Missing | null> {
  const form = await readLink(token, key)
  if (!form || !isTongue(tongue)) return null
  const missing: Missing = {}
  const answers: Record<string, { agrees: boolean; sensitive: boolean }> = {}
  for (const { recipientId, sensitive } of form.lines) {
    const agrees = said(sent[`agrees-${recipientId}`])
    const also = said(sent[`sensitive-${recipientId}`])
    if (agrees === null) missing[`agrees-${recipientId}`] = 'needAnswer'
    if (agrees && sensitive && also === null) missing[`sensitive-${recipientId}`] = 'needAnswer'
    answers[recipientId] = { agrees: agrees === true, sensitive: agrees === true && sensitive && also === true }
  }
  const relation = short(sent['relation'])
  if (form.confirms && (sent['confirmed'] !== 'on' || relation === '')) missing['relation'] = 'needConfirm'
  const signature = await signatureIn(sent)
  if (!signature) missing['typed'] = 'needSign'
  if (!signature || Object.keys(missing).length > 0) return missing

  const evidence = JSON.stringify({ form: form.number, wording: form.wording, tongue, subject: form.subject, answers, relation, ...signature, at: now().toISOString() })
  const [row] = await asIdentity<{ answered: boolean }>('select app.answer_link($1, $2, $3, $4::jsonb, $5, $6, $7, $8) as answered', [
    hashOf(token), hashOf(key), tongue, JSON.stringify(answers), signature.kind, await sealSignature(evidence, form.id), createHash('sha256').update(evidence).digest(), address,
  ])
  return row?.answered ? 'ANSWERED' : null
}

const said = (value: string | undefined): boolean | null => (value === 'yes' ? true : value === 'no' ? false : null)
const short = (value: string | undefined): string => MaybeText(80).safeParse(value).data ?? ''

type Signature = { kind: 'DRAWN'; image: string } | { kind: 'TYPED'; name: string }

const drawn = /^data:image\/png;base64,([A-Za-z0-9+/=]{100,300000})$/

/** What was drawn, made anew as a small picture with nothing else in it; else the name that stands for it. */
async function signatureIn(sent: Record<string, string>): Promise<Signature | null> {
  const [, encoded] = drawn.exec(sent['signature'] ?? '') ?? []
  if (encoded) {
    const picture = sharp(Buffer.from(encoded, 'base64'), { limitInputPixels: 4_000_000 }).flatten({ background: '#fff' }).greyscale()
    try {
      const { channels } = await picture.clone().stats()
      if (channels.some(({ stdev }) => stdev > 0.5)) return { kind: 'DRAWN', image: (await picture.resize({ width: 800, height: 400, fit: 'inside', withoutEnlargement: true }).png().toBuffer()).toString('base64') }
    } catch {
      return null
    }
  }
  const name = short(sent['typed'])
  return name !== '' && sent['typedConfirmed'] === 'on' ? { kind: 'TYPED', name } : null
}
