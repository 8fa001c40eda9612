import { expect, test } from 'vitest'
import { compose } from '#lib/notices/compose.ts'
import { Notice, noticeKinds } from '#lib/notices/notice.ts'

const id = '01a2145a-73c3-7288-97fd-993bf68126ae'
const officeId = '01a2145a-73c3-7288-97fd-993bf6812000'

test('a letter is its line, the link, a number and nothing else', () => {
  expect(compose({ kind: 'intervention.proposed', path: `/interventions/${id}` }, 'https://hanai.example.kr', 'ko')).toEqual({
    subject: '[한아이] 지원 부탁이 왔어요',
    text: `지원 부탁이 왔어요.\n\n아래 주소에서 로그인하면 볼 수 있어요.\nhttps://hanai.example.kr/interventions/${id}\n\n확인 번호: F68126AE\n\n이 메일에는 학생의 이름이나 내용이 들어 있지 않아요. 답장은 읽을 수 없어요.\n한아이`,
  })
})

test('every kind has its line in both languages', () => {
  for (const kind of noticeKinds) for (const locale of ['ko', 'en'] as const) expect(compose({ kind, path: `/cases/${id}` }, 'https://hanai.example.kr', locale).subject).toMatch(/^\[.+\] .+/)
})

test('only the page of one thing can be led to', () => {
  const parse = (path: string) => Notice.safeParse({ officeId, kind: 'case.assigned', path, staffId: id }).success
  expect(parse(`/cases/${id}`)).toBe(true)
  expect(parse(`/referrals/${id}/answer`)).toBe(true)
  for (const path of ['https://elsewhere.example', '//elsewhere.example', `/cases/${id}?name=박이든`, '/students/박이든', `/cases/${id}\nBcc: a@b`, '/cases']) expect(parse(path)).toBe(false)
})
