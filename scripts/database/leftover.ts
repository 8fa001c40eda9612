import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartRefusal } from '#scripts/refusal.ts'

/**
 * A killed run leaves its database server behind, which holds the folder.
 * Its process number stands in postmaster.pid; /proc tells whether that process is really
 * this folder's server and not a stranger that inherited the number.
 */
export async function stopLeftover(folder: string): Promise<boolean> {
  const pid = leftoverPid(folder)
  if (!pid) return false

  for (const [signal, seconds] of [['SIGINT', 15], ['SIGQUIT', 10]] as const) {
    signalTo(pid, signal)
    for (let tries = 0; tries < seconds * 20; tries++) {
      if (!isServerOf(pid, folder)) return true
      await wait(50)
    }
  }
  throw new StartRefusal(
    `이전에 켜진 데이터베이스(프로세스 ${pid})가 멈추지 않아요. 그 프로세스를 끝낸 뒤 다시 시작해 주세요.`,
    `A database server of an earlier run (process ${pid}) does not stop. Please end it and start again.`,
  )
}

function leftoverPid(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return isServerOf(pid, folder) ? pid : undefined
}

function isServerOf(pid: number, folder: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return words.some((word) => word.endsWith('/postgres')) && words.includes(folder)
  } catch {
    return false
  }
}

function signalTo(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone in the meantime, or another user's: the wait that follows tells which.
  }
}
