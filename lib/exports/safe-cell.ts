/** What a spreadsheet takes for the beginning of something to be worked out, after whatever it leaves out before that. */
const formula = /^[\p{C}\p{Z}\s'"]*[=+\-@\u2212|%]/u

/** Nothing that ends a line, a cell or a text before its time. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

/**
 * A text as it may stand in a cell: no control characters, on one line, and with an apostrophe before it when any
 * spreadsheet might take it for a formula, full-width forms included (CWE-1236).
 */
export function safeCell(text: string): string {
  const clean = text.replace(unprintable, ' ').trim()
  return formula.test(clean.normalize('NFKC')) ? `'${clean}` : clean
}
