import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import type { Notice } from './notice.ts'

export interface Letter {
  subject: string
  text: string
}

/** The whole of an e-mail: a fixed line for its kind, a link and a number to name it by. There is no place in it for anything else. */
export function compose({ kind, path }: Pick<Notice, 'kind' | 'path'>, origin: string, locale: Locale): Letter {
  const t = translator(locale)
  const what = t(`notices.kind.${kind}`)
  return { subject: t('notices.subject', { what }), text: t('notices.body', { what, link: `${origin}${path}`, reference: referenceOf(path) }) }
}

/** The last eight digits of the thing's identifier: enough to name it to somebody who can look it up. */
const referenceOf = (path: string): string => (/[0-9a-f-]{36}/.exec(path)?.[0].slice(-8) ?? '—').toUpperCase()
