import { readDay } from './days.ts'
import { reduce } from './columns.ts'
import type { IssueCode } from './problem.ts'
import { holdsResidentNumber } from './resident.ts'

/** A line that cannot be taken; caught where lines are counted. */
export class Reject extends Error {
  readonly code: IssueCode
  readonly field: string | undefined

  constructor(code: IssueCode, field?: string) {
    super(code)
    this.code = code
    this.field = field
  }
}

/** One line of a file, asked for by column. */
export interface Line {
  line: number
  /** Trimmed and composed; '' when the column is absent. */
  text: (field: string, most?: number) => string
  must: (field: string, most?: number) => string
  day: (field: string) => string | null
  /** Several values in one cell, as OneRoster writes lists. */
  list: (field: string) => string[]
  /** tobedeleted, or inactive as version 1.0 said. Asked for, not known beforehand: an odd word rejects the line where it is read. */
  readonly left: boolean
  remark: (code: IssueCode, field?: string) => void
}

export function makeLine(line: number, cells: readonly string[], at: Record<string, number>, remark: Line['remark']): Line {
  const text = (field: string, most = 100) => {
    const index = at[field]
    const value = index === undefined ? '' : clean(cells[index] ?? '')
    if (value.includes('\uFFFD')) throw new Reject('letters', field)
    if (value.length > most) throw new Reject('tooLong', field)
    if (holdsResidentNumber(value)) throw new Reject('resident', field)
    return value
  }
  const must = (field: string, most?: number) => {
    const value = text(field, most)
    if (value === '') throw new Reject('required', field)
    return value
  }
  const day = (field: string) => {
    const value = text(field)
    if (value === '') return null
    const read = readDay(value)
    if (read === null) throw new Reject('date', field)
    return read
  }
  const list = (field: string) => text(field, 4_000).split(/[,;|]/).map((part) => part.trim()).filter(Boolean)
  return {
    line, text, must, day, list, remark,
    get left() {
      return hasLeft(text('status'))
    },
  }
}

/** Blank means active. A word that we do not know may mean anything, so the line is left alone. */
function hasLeft(status: string): boolean {
  const word = reduce(status)
  if (['', 'active', '활성', '재학', '재직', '사용'].includes(word)) return false
  if (['tobedeleted', 'inactive', 'deleted', '삭제', '비활성', '전출', '졸업', '퇴직'].includes(word)) return true
  throw new Reject('status', 'status')
}

/** What a table of words says about a word of a file; `constructor` is no word of ours. */
export const own = <T>(words: Readonly<Record<string, T>>, word: string): T | undefined => (Object.hasOwn(words, word) ? words[word] : undefined)

/** Composed, without control characters and marks that turn text around. */
function clean(value: string): string {
  return value.normalize('NFC').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ').trim()
}

/** 6 · 06 · 초6 · 6학년 · 중1 · Grade 7; at a middle or high school 1 to 3 mean its own years. Undefined when it is none. */
export function readGrade(text: string, school: string): number | null | undefined {
  const word = reduce(text.split(/[,;|]/)[0] ?? '')
  if (word === '') return null
  const found = /^(초등?|중등?|고등?|elementary|middle|high|grade|g)?(\d{1,2})(학년)?$/.exec(word)
  if (!found) return ['kg', 'pk', 'prekindergarten', '유치원'].includes(word) ? null : undefined
  const year = Number(found[2])
  const stage = found[1]?.[0] ?? (year <= 3 ? stageOf(school) : '')
  const grade = year + (stage === '중' || stage === 'm' ? 6 : stage === '고' || stage === 'h' ? 9 : 0)
  return grade >= 1 && grade <= 12 ? grade : undefined
}

function stageOf(school: string): string {
  if (/고등학교|고$|high/i.test(school)) return '고'
  return /중학교|중$|middle/i.test(school) ? '중' : ''
}

export function readSex(text: string): 'M' | 'F' | null | undefined {
  const word = reduce(text)
  if (['', 'unknown', 'other', 'unspecified'].includes(word)) return null
  if (['male', 'm', '남', '남자', '남성'].includes(word)) return 'M'
  return ['female', 'f', '여', '여자', '여성'].includes(word) ? 'F' : undefined
}

export const readYes = (text: string): boolean => ['true', '1', 'yes', 'y', '예', '네', '담임', 'o'].includes(reduce(text))

const hangul = /^[가-힣\s]+$/

/** One name out of its parts: 박 + 이든 → 박이든; Latin letters keep their space. */
export function fullName(family: string, given: string): { name: string; nameEn: string | null } {
  const isKorean = hangul.test(family + given)
  if (isKorean) return { name: (family + given).replace(/\s/g, ''), nameEn: null }
  const name = [given, family].filter(Boolean).join(' ')
  return { name, nameEn: /^[\p{Script=Latin}\s.'-]+$/u.test(name) ? name : null }
}

/** What a class is called within its grade: 6-2, 6학년 2반, 2반 → 2; 가람반 → 가람. */
export function classNameOf(title: string): string {
  const last = title.split(/[-\s]|학년/).filter(Boolean).at(-1) ?? title
  return (last.replace(/반$/, '') || last).slice(0, 20)
}

/** Whether a class is one that children belong to, when its file does not say. */
export const looksLikeHomeroom = (title: string): boolean => /^(\d{1,2}\s*(학년|-)\s*)?[\p{L}\d]{1,10}\s*반?$/u.test(title) && /반$|^\d{1,2}\s*-\s*\d{1,2}$/.test(title)

const shortEnds: readonly [string, string][] = [['초등학교', '초'], ['중학교', '중'], ['고등학교', '고']]

/** 다온누리초등학교 → 다온누리초 */
export function shortSchool(name: string): string {
  const end = shortEnds.find(([long]) => name.endsWith(long))
  return end ? name.slice(0, -end[0].length) + end[1] : name
}
