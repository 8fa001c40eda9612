import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded, type EmbeddedDatabase } from './open.ts'

/** Nothing here needs to survive a crash, so nothing waits for the disk. */
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', autovacuum: 'off' }

/** Where a folder lies in memory: copying a database there takes a fifth of the time. */
const MEMORY = '/dev/shm'
const ENOUGH = 4 * 1024 ** 3

export type ThrowawayDatabase = EmbeddedDatabase

/** A database server in a temporary folder, gone when stopped: for tests and for writing migrations. */
export async function openThrowaway(settings: Record<string, string> = {}): Promise<ThrowawayDatabase> {
  const folder = mkdtempSync(join(roomInMemory() ? MEMORY : tmpdir(), 'hanai-database-'))
  // Run by root the server itself runs as nobody, who must be able to pass through.
  chmodSync(folder, 0o755)
  const database = await openEmbedded(folder, { ...NOT_DURABLE, ...settings })
  return {
    ...database,
    stop: async () => {
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function roomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ENOUGH
  } catch {
    return false // Not every system has such a folder.
  }
}
