import type { Page } from '@playwright/test'
import { awake, checkPage, enter, expect, open, openCase, phone, test } from './fixture.ts'

/* Story A4, its sealed part: what an abuse report says, and who made it, is seen by those named for it and by nobody else. */

const child = '김도율'
const content = '봉인시험: 밤마다 소리를 지르고 물건을 던진다고 말했어요'
const reporter = '봉인시험: 옆집에 사는 분, 010-0000-9999'

test.describe.configure({ mode: 'serial' })
let address = ''
let record = ''

const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).click()
  await awake(page)
}

test('the social worker seals what was reported, on a phone, and opens it again by a reason', async ({ visitor }) => {
  const page = await visitor()
  await page.setViewportSize(phone)
  await enter(page, '임보라')
  await openCase(page, child)
  address = new URL(page.url()).pathname
  await open(page, `${address}/sealed`)
  await checkPage(page)
  await page.getByLabel('아동학대 신고 내용').check()
  await page.getByLabel('내용', { exact: true }).fill(content)
  await page.getByLabel('신고한 사람', { exact: false }).fill(reporter)
  await page.getByLabel('이름이나 부르는 말').fill('박가온, 옆집 할머니')
  await page.getByRole('checkbox', { name: /한결우/ }).check()
  await press(page, '봉인하기')
  await page.waitForURL(/\/sealed\/[0-9a-f-]+$/)
  record = new URL(page.url()).pathname
  await expect(page.locator('main')).not.toContainText('봉인시험')
  await checkPage(page)

  await page.locator('#open-content').getByLabel('왜 여나요?').fill('보호 회의를 준비해요 오늘')
  await press(page, '십 분 동안 열기')
  await expect(page.getByText(content)).toBeVisible()
  await page.locator('#open-reporter').getByLabel('왜 여나요?').fill('보호 회의를 준비해요 오늘')
  await press(page, '신고한 사람 확인하기')
  await expect(page.getByText(reporter)).toBeVisible()
  await checkPage(page)
})

test('before she writes it where the team reads, she is asked whether the reporter must be named', async ({ as }) => {
  const page = await as('임보라')
  await open(page, address)
  const note = page.locator('#note')
  await note.locator('textarea[name=body]').fill('봉인시험: 박가온이 봤다고 해요')
  await note.getByRole('button', { name: '기록하기' }).click()
  await expect(note.getByText('이 글에 꼭 필요해요')).toBeVisible()
  await note.locator('textarea[name=body]').fill('이웃이 봤다고 해요')
  await note.getByRole('button', { name: '기록하기' }).click()
  await expect(page.getByText('이웃이 봤다고 해요')).toBeVisible()
})

test('whoever is named opens the content; who reported she does not find', async ({ visitor }) => {
  const page = await visitor()
  await enter(page, '한결우')
  await open(page, `${address}/sealed`)
  await page.getByRole('link', { name: '아동학대 신고 내용' }).first().click()
  await page.waitForURL((url) => url.pathname === record)
  await awake(page)
  await expect(page.locator('#open-reporter')).toHaveCount(0)
  await page.getByLabel('왜 여나요?').fill('보호 회의에 가지고 가려고요')
  await press(page, '십 분 동안 열기')
  await expect(page.getByText(content)).toBeVisible()
  await expect(page.locator('main')).not.toContainText(reporter)
  await checkPage(page)
})

test('to everybody else, on the case’s team or not, there is nothing', async ({ as }) => {
  for (const name of ['오나린', '문다희', '마주현', '서강민', '노을기']) {
    const page = await as(name)
    expect((await page.request.get(record)).status(), `${name} at its address`).toBe(404)
    for (const path of [address, `${address}/sealed`, `${address}/looks`, '/', '/cases', '/dashboard', '/audit']) {
      const answer = await page.request.get(path)
      const text = await answer.text()
      expect(text.includes('봉인시험') || text.includes(record), `${path} for ${name}`).toBe(false)
    }
  }
})
