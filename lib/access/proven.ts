import type { Tx } from '#lib/core/door.ts'

/** Whether she has proved who she is within the last minutes: then no password is asked. */
export async function justProven(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ proven: boolean }[]>`select app.just_proven() as proven`
  return row?.proven ?? false
}
