import type { Tx } from '#lib/core/door.ts'
import { ownAddress } from '#lib/core/env.ts'
import { openShown, type Shown } from './link-secret.ts'
import type { Tongue } from './wording/tongue.ts'

/** Address and PIN of a link that was sent within the last ten minutes, for whoever sent it; null for everybody else. */
export async function shownLink(tx: Tx, linkId: string | undefined): Promise<Shown | null> {
  if (linkId === undefined) return null
  const [row] = await tx.$queryRaw<{ box: Uint8Array | null }[]>`select app.link_shown(${linkId}::uuid) as box`
  return row?.box ? openShown(row.box, linkId) : null
}

/** What a family opens, in its language. */
export const familyAddress = ({ token }: Shown, tongue: Tongue): string => `${ownAddress()}/consent/${token}?lang=${tongue}`
