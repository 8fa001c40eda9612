import { expect, test } from 'vitest'
import { localPath } from '#lib/access/local-path.ts'

test.each(['/cases/018f?tab=1', '/', '/referrals/new?student=1', '/검색'])('%s is a path of ours', (path) => {
  expect(decodeURIComponent(localPath(path))).toBe(path)
})

test.each([
  undefined, '', 'cases', 'https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example/', '/\t/elsewhere.example/', '/\n/elsewhere.example', '\\\\elsewhere.example', '/.//elsewhere.example',
  '/..//elsewhere.example', 'javascript:alert(1)', 'data:text/html,x', '/sign-in', '/sign-in?next=/', '/api/sign-out', '/api', `/${'a'.repeat(1_001)}`,
])('%s leads home instead', (path) => {
  expect(localPath(path)).toBe('/')
})

test('only the change of language may lead back to the sign-in page', () => {
  expect(localPath('/sign-in?next=%2Fcases', { evenSignIn: true })).toBe('/sign-in?next=%2Fcases')
})
