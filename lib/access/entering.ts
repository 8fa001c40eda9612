import { asIdentity } from '#lib/core/identity-door.ts'
import { requests } from '#lib/core/request.ts'
import type { Locale } from '#lib/words/locale.ts'
import { working, type Account } from './sign-in.ts'

/** Somebody with a session's key, whether it opens anything yet or not. */
export interface Entering extends Account {
  sessionKey: string
  email: string
  name: string
  nameEn: string | null
  locale: Locale
  /** The session opens what is hers: the database says the same (app.look_up). */
  enough: boolean
  /** A second factor is asked of her here, by role, network or after a recovery. */
  required: boolean
  /** Codes of an app are set up. */
  app: boolean
  passkeys: number
  /** She has proved who she is within the last minutes. */
  fresh: boolean
}

/** So long a session begun by a password alone waits for its second factor. */
const patience = `interval '15 minutes'`

interface Row extends Account {
  email: string
  name: string
  name_en: string | null
  locale: string
  shown: boolean
  waits: boolean
  required: boolean
  app: boolean
  passkeys: number
  fresh: boolean
}

export async function entering(sessionKey: string): Promise<Entering | null> {
  const [row] = await asIdentity<Row>(
    `select c.office_id, c.staff_id, c.email::text as email, s.name, s.name_en, c.locale, n.second_at is not null as shown, n.created_at > app.now() - ${patience} as waits,
       app.second_required(s.role::text, o.second_factor_roles, o.second_factor_inside, n.address, c.factor_due) or ($2 <> '' and app.from_outside($2, o.second_factor_inside)) as required,
       exists (select from totp_factors f where f.office_id = c.office_id and f.staff_id = c.staff_id and f.confirmed_at is not null) as app,
       (select count(*)::int from passkeys k where k.office_id = c.office_id and k.staff_id = c.staff_id) as passkeys,
       greatest(n.created_at, n.proven_at, n.second_at) > app.now() - interval '10 minutes' as fresh
     from sessions n, offices o, ${working} and o.id = n.office_id and c.office_id = n.office_id and c.staff_id = n.staff_id
       and n.key_hash = sha256($1) and n.ended_at is null and n.expires_at > app.now()
       and (n.last_seen_at is null or n.last_seen_at > app.now() - make_interval(mins => o.idle_minutes))`, [Buffer.from(sessionKey, 'hex'), requests.getStore()?.address ?? ''])
  if (!row) return null
  const { name_en: nameEn, locale, shown, waits, ...rest } = row
  const enough = shown || !(row.required || row.app || row.passkeys > 0)
  if (!enough && !waits) return null
  return { ...rest, sessionKey, nameEn, locale: locale === 'en' ? 'en' : 'ko', enough }
}

/** Where somebody goes on to: where she wanted, or first to her second factor, or to where one is set up. */
export async function wayIn(sessionKey: string, next: string): Promise<string> {
  const who = await entering(sessionKey)
  return who ? stepOf(who, next) : '/sign-in'
}

export function stepOf({ enough, app, passkeys }: Entering, next: string): string {
  if (enough) return next
  const step = app || passkeys > 0 ? '/sign-in/second' : '/sign-in/set-up'
  return next === '/' ? step : `${step}?next=${encodeURIComponent(next)}`
}

/** Whether she may set up a factor now: all the way in, or on her way with none to show. */
export const maySetUp = ({ enough, app, passkeys }: Entering): boolean => enough || (!app && passkeys === 0)
