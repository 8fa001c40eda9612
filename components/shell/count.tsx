import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** How many things wait: a number to the eye, a number of things to the ear; nothing when nothing waits. */
export function Count({ of, locale }: { of: number | undefined; locale: Locale }) {
  if (!of) return null
  return (
    <span className="count">
      <span aria-hidden>{of > 99 ? '99+' : of}</span>
      <span className="only-heard"> {translator(locale)('shell.count', { count: of })}</span>
    </span>
  )
}
