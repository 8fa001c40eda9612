import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { fill, plainTemplate } from '#lib/words/fill.ts'
import { chooseLocale } from '#lib/words/locale.ts'
import { isMessageKey, sentence, translator } from '#lib/words/translate.ts'

describe('translator', () => {
  test('fills in values and counts', () => {
    expect(translator('ko')('ui.dday.left', { days: 3 })).toBe('D-3')
    expect(translator('en')('ui.dday.left', { days: 1 })).toBe('in 1 day')
  })

  test('a missing value is loud while developing, never a half sentence', () => {
    expect(() => sentence('ko', 'ui.dday.left', {})).toThrow('days')
  })

  test('knows its keys', () => {
    expect(isMessageKey('core.refusal.notFound')).toBe(true)
    expect(isMessageKey('core.refusal.nonsense')).toBe(false)
  })
})

describe('filling by hand', () => {
  const number = new Intl.NumberFormat('ko')
  const messages = ['{name}이 왔어요', '{count, number}건', '{a} · {b}', '그대로', '{ name } 님']

  test.each(messages)('says what ICU says: %s', (message) => {
    const values = { name: '하람', count: 12_345, a: '가', b: '나' }
    const icu = createTranslator({ locale: 'ko', messages: { message } })
    const template = plainTemplate(message)
    expect(template && fill(template, values, number)).toBe(icu('message' as never, values as never))
  })

  test.each(['{n, plural, one {# a} other {# b}}', "it''s {name}", '<b>{name}</b>', '{at, date}'])('leaves to ICU: %s', (message) => {
    expect(plainTemplate(message)).toBeUndefined()
  })

  test('a value is never read as a message', () => {
    const template = plainTemplate('{name} 님')
    expect(template && fill(template, { name: '{other}' }, number)).toBe('{other} 님')
  })
})

test.each([
  ['en', 'ko-KR', 'en'],
  [undefined, 'fr-FR,en;q=0.8,ko;q=0.5', 'en'],
  ['xx', 'ko-KR,ko;q=0.9', 'ko'],
  [undefined, null, 'ko'],
  [undefined, 'ja', 'ko'],
])('chosen %s, browser %s: %s', (chosen, accepted, locale) => {
  expect(chooseLocale(chosen, accepted)).toBe(locale)
})
