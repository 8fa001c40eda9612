import type { Tx } from '#lib/core/door.ts'

export interface OwnPasskey {
  id: string
  name: string
  made: Date
  used: Date | null
}

export interface OwnFactors {
  appSince: Date | null
  codesLeft: number
  /** One is asked of her here. */
  required: boolean
  hasPassword: boolean
  passkeys: OwnPasskey[]
  /** When somebody signed in as her elsewhere while she was in use here, of the last thirty days. */
  concurrent: { at: Date; address: string | null }[]
}

/** What she proves herself by. */
export async function ownFactors(tx: Tx): Promise<OwnFactors> {
  const [row] = await tx.$queryRaw<{ app_since: Date | null; codes_left: number; required: boolean; has_password: boolean }[]>`select * from app.my_factors()`
  const passkeys = await tx.$queryRaw<OwnPasskey[]>`select id, name, made, used from app.my_passkeys()`
  const concurrent = await tx.$queryRaw<{ at: Date; address: string | null }[]>`
    select at, address from audit_entries where staff_id = app.actor_id() and action = 'session.concurrent' and at > app.now() - interval '30 days' order by at desc limit 5`
  return { appSince: row?.app_since ?? null, codesLeft: row?.codes_left ?? 0, required: row?.required ?? false, hasPassword: row?.has_password ?? false, passkeys, concurrent }
}
