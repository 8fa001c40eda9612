/*
 * Fifty children nobody has: the names occur nowhere else, so that wherever one is found, it came from here. Each is
 * written in several ways, as life writes names, and whatever is said of a child holds a word said of it alone.
 */

/** What is said of a child, by where somebody wrote it. */
export const sayings = [
  'referral', 'wishes', 'question', 'answer', 'decision', 'fallback', 'done', 'described',
  'plan', 'progress', 'emotion', 'sensitive', 'agency', 'private', 'next', 'level', 'goal', 'step', 'remark',
  'request', 'frequency', 'taking', 'session', 'outcome', 'purpose', 'evidence', 'basis',
  'sealed', 'opening', 'glass', 'closing', 'remaining', 'voice', 'reopening', 'conflict', 'block', 'review', 'document', 'paper', 'draft',
  'form', 'grant', 'naming', 'hold', 'export',
] as const
export type Saying = (typeof sayings)[number]

/** What a needle tells: who the child is, whom to call, who reported, or what was said where. */
export type Kind = 'name' | 'phone' | 'guardian' | 'reporter' | Saying

interface Adult {
  name: string
  phone: string
  mail: string
}

export interface Canary {
  n: number
  /** S1 … S5, ten children each. */
  school: string
  /** Of the ten of a school: what happens to it (tests/canaries/lives.ts). */
  lot: number
  grade: number
  className: string
  family: string
  given: string
  name: string
  en: string
  enFamily: string
  enGiven: string
  phone: string
  guardians: [Adult, Adult]
  reporter: Adult
  /** The one word that stands in what was said there and nowhere else. */
  word: Record<Saying, string>
  /** What was said there: the word, and the child's name as somebody might write it. */
  says: (where: Saying) => string
}

const families = [['망절', 'Mangjeol'], ['어금', 'Eogeum'], ['동방', 'Dongbang'], ['제갈', 'Jegal'], ['독고', 'Dokgo'], ['남궁', 'Namgung'], ['사공', 'Sagong'], ['서문', 'Seomun'], ['선우', 'Seonu'], ['황보', 'Hwangbo']] as const
const first = [['꼬', 'kko'], ['뜨', 'tteu'], ['뿌', 'ppu'], ['쏘', 'sso'], ['쪼', 'jjo'], ['휘', 'hwi'], ['퀘', 'kwe'], ['뇌', 'noe'], ['츄', 'chyu'], ['괴', 'goe']] as const
const second = [['늪', 'neup'], ['랕', 'rat'], ['뭍', 'mut'], ['섶', 'seop'], ['짙', 'jit']] as const
const rare = Array.from('갸겯굥귱긏꺅꿰냑뇰늣댭덛듕뜅랴렵룐륀릇맫묠뮐뱌벌뵷뷤샥쇰슷쌰쐽쓩얍엊욜잗졍죵쥘챱쳔춀췹컁켯쾀큔킆탸텃튤틺퍄퓸핕햗혓횰')
const adults = Array.from('겸긂깸꾕끗넋눌닻돎딤렴룀묽뭄밉벙뵘빵숌쌈썸엮옳웅읃잣젬줍찜챌첩촘칠캥콘쿰탱톨팽폄핌헹훔')

/** The same numbers each time: mulberry32. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const draw = numbers(20_261_126)
const taken = new Set<string>()

/** A word of these syllables that was not drawn before. */
function fresh(from: readonly string[], length: number): string {
  for (;;) {
    const word = Array.from({ length }, () => from[draw(from.length)] ?? '').join('')
    if (taken.has(word)) continue
    taken.add(word)
    return word
  }
}

/** Nobody is called there: the numbers of 010-0000 are not given out. */
let given = 6000
const number = () => `010-0000-${given++}`
const adult = (name: string): Adult => ({ name, mail: `home-${given}@letters.example`, phone: number() })

const written: ((canary: Pick<Canary, 'name' | 'en'>) => string)[] = [
  ({ name }) => name,
  ({ name }) => Array.from(name).join(' '),
  ({ name }) => name.normalize('NFD'),
  ({ en }) => en,
  ({ name }) => `${name.slice(0, 2)}-${name.slice(2)}`,
]

function canary(n: number): Canary {
  const [family, enFamily] = families[(n * 7) % 10] ?? families[0]
  const [a, enA] = first[n % 10] ?? first[0]
  const [b, enB] = second[Math.floor(n / 10)] ?? second[0]
  const enGiven = `${enA[0]?.toUpperCase()}${enA.slice(1)}${enB}`
  const known = { name: family + a + b, en: `${enFamily} ${enGiven}` }
  const word = Object.fromEntries(sayings.map((where) => [where, fresh(rare, 4)])) as Record<Saying, string>
  return {
    n, school: `S${Math.floor(n / 10) + 1}`, lot: n % 10, grade: [3, 5, 8, 9, 11][Math.floor(n / 10)] ?? 8, className: String((n % 3) + 1),
    family, given: a + b, ...known, enFamily, enGiven, phone: number(),
    guardians: [adult(family + fresh(adults, 2)), adult(`감${fresh(adults, 2)}`)],
    reporter: adult(`국${fresh(adults, 3)}`),
    word,
    says: (where) => `${word[where]}: ${written[(n + sayings.indexOf(where)) % written.length]?.(known)} 학생 이야기예요. ${where} ${n}`,
  }
}

export const canaries: readonly Canary[] = Array.from({ length: 50 }, (_, n) => canary(n))
