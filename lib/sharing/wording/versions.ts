import { en } from './en.ts'
import { ko } from './ko.ts'
import { ru } from './ru.ts'
import type { Text } from './text.ts'
import type { Tongue } from './tongue.ts'
import { vi } from './vi.ts'
import { zh } from './zh.ts'

interface Wording {
  id: string
  /** The first day, in Seoul, on which families are asked in these words. */
  from: string
  texts: Record<Tongue, Text>
}

const first: Wording = { id: '2026-1', from: '2026-03-01', texts: { ko, en, vi, zh, ru } }

/** Each wording families were ever asked in; an old one stays, for each consent names the one it was given under. The newest last. */
const wordings: readonly Wording[] = [first]

/** The wording in use on a day ('2026-11-24'). */
export const wordingOn = (day: string): Wording => wordings.findLast(({ from }) => from <= day) ?? first

/** What a form of this wording says; of one that is not known, nothing is made up. */
export const textOf = (wording: string, tongue: Tongue): Text | null => wordings.find(({ id }) => id === wording)?.texts[tongue] ?? null
