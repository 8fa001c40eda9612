import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process'
import { chownSync, existsSync, statSync } from 'node:fs'
import { StartRefusal } from '#scripts/refusal.ts'

/** `nobody`: initdb wants a user that the system knows by name. */
const NOBODY = 65534

/** How PostgreSQL's programs are run; they refuse to run as root. */
export interface Account {
  command: (program: string, args: string[]) => [string, string[]]
  ids: { uid?: number; gid?: number }
}

/**
 * Chooses under whom PostgreSQL runs, and gives that user the folder.
 * Not root: as ourselves. Root: as the folder's owner or as nobody, and where that user cannot
 * come to the files (a clone under /root), as nobody inside a user namespace of our own.
 */
export function accountFor(folder: string, binaries: string): Account {
  if (process.getuid?.() !== 0) return { command: (program, args) => [program, args], ids: {} }

  const owner = statSync(folder).uid
  const uid = owner === 0 ? NOBODY : owner
  const asOther: Account = { command: (program, args) => [program, args], ids: { uid, gid: owner === 0 ? NOBODY : statSync(folder).gid } }
  if (!holdsRootsCluster(folder) && reaches(asOther, folder, binaries)) {
    chownSync(folder, uid, asOther.ids.gid ?? NOBODY)
    return asOther
  }

  const mapped: Account = {
    command: (program, args) => ['unshare', ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--', program, ...args]],
    ids: {},
  }
  if (runs(mapped, 'true', [])) return mapped

  throw new StartRefusal(
    `root로는 내장 PostgreSQL을 켤 수 없는 폴더예요(${folder}). 일반 사용자로 실행하거나, HANAI_DATA로 다른 폴더를 정하거나, DATABASE_URL을 넣어 주세요.`,
    `The embedded PostgreSQL cannot run as root in this folder (${folder}). Run as an ordinary user, choose another folder with HANAI_DATA, or set DATABASE_URL.`,
  )
}

/** Starts a program of PostgreSQL under the account. */
export function runAs(account: Account, program: string, args: string[], stdio: StdioOptions): ChildProcess {
  const [command, all] = account.command(program, args)
  // Own process group: Ctrl-C reaches our process alone, which then stops the database in order.
  return spawn(command, all, { ...account.ids, stdio, detached: true, env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C.UTF-8', NODE_ENV: 'production' } })
}

/** A cluster made earlier inside a user namespace belongs to root on disk and must be opened the same way. */
function holdsRootsCluster(folder: string): boolean {
  return existsSync(`${folder}/PG_VERSION`) && statSync(`${folder}/PG_VERSION`).uid === 0
}

function reaches(account: Account, folder: string, binaries: string): boolean {
  const parent = `${folder}/..`
  return runs(account, '/bin/sh', ['-c', 'test -x "$1/postgres" && test -x "$2"', 'sh', binaries, parent])
}

function runs(account: Account, program: string, args: string[]): boolean {
  const [command, all] = account.command(program, args)
  return spawnSync(command, all, { ...account.ids, stdio: 'ignore', cwd: '/' }).status === 0
}
