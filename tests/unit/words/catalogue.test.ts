import { describe, expect, test } from 'vitest'
import { en } from '#lib/words/en.ts'
import { ko } from '#lib/words/ko.ts'
import { sentence } from '#lib/words/translate.ts'
import { argumentsOf, argumentValues } from './message-arguments.ts'

/** 'shell.search' → the text, for the whole catalogue. */
function texts(catalogue: object, under = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(catalogue) as [string, string | object][]) {
    if (typeof value === 'string') found.set(under + key, value)
    else for (const [inner, text] of texts(value, `${under}${key}.`)) found.set(inner, text)
  }
  return found
}

const korean = texts(ko)
const english = texts(en)

describe('both languages', () => {
  test('have the same texts', () => {
    expect([...english.keys()].toSorted()).toEqual([...korean.keys()].toSorted())
  })

  test('leave no text empty', () => {
    expect([...korean, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('take the same values, and a number where the other takes a number', () => {
    const differing = [...korean].filter(([key, text]) => JSON.stringify(argumentsOf(text)) !== JSON.stringify(argumentsOf(english.get(key) ?? '')))
    expect(differing).toEqual([])
  })

  test.each(['ko', 'en'] as const)('can be said in %s: each text is well formed', (locale) => {
    const unsaid = [...korean].filter(([key, text]) => [key, ''].includes(sentence(locale, key, argumentValues(text))))
    expect(unsaid).toEqual([])
  })
})

test('no English text was left in Korean', () => {
  const samePlease = new Set(['today.settings.korean'])
  const strays = [...english].filter(([key, text]) => !samePlease.has(key) && /[가-힣]/.test(text) && text === korean.get(key))
  expect(strays).toEqual([])
})
