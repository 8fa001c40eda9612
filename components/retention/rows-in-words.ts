import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

const kinds = [
  ['notes', /^notes$/], ['plan', /^(goal|plan)/], ['support', /^intervention/], ['sealed', /^(sealed|reporter)_/], ['documents', /^documents$/],
  ['sharing', /^(consents|lawful_bases|guardian_blocks)$/], ['referrals', /^referrals$/],
] as const

/** How much of what went, as people call it; what else hangs on these stands in the list of tables. */
export function rowsInWords(rows: Record<string, number>, locale: Locale): string {
  const t = translator(locale)
  const told = kinds.flatMap(([kind, tables]) => {
    const count = Object.entries(rows).reduce((all, [table, n]) => (tables.test(table) ? all + n : all), 0)
    return count > 0 ? [t(`retention.page.kinds.${kind}`, { count })] : []
  })
  return told.join(' · ')
}

/** Table by table, as the digest has it. */
export const rowsByTable = (rows: Record<string, number>): string =>
  Object.entries(rows).toSorted(([a], [b]) => a.localeCompare(b)).map(([table, count]) => `${table} ${count}`).join(' · ')
