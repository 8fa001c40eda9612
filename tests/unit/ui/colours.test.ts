import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('components/ui/tokens.css', 'utf8')

function tokens(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
}

const [byDay = '', byNight = ''] = css.split('@media screen and (prefers-color-scheme: dark)')
const day = tokens(byDay)
const night = tokens(byNight)

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const tones = ['teal', 'red', 'orange', 'amber', 'blue', 'violet']
const grounds = ['paper', 'card']

/** Writing on its ground: 4.5 to 1. */
const writing: [string, string][] = [
  ...['ink', 'soft', ...tones].flatMap((colour) => grounds.map((ground): [string, string] => [colour, ground])),
  ...tones.flatMap((tone): [string, string][] => [[tone, `${tone}-wash`], ['ink', `${tone}-wash`]]),
  ['ink', 'sunk'], ['soft', 'sunk'], ['soft', 'line'], ['on-teal', 'teal'], ['on-teal', 'teal-press'], ['on-late', 'late'],
  ['teal', 'teal-count'], ['ink', 'teal-count'], ['paper', 'ink'], ['teal', 'sunk'],
]

/** Edges of empty fields, and marks that must be told from their ground: 3 to 1. */
const edges: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [['edge', ground], ['teal', ground], ['red', ground]]),
  ['teal', 'sunk'],
]

describe.each([['day', day], ['night', night]] as const)('by %s', (_, scheme) => {
  const colour = (name: string) => scheme[name] ?? expect.fail(`no colour named ${name}`)

  test.each(writing)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(edges)('%s stands out from %s', (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3)
  })
})

test('night has every colour that day has', () => {
  expect(Object.keys(night).toSorted()).toEqual(Object.keys(day).toSorted())
})
