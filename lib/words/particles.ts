import { josa } from 'es-hangul'

/** What may be written in a Korean catalogue after a value, and the pair it stands for. */
const pairs = {
  '을(를)': '을/를',
  '이(가)': '이/가',
  '은(는)': '은/는',
  '과(와)': '와/과',
  '(으)로': '으로/로',
  '이에요(예요)': '이에요/예요',
} as const

type Written = keyof typeof pairs

/** How a last digit or Latin letter is read aloud: 3 is 삼, N is 엔. Letters not listed end in a vowel. */
const read: Record<string, string> = {
  0: '영', 1: '일', 2: '이', 3: '삼', 4: '사', 5: '오', 6: '육', 7: '칠', 8: '팔', 9: '구',
  l: '엘', m: '엠', n: '엔', r: '알',
}

const written = /([\p{L}\p{N}])([”’"')\]》」]*)(을\(를\)|이\(가\)|은\(는\)|과\(와\)|\(으\)로|이에요\(예요\))/gu

/** Chooses the particle that the word before it asks for: 박이든은, 정하람이, 나래동으로. */
export function withParticles(text: string): string {
  // Nearly every text has no particle to choose; looking for one bracket is cheaper than the expression.
  if (!text.includes('(')) return text
  return text.replace(written, (_, last: string, closing: string, particle: Written) => {
    const spoken = read[last.toLowerCase()] ?? last
    return last + closing + josa.pick(spoken, pairs[particle])
  })
}
