import { getChoseong } from 'es-hangul'

/** Consonants as a keyboard types them, in the order of the conjoining ones that macOS decomposes names into (U+1100 …). */
const CONSONANTS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'

/** A name as the search compares it: composed, lower case, letters and digits only. */
export function squeeze(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u1100-\u1112]/g, (lead) => CONSONANTS[lead.charCodeAt(0) - 0x1100] ?? lead)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** All 1- and 2-character pieces of the names in every spelling: 박이든 → 박, 이, 든, 박이, 이든. For the search's index. */
export function gramsOf(names: readonly (string | null | undefined)[]): string[] {
  const grams = new Set<string>()
  for (const name of names) {
    const letters = Array.from(squeeze(name ?? ''))
    letters.forEach((letter, at) => {
      grams.add(letter)
      const next = letters[at + 1]
      if (next) grams.add(letter + next)
    })
  }
  return [...grams]
}

/** Initial consonants: 박이든 → ㅂㅇㄷ; '' for a name that is not written in Hangul. */
export function initialsOf(name: string): string {
  const letters = squeeze(name)
  return /^[가-힣ㄱ-ㅎ]+$/.test(letters) ? getChoseong(letters) : ''
}

/** What was typed: only consonants (ㅂㅇㄷ), syllables and consonants (박ㅇ: still typing), or a part of a name. */
export function readQuery(typed: string): { initials: string; part: string } {
  const part = squeeze(typed)
  return { part, initials: /[ㄱ-ㅎ]/.test(part) ? initialsOf(part) : '' }
}

/** Whether a name begins as typed, letter by letter; a consonant stands for every syllable that begins with it. */
export function beginsAs(name: string, part: string): boolean {
  const letters = Array.from(squeeze(name))
  return Array.from(part).every((typed, at) => letters[at] === typed || (CONSONANTS.includes(typed) && getChoseong(letters[at] ?? '') === typed))
}
