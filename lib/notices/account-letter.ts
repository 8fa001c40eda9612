import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import type { Letter } from './compose.ts'

export type LinkKind = 'RESET' | 'INVITATION' | 'RECOVERY'
export const accountNotes = ['password', 'added', 'removed', 'recovered', 'codes'] as const
export type AccountNote = (typeof accountNotes)[number]

/** A letter with a link that counts once: what it is for, how long it lasts, and that nobody else may have it. No name. */
export function composeLink(kind: LinkKind, token: string, origin: string, locale: Locale): Letter {
  const t = translator(locale)
  const what = t(`accounts.letter.kind.${kind}`)
  return { subject: t('notices.subject', { what }), text: t('accounts.letter.body', { what, link: `${origin}/sign-in/link?token=${token}`, until: t(`accounts.letter.until.${kind}`) }) }
}

/** That something about her account has changed, in case it was not she. */
export function composeNote(note: AccountNote, origin: string, locale: Locale): Letter {
  const t = translator(locale)
  const what = t(`accounts.letter.note.${note}`)
  return { subject: t('notices.subject', { what }), text: t('accounts.letter.noteBody', { what, link: `${origin}/settings` }) }
}
