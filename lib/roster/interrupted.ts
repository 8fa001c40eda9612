import { asActor, type Tx } from '#lib/core/door.ts'
import { sweepFolders } from './folder.ts'

/** Ends imports on which nobody works any more; one that somebody works on is not touched. */
export async function endInterrupted(tx: Tx): Promise<void> {
  await tx.$executeRaw`select app.end_interrupted_imports()`
}

/** What killed processes left behind: imports in the midst, and the files they had received. At each start. */
export async function clearInterrupted(): Promise<void> {
  await asActor({ sessionKey: '' }, endInterrupted)
  await sweepFolders()
}
