import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** What the search dialog says, translated on the server so that the browser carries no catalogue. */
export function commandWords(locale: Locale) {
  const t = translator(locale)
  return {
    open: t('shell.command.open'),
    title: t('shell.command.title'),
    label: t('shell.command.label'),
    placeholder: t('shell.command.placeholder'),
    hint: t('shell.command.hint'),
    shortcuts: t('shell.command.actions'),
    searching: t('shell.command.searching'),
    /** With # where the number goes, which only the browser knows. */
    found: t('shell.command.found', { count: '#' }),
    nothing: t('shell.command.nothing'),
    failed: t('shell.command.failed'),
    signedOut: t('shell.command.signedOut'),
    close: t('ui.close'),
  }
}

export type CommandWords = ReturnType<typeof commandWords>
