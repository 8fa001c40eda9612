/**
 * What a new password has to be: long, and not what everybody tries first. No rule about kinds of characters and no expiry
 * (NIST SP 800-63B 3.1.1.2). The list is our own and short: the words people build passwords from here, met by themselves,
 * repeated, side by side, with numbers around them or letters written as digits.
 */
export const shortestPassword = 12

const words = [
  'password', 'passwort', 'passwd', 'pass', 'secret', 'admin', 'administrator', 'root', 'user', 'guest', 'test', 'demo', 'login', 'welcome', 'hello', 'letmein', 'master', 'manager',
  'qwerty', 'qwertyuiop', 'asdf', 'asdfgh', 'asdfghjkl', 'zxcv', 'zxcvbn', 'zxcvbnm', 'qazwsx', 'qwer', 'abc', 'abcd', 'abcdef', 'abcdefgh', 'iloveyou', 'love', 'dragon', 'monkey', 'football', 'baseball', 'sunshine', 'princess', 'summer', 'winter', 'spring', 'autumn',
  'korea', 'seoul', 'school', 'teacher', 'student', 'education', 'office', 'center', 'centre', 'hanai', 'welfare', 'support', 'child',
  '한아이', '비밀번호', '암호', '관리자', '학교', '선생님', '교사', '학생', '교육청', '교육지원청', '센터', '지원', '복지', '사랑', '사랑해', '사랑해요', '안녕', '안녕하세요', '대한민국', '서울', '아이',
  // 비밀번호, 사랑해, 한아이, 안녕 as a Korean keyboard types them when it writes Latin letters
  'qlalfqjsgh', 'tkfkdgo', 'gksdkdl', 'dkssud', 'dkssudgktpdy',
]

/** Why a password will not do, as a key of the catalogue; null when it will. `about` is what others know of the person: her names and address. */
export function passwordProblem(password: string, about: string[] = []): 'accounts.password.short' | 'accounts.password.common' | 'accounts.password.own' | null {
  const plain = password.normalize('NFC')
  if (Array.from(plain).length < shortestPassword) return 'accounts.password.short'
  const read = readings(plain)
  const madeFrom = (known: string[]) => read.some((letters) => letters !== '' && madeOf(letters, known))
  if (madeFrom(words) || isKnownNumber(plain) || fewOf(plain) || isRow(plain)) return 'accounts.password.common'
  const own = about.flatMap((text) => text.toLowerCase().split(/[\s@._-]+/)).filter((part) => Array.from(part).length >= 3)
  return own.length > 0 && madeFrom([...words, ...own]) ? 'accounts.password.own' : null
}

const written: Record<string, string> = { '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '1': 'i', '!': 'i' }

/** Its letters without what stands around them: with signs as the letters they are written for, with some of them so, and without. */
function readings(text: string): string[] {
  const trimmed = text.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [/[013457@$!]/g, /[03457@$]/g, /(?!)/g].map((signs) => trimmed.replace(signs, (sign) => written[sign] ?? '').replace(/[^\p{L}]/gu, ''))
}

/** Whether these words, in any order and number, make up the whole. */
function madeOf(letters: string, from: string[]): boolean {
  const reached = Array.from({ length: letters.length + 1 }, (_, at) => at === 0)
  for (let at = 0; at < letters.length; at++) {
    if (reached[at]) for (const word of from) if (letters.startsWith(word, at)) reached[at + word.length] = true
  }
  return reached[letters.length] ?? false
}

/** Without a letter: a telephone number, a day or a resident registration number, with what is put around it. */
function isKnownNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  return !/\p{L}/u.test(text) && /01[016-9]\d{7,8}|(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])|\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[1-8]\d{6}/.test(digits)
}

/** aaaaaaaaaaaa, 121212121212: hardly any different signs. */
const fewOf = (text: string) => new Set(text.toLowerCase()).size < 5

/** 123456789012, abcdefghijkl: each sign is the next one's neighbour. */
function isRow(text: string): boolean {
  const codes = Array.from(text.toLowerCase(), (sign) => sign.codePointAt(0) ?? 0)
  const steps = codes.slice(1).filter((code, at) => Math.abs(code - (codes[at] ?? 0)) <= 1).length
  return steps >= codes.length - 3
}
