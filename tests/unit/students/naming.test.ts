import { expect, test } from 'vitest'
import { callsOf, namesIn, numbersIn, piecesOf } from '#lib/students/naming.ts'

const names = (text: string, ...called: string[]) => called.flatMap(callsOf).some((call) => piecesOf(text).has(call))

test.each([
  '박가온이 말했어요', '박가온의 이야기', '박 가온 씨가 왔어요', '가온이가 봤대요', '체육박가온쌤', '(박가온)', '「박·가온」 선생님께 들음', '박가온 교사', '\u1107\u1161\u11a8\u1100\u1161\u110b\u1169\u11ab이',
])('“%s” names 박가온', (text) => expect(names(text, '박가온')).toBe(true))

test.each(['박가영이 말했어요', '가온도서관에서'.replace('가온', '가운'), '박수 소리가 났어요', '온종일 가방을', ''])('“%s” does not', (text) => expect(names(text, '박가온 선생님')).toBe(false))

test('a name of two syllables, a double surname, a name in Latin letters and what somebody is called', () => {
  expect(names('허준은 왔다', '허준')).toBe(true)
  expect(names('남궁하늘 님', '남궁하늘')).toBe(true)
  expect(names('하늘 씨가', '남궁하늘')).toBe(true)
  expect(names('nguyễn thị LAN 어머니', 'Nguyen Thi Lan')).toBe(true)
  expect(names('Lan이 말했다', 'Nguyễn Thị Lan')).toBe(true)
  expect(names('체육 선생님이 신고하셨대요', '체육 선생님')).toBe(true)
  expect(names('체육 시간에', '체육 선생님')).toBe(false)
})

test('in what is written beside the names, those that look like names are found, and telephone numbers', () => {
  expect(namesIn('박가온 선생님께서 어제 이웃집 할머니와 오소리네에게 전화함')).toEqual(['박가온'])
  expect(namesIn('서다온이 010-0000-7777')).toEqual(['서다온'])
  expect(namesIn('이웃집에서 보호자에게 전화기로 안전하게')).toEqual([])
  expect(numbersIn('０１０ 0000 7777, +82 10 0000 8888')).toEqual(['01000007777', '01000008888'])
})

test('a long note is taken apart in no time that anybody would notice', () => {
  const text = '오늘 가정방문을 하여 아이와 이야기를 나누었습니다. '.repeat(300)
  const begun = performance.now()
  expect(piecesOf(text).size).toBeLessThan(2000)
  expect(performance.now() - begun).toBeLessThan(1000)
})
