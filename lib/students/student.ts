import type { Locale } from '#lib/words/locale.ts'

/** A child in one line of a list. */
export interface StudentLine {
  id: string
  name: string
  /** 초6-2 */
  classLabel: string
  /** The short name of the school. */
  school: string
}

/** A child as a search finds her. */
export interface FoundStudent extends StudentLine {
  /** A referral or case is open. Of what, and about what, the list says nothing. */
  hasOpenWork: boolean
}

/** As many as one looks through; whoever sees so many types a letter more. */
export const mostFound = 20

/** 1–12 → 초6, 중1, 고2; in English the grade as it is. Nothing for what is no grade. */
export function gradeLabel(grade: number | null, locale: Locale): string {
  if (grade === null || grade < 1 || grade > 12) return ''
  if (locale === 'en') return `Grade ${grade}`
  if (grade <= 6) return `초${grade}`
  return grade <= 9 ? `중${grade - 6}` : `고${grade - 9}`
}

/** 초6-2, 초6 가람반; whatever the roster does not say is left out. */
export function classLabel({ grade, className }: { grade: number | null; className: string | null }, locale: Locale): string {
  const year = gradeLabel(grade, locale)
  if (!className) return year
  const numbered = /^\d+$/.test(className)
  if (year === '') return locale === 'ko' ? `${className}반` : `class ${className}`
  if (numbered) return `${year}-${className}`
  return locale === 'ko' ? `${year} ${className}반` : `${year} ${className}`
}
