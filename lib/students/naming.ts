import { squeeze } from './spelling.ts'

/*
 * Names as people write them in running text: 김하늘이, 김하늘의, 김 하늘 씨, 하늘 쌤, Nguyễn Thị Lan, lan. Nothing here decides
 * who is meant: it only makes the pieces that are compared, of a name and of a text in the same way.
 */

/** Surnames of two syllables; every other is one. */
const doubles = ['남궁', '황보', '제갈', '사공', '선우', '서문', '독고', '동방']
/** The surnames of nearly everybody, for finding a name in free text. */
const surnames = '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간상시갈단'
/** What follows a name or stands for one who is spoken of: cut off before comparing. */
const titles = /(?:선생님|선생|쌤|샘|교사|담임|교감|교장|상담사|복지사|간호사|팀장|부장|과장|씨|님|군|양|어머니|아버지|엄마|아빠|할머니|할아버지|아주머니|아저씨|이모|고모|삼촌|이웃)$/u
const titled = /^(?:선생|쌤|샘|교사|담임|교감|교장|상담사|복지사|간호사|씨|님|어머니|아버지|엄마|아빠|할머니|할아버지|이모|고모|삼촌)/u
const particles = /^(?:이라고|라고|이가|이는|이를|이의|이랑|이와|에게서|한테서|에게|한테|께서|께|은|는|이|가|을|를|의|와|과|도|로|랑|만|씨|님|군|양|쌤|샘|선생|선생님|교사)(?:께서|께|은|는|이|가|을|를|의|와|과|도|에게|한테|께서는)?$/u
/** Three syllables that begin like a surname and name nobody. */
const nobody = new Set(['이웃집', '고모부', '이모부', '전화기', '보호자', '공무원', '경찰서', '경찰관', '상담사', '복지사', '간호사', '어머니', '아버지', '할머니', '선생님', '양호실', '보건실', '도서관', '주인집', '구청에', '시청에', '동네에', '연락처', '우리집', '기관에', '학교에'])

const latin = /^[\p{Script=Latin}]+$/u
const hangul = /^[가-힣]+$/u

/** Words of a text, composed, lower case, without accents: Nguyễn → nguyen. */
const wordsOf = (text: string): string[] =>
  text.normalize('NFKD').replace(/(?<=\p{Script=Latin})\p{M}+/gu, '').normalize('NFC').replace(/[đĐ]/gu, 'd').split(/[^\p{L}\p{N}]+/u).map(squeeze).filter((word) => word !== '')

/** A telephone number as it is dialled here, in digits of any width: 010-0000-0000, 02) 000 0000, +82 10 0000 0000. */
const dialled = /(?<!\d)(?:\+?82[-\s.]*\d{1,2}|0\d{1,2})[-\s.)]*\d{3,4}[-\s.]*\d{4}(?!\d)/g

/** A number as it is dialled here: digits alone. */
export const digitsOf = (number: string): string => number.normalize('NFKC').replace(/\D/g, '').replace(/^82/, '0')

/** The telephone numbers in a text. */
export const numbersIn = (text: string): string[] => [...text.normalize('NFKC').matchAll(dialled)].map(([number]) => digitsOf(number))

/** Everything by which these names (several with commas) could be called in a text. */
export function callsOf(names: string): string[] {
  return names.split(/[,;、·\n]/u).flatMap((name) => {
    const words = wordsOf(name)
    const whole = words.join('')
    const bare = whole.replace(titles, '')
    if (!hangul.test(bare)) return [whole, ...words.filter((word) => latin.test(word) && word.length > 2)]
    const surname = doubles.some((double) => bare.startsWith(double)) && bare.length > 2 ? 2 : 1
    const given = bare.slice(surname)
    const isName = bare.length >= 2 && bare.length <= 4 && surnames.includes(bare.charAt(0))
    return [whole, ...(isName ? [bare] : []), ...(isName && given.length > 1 ? [given] : [])]
  }).filter((call) => call.length > 1)
}

/** What looks like a name in free text: three syllables that begin with a surname, first of all, or before what follows a name: a particle, a title, a number. */
export function namesIn(text: string): string[] {
  const words = wordsOf(text)
  return words.flatMap((word, at) => {
    const name = word.slice(0, 3)
    if (name.length < 3 || !hangul.test(name) || !surnames.includes(name.charAt(0)) || nobody.has(name)) return []
    const next = words[at + 1] ?? ''
    return particles.test(word.slice(3)) || (word === name && (at === 0 || /^\d/u.test(next) || titled.test(next))) ? [name] : []
  })
}

/** Letters of the longest piece that is compared, but for whole words. */
const LONGEST = 12
/** A name may be written apart in so many words. */
const APART = 4

/** Every piece of a text that could be a name: from the beginning of each word on, and three syllables or more anywhere (체육김하늘쌤). */
export function piecesOf(text: string): Set<string> {
  const words = wordsOf(text)
  const pieces = new Set<string>()
  words.forEach((_, at) => {
    for (let many = 1; many <= APART; many++) pieces.add(words.slice(at, at + many).join(''))
    const onward = Array.from(words.slice(at, at + LONGEST).join('').slice(0, LONGEST * 2)).slice(0, LONGEST)
    for (let length = 2; length <= onward.length; length++) pieces.add(onward.slice(0, length).join(''))
  })
  for (const word of words.filter((one) => one.length > 3)) {
    const letters = Array.from(word)
    for (let from = 1; from < letters.length - 2; from++) for (let length = 3; length <= 5; length++) pieces.add(letters.slice(from, from + length).join(''))
  }
  for (const number of numbersIn(text)) pieces.add(number)
  return pieces
}
