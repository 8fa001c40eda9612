import type { Tx } from '#lib/core/door.ts'

export interface OpenWork {
  kind: 'CASE' | 'REFERRAL'
  id: string
}

/** Is somebody already on it? Asked for the actor's own pupils; what it is about stays with those on it. */
export async function openWork(tx: Tx, studentId: string): Promise<OpenWork | null> {
  const rows = await tx.$queryRaw<OpenWork[]>`select kind, id from app.open_work(${studentId}::uuid)`
  return rows[0] ?? null
}
