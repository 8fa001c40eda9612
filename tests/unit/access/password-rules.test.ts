import { expect, test } from 'vitest'
import { passwordProblem } from '#lib/access/password-rules.ts'

const about = ['윤채담', 'Yoon Chaedam', 'yoon.chaedam@demo.example']

test.each([
  ['eleven sign', 'accounts.password.short'],
  ['passwordpassword', 'accounts.password.common'],
  ['P@ssw0rd!P@ssw0rd!', 'accounts.password.common'],
  ['Password1password2', 'accounts.password.common'],
  ['qwerty-asdf-zxcv', 'accounts.password.common'],
  ['한아이 비밀번호 2026', 'accounts.password.common'],
  ['한아이 교육지원청 비밀번호 2026', 'accounts.password.common'],
  ['gksdkdlqlalfqjsgh', 'accounts.password.common'],
  ['123456789012345', 'accounts.password.common'],
  ['abcdefghijklmnop', 'accounts.password.common'],
  ['aaaaaaaaaaaaaaaa', 'accounts.password.common'],
  ['010-1234-5678-01', 'accounts.password.common'],
  ['1985-03-21-1985', 'accounts.password.common'],
  ['19850321!!1234', 'accounts.password.common'],
  ['850321-1234567', 'accounts.password.common'],
  ['yoon-chaedam-2026', 'accounts.password.own'],
  ['윤채담 선생님 사랑해요 2026', 'accounts.password.own'],
  ['윤채담선생님사랑해2026', 'accounts.password.own'],
  ['correct horse battery staple', null],
  ['초록 달 아래 말 네 마리', null],
  ['school lamp river moon', null],
  ['xk2!vvQ9#mmPl0', null],
  ['582604917739', null],
  ['#!;)=~+*{?&%', null],
])('%s: %s', (password, problem) => {
  expect(passwordProblem(password, about)).toBe(problem)
})
