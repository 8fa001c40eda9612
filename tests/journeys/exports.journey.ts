import { readFileSync } from 'node:fs'
import { checkPage, enter, expect, open, test } from './fixture.ts'

/* A list leaves for a reason, for a while, and on record. */

test.describe.configure({ mode: 'serial' })
let address = ''

test('the coordinator takes out the list she narrowed, for a reason', async ({ visitor }) => {
  const page = await visitor()
  await enter(page, '문다희')
  await open(page, '/cases?level=EMERGENCY')
  await page.getByRole('link', { name: '내보내기' }).last().click()
  await page.waitForURL(/\/exports\/new\?level=EMERGENCY$/)
  await checkPage(page)
  await page.getByLabel('CSV').check()
  await page.getByLabel('왜 내보내나요?').fill('짧아요')
  await page.getByRole('button', { name: '내보내기' }).click()
  await expect(page.getByText('열 글자 이상 적어 주세요.').last()).toBeVisible()
  await page.getByLabel('왜 내보내나요?').fill('긴급 사례 월례 회의에 가지고 가요')
  await page.getByRole('button', { name: '내보내기' }).click()
  await page.waitForURL(/\/exports\/[0-9a-f-]{36}$/)
  await checkPage(page)
  address = new URL(page.url()).pathname

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '파일 받기' }).click()])
  expect(file.suggestedFilename()).toMatch(/^X-\d{4}-\d{4}\.csv$/)
  const text = readFileSync(await file.path(), 'utf8')
  expect(text).toMatch(/^\ufeff"X-\d{4}-\d{4} · 문다희 · /)
  expect(text).toContain('김도율')
})

test('the privacy officer sees that it left and why; nobody else finds it', async ({ as }) => {
  const officer = await as('노을기')
  await open(officer, '/exports')
  await expect(officer.getByRole('row', { name: /문다희.*긴급 사례 월례 회의/ })).toContainText('1번')
  await checkPage(officer)
  expect((await officer.request.get(`/api${address}`)).status()).toBe(404)
  for (const name of ['배온유', '한결우', '임보라']) {
    const page = await as(name)
    expect([(await page.request.get(address)).status(), (await page.request.get(`/api${address}`)).status()], name).toEqual([404, 404])
  }
})

test('a case on paper says who printed it and which printing it is, and the record of access says the same', async ({ as }) => {
  const page = await as('임보라')
  await open(page, '/cases')
  await page.locator('main').getByRole('link', { name: '김도율' }).first().click()
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/)
  await open(page, `${new URL(page.url()).pathname}/print`)
  const [, reference = ''] = /확인 번호 ([0-9A-F]{8})/.exec((await page.locator('.sheet footer').textContent()) ?? '') ?? []
  expect(reference).not.toBe('')
  await expect(page.locator('.watermark text')).toContainText(`임보라`)
  await expect(page.locator('.watermark text')).toContainText(reference)
  const officer = await as('노을기')
  await open(officer, '/audit')
  await expect(officer.getByText(reference)).toBeVisible()
})
