import { describe, expect, test } from 'vitest'
import { beginsAs, gramsOf, initialsOf, readQuery, squeeze } from '#lib/students/spelling.ts'
import { classLabel, gradeLabel } from '#lib/students/student.ts'

describe('spelling of names', () => {
  test('grams are the one and two letter pieces of every spelling', () => {
    expect(gramsOf(['박이든', 'Park Ideun'])).toEqual(expect.arrayContaining(['박', '박이', '이든', '든', 'pa', 'ki', 'un']))
    expect(gramsOf([null, undefined, ''])).toEqual([])
  })

  test('each part of a name has only grams that the name has', () => {
    for (const part of ['박', '이든', '박이든', '박 이든', 'ideun', 'Park I']) {
      const all = gramsOf(['박이든', 'Park Ideun'])
      expect(all).toEqual(expect.arrayContaining(gramsOf([part])))
    }
  })

  test('initials of Hangul, none of Latin', () => {
    expect(initialsOf('박이든')).toBe('ㅂㅇㄷ')
    expect(initialsOf('까치 아')).toBe('ㄲㅊㅇ')
    expect(initialsOf('Nguyen Thi')).toBe('')
  })

  test('decomposed and spaced input means the same', () => {
    expect(squeeze('박이든'.normalize('NFD'))).toBe('박이든')
    expect(squeeze(' 박 이 든 ')).toBe('박이든')
    expect(squeeze('\u1107\u110b')).toBe('ㅂㅇ')
  })

  test('signs of a pattern are not part of a name', () => {
    expect(readQuery('%_\\')).toEqual({ part: '', initials: '' })
  })

  test('consonants, or syllables and consonants while still typing', () => {
    expect(readQuery('ㅂㅇㄷ')).toEqual({ part: 'ㅂㅇㄷ', initials: 'ㅂㅇㄷ' })
    expect(readQuery('박ㅇ')).toEqual({ part: '박ㅇ', initials: 'ㅂㅇ' })
    expect(beginsAs('박이든', '박ㅇ')).toBe(true)
    expect(beginsAs('백이든', '박ㅇ')).toBe(false)
  })
})

describe('grade and class', () => {
  test('the Korean stages begin anew, English counts through', () => {
    expect([1, 6, 7, 9, 10, 12].map((grade) => gradeLabel(grade, 'ko'))).toEqual(['초1', '초6', '중1', '중3', '고1', '고3'])
    expect(gradeLabel(7, 'en')).toBe('Grade 7')
    expect(gradeLabel(null, 'ko')).toBe('')
    expect(gradeLabel(13, 'ko')).toBe('')
  })

  test('a class has a number or a name', () => {
    expect(classLabel({ grade: 6, className: '2' }, 'ko')).toBe('초6-2')
    expect(classLabel({ grade: 6, className: '가람' }, 'ko')).toBe('초6 가람반')
    expect(classLabel({ grade: null, className: '2' }, 'ko')).toBe('2반')
    expect(classLabel({ grade: 8, className: null }, 'en')).toBe('Grade 8')
  })
})
