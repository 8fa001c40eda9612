import type { Tone } from '#components/ui/tone.ts'
import type { Standing } from '#lib/people/standing.ts'
import { daysBetween, formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export const standingTone: Record<Standing, Tone> = { ACTIVE: 'teal', INVITED: 'blue', SUSPENDED: 'red', LEAVING: 'amber', DORMANT: 'amber', LEFT: 'plain', NONE: 'plain' }

/** Until when an approval or a training holds, and how pressing that is. */
export function sayUntil(at: Date | null, now: Date, locale: Locale): { text: string; tone: Tone } {
  const t = translator(locale)
  if (!at) return { text: t('colleagues.never'), tone: 'red' }
  if (at <= now) return { text: t('colleagues.ended', { day: formatDate(at, locale) }), tone: 'red' }
  return { text: t('colleagues.until', { day: formatDate(at, locale) }), tone: daysBetween(now, at) <= 30 ? 'amber' : 'plain' }
}
