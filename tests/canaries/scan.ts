import { canaries, sayings, type Canary, type Kind } from './children.ts'
import { textsIn, viewsOf } from './decode.ts'

export interface Leak {
  child: number
  kind: Kind
  /** Where: the channel, and the place in it. */
  where: string
}

interface Needle {
  child: number
  kind: Kind
  letters: string
}

/** As names are compared: composed, compatible, lower case, letters and digits alone. 010-0000-6001 and +82 10 0000 6001 have their end in common. */
const squeeze = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const digits = (phone: string) => squeeze(phone).slice(1)

function needlesOf(canary: Canary): Needle[] {
  const { n: child, name, given, enFamily, enGiven, phone, guardians, reporter, word } = canary
  const needle = (kind: Kind, text: string): Needle => ({ child, kind, letters: squeeze(text) })
  return [
    needle('name', name), needle('name', given), needle('name', enFamily + enGiven), needle('name', enGiven + enFamily),
    needle('phone', digits(phone)),
    ...guardians.flatMap((adult) => [needle('guardian', adult.name), needle('guardian', digits(adult.phone)), needle('guardian', adult.mail)]),
    needle('reporter', reporter.name), needle('reporter', digits(reporter.phone)),
    ...sayings.map((where) => needle(where, word[where])),
  ]
}

const needles = canaries.flatMap(needlesOf)
const begins = new Uint8Array(65_536)
const byStart = new Map<number, Needle[]>()
const startOf = (text: string, at: number) => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)
for (const needle of needles) {
  begins[needle.letters.charCodeAt(0)] = 1
  byStart.set(startOf(needle.letters, 0), [...(byStart.get(startOf(needle.letters, 0)) ?? []), needle])
}

/** What of the children stands in a text, in whatever way; each kind of each child once. */
export function scan(where: string, what: string | Buffer): Leak[] {
  const found = new Map<string, Leak>()
  for (const text of typeof what === 'string' ? [what] : textsIn(what)) {
    for (const view of viewsOf(text)) {
      for (const { child, kind } of needlesIn(squeeze(view))) found.set(`${child} ${kind}`, { child, kind, where })
    }
  }
  return [...found.values()]
}

function* needlesIn(letters: string): Generator<Needle> {
  for (let at = 0; at < letters.length - 1; at++) {
    if (begins[letters.charCodeAt(at)] === 0) continue
    for (const needle of byStart.get(startOf(letters, at)) ?? []) if (letters.startsWith(needle.letters, at)) yield needle
  }
}

/** For a failing test to say: which child, what of it, where. */
export const told = (leaks: Leak[]): string[] => [...new Set(leaks.map(({ child, kind, where }) => `${where}: ${kind} of ${child}`))]
