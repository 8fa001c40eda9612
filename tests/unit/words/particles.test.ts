import { expect, test } from 'vitest'
import { withParticles } from '#lib/words/particles.ts'

test.each([
  ['박이든은(는)', '박이든은'],
  ['서지우은(는)', '서지우는'],
  ['정하람이(가)', '정하람이'],
  ['서지우이(가)', '서지우가'],
  ['의뢰을(를)', '의뢰를'],
  ['지원을(를)', '지원을'],
  ['학교과(와)', '학교와'],
  ['기관과(와)', '기관과'],
  ['나래동(으)로', '나래동으로'],
  ['학교(으)로', '학교로'],
  ['서울(으)로', '서울로'],
  ['3(으)로', '3으로'],
  ['2이(가)', '2가'],
  ['7을(를)', '7을'],
  ['“한걸음나눔재단”이(가)', '“한걸음나눔재단”이'],
  ['Wee센터이(가)', 'Wee센터가'],
  ['SPO은(는)', 'SPO는'],
  ['Nguyen을(를)', 'Nguyen을'],
  ['서지우이에요(예요)', '서지우예요'],
])('%s reads %s', (written, read) => {
  expect(withParticles(written)).toBe(read)
})

test('brackets that are no particle stay', () => {
  expect(withParticles('11월 24일 (화) 가람솔초(병설)')).toBe('11월 24일 (화) 가람솔초(병설)')
})

test('several in one sentence', () => {
  expect(withParticles('정하람이(가) 박이든을(를) 나래동(으)로 모셨어요')).toBe('정하람이 박이든을 나래동으로 모셨어요')
})
