import { createTranslator } from 'use-intl/core'
import { en } from './en.ts'
import { fill, plainTemplate } from './fill.ts'
import { ko } from './ko.ts'
import type { Locale } from './locale.ts'
import { withParticles } from './particles.ts'

type Catalogue = typeof ko

/** English has the same keys and arguments (the compiler and a test see to it), so Korean's types stand for both. */
const catalogues: Record<Locale, Catalogue> = { ko, en: en as Catalogue }

function inLanguage(locale: Locale) {
  const translate = createTranslator({
    locale,
    messages: catalogues[locale],
    timeZone: 'Asia/Seoul',
    // A missing text or value is a mistake of ours: loud while developing, the bare key for the reader.
    // The error itself may quote a person's name, so it is never logged.
    onError(error) {
      if (process.env.NODE_ENV !== 'production') throw error
    },
    getMessageFallback: ({ key }) => key,
  })
  const number = new Intl.NumberFormat(locale)
  const templates = new Map<string, ReturnType<typeof plainTemplate>>()

  const say = (key: MessageKey, values: MessageValues = {}): string => {
    if (!templates.has(key)) templates.set(key, translate.has(key) ? plainTemplate(translate.raw(key)) : undefined)
    const template = templates.get(key)
    const said = (template && fill(template, values, number)) ?? (translate as typeof say)(key, values)
    return locale === 'ko' ? withParticles(said) : said
  }
  return Object.assign(say, translate)
}

const translators = { ko: inLanguage('ko'), en: inLanguage('en') }

/** `t('referrals.submit', { name })`: keys and their values are checked by the compiler. */
export type Words = ReturnType<typeof createTranslator<Catalogue>>

/** Every text's address: 'shell.search', 'core.refusal.notFound', … */
export type MessageKey = Parameters<Words>[0]

export type MessageValues = Record<string, string | number | Date>

/** The words of a language; made once for the process, so asking for them is free. */
export function translator(locale: Locale): Words {
  return translators[locale]
}

/**
 * A text whose key is only known while running: a refusal's, an event's.
 * Prefer `translator`, where the compiler checks the values too.
 */
export function sentence(locale: Locale, key: string, values: MessageValues = {}): string {
  return translators[locale](key as MessageKey, values)
}

/** Whether the catalogue has this text. */
export function isMessageKey(key: string): key is MessageKey {
  return translators.ko.has(key as MessageKey)
}
