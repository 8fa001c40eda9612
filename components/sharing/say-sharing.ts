import type { Quiet } from '#lib/sharing/guardian-block.ts'
import type { AnswerView, RecipientView } from '#lib/sharing/view.ts'
import type { Tone } from '#components/ui/tone.ts'
import { domains } from '#lib/timeline/layers.ts'
import { formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

/** 경제·생활 · 돌봄·결식, in the order of the programme; what goes with every consent is not said again. */
export function sayItems(items: readonly string[], locale: Locale): string {
  return domains.filter((domain) => domain !== 'GENERAL' && items.includes(domain)).map((domain) => named(locale, 'timeline.domain', domain)).join(' · ')
}

/** 보호자 · 박성무 (아버지) */
export function sayWho({ subject, guardian, relation }: Pick<AnswerView, 'subject' | 'guardian' | 'relation'>, locale: Locale): string {
  const t = translator(locale)
  const role = t(`sharing.subject.${subject}`)
  if (guardian === null) return role
  const kin = relation === null ? '' : named(locale, 'students.page.relation', relation)
  return kin === '' ? `${role} · ${guardian}` : `${role} · ${guardian} (${kin})`
}

/** 11월 1일부터 2027년 2월 28일까지; the beginning only where it is still to come. */
export function sayPeriod({ validFrom, validUntil }: { validFrom: Date; validUntil: Date }, now: Date, locale: Locale): string {
  const t = translator(locale)
  const until = t('sharing.ledger.until', { day: formatDate(validUntil, locale) })
  return validFrom > now ? `${t('sharing.ledger.from', { day: formatDate(validFrom, locale) })} ${until}` : until
}

export const toneOfStanding = {
  GRANTED: 'teal', REFUSED: 'red', UNABLE: 'amber', ASKED: 'amber', WITHDRAWN: 'red', SUPERSEDED: 'plain', EXPIRED: 'plain', LATER: 'blue',
} as const satisfies Record<AnswerView['standing'], Tone>

export type WhyClosed = 'BOTH' | 'STUDENT' | 'GUARDIAN' | 'NO' | 'CLOSED'

/** Why a recipient may be told nothing, or null when it may. What it says follows the answers; whether it is so, the database said. */
export function whyClosed({ grounds, answers }: RecipientView, closed: boolean): WhyClosed | null {
  if (grounds.length > 0) return null
  if (closed) return 'CLOSED'
  if (answers.some(({ standing }) => standing === 'REFUSED' || standing === 'WITHDRAWN')) return 'NO'
  const granted = (subject: AnswerView['subject']) => answers.some((answer) => answer.subject === subject && answer.standing === 'GRANTED')
  if (granted('STUDENT')) return 'GUARDIAN'
  return granted('GUARDIAN') ? 'STUDENT' : 'BOTH'
}

/** Whom at home not to tell: 박성무 (아버지), or 아버지 for whoever may not read the roster. */
export function sayQuiet({ all, whom }: Quiet, locale: Locale): string {
  const t = translator(locale)
  if (all || whom.length === 0) return t('sharing.quiet.all')
  return t('sharing.quiet.some', { whom: whom.map((one) => sayGuardian(one, locale)).join(', ') })
}

export function sayGuardian({ name, relation }: Quiet['whom'][number], locale: Locale): string {
  const kin = relation === null ? '' : named(locale, 'students.page.relation', relation)
  if (name === null) return kin || translator(locale)('sharing.quiet.somebody')
  return kin === '' ? name : `${name} (${kin})`
}

/** Given on paper that is not there, or that the scanner refused; for whoever may see what shows an answer. */
export const needsPaper = ({ shown, evidenceKind, state, paper }: Pick<AnswerView, 'shown' | 'evidenceKind' | 'state' | 'paper'>): boolean =>
  shown && ((evidenceKind === 'PAPER' && state === 'GRANTED' && !paper) || paper?.state === 'REFUSED')
