import { isoDay } from '#lib/words/days.ts'
import { awake, checkPage, enter, expect, open, openCase, phone, test } from './fixture.ts'

/* Story A14: a case that is not hers is read in an emergency, for a reason and a time, and somebody else judges it. */

const child = '응우옌하린'

test.describe.configure({ mode: 'serial' })

test('a teacher opens the case of her school’s child to read it, and nothing more', async ({ visitor, as }) => {
  // Whoever has just signed in has proved who she is.
  const page = await visitor({ phone: true })
  await page.setViewportSize(phone)
  await enter(page, '고은별')
  const lead = await as('윤채담')
  await openCase(lead, child)
  const address = new URL(lead.url()).pathname
  expect((await page.request.get(address)).status()).toBe(404)

  await open(page, '/students')
  await page.getByRole('searchbox').fill(child)
  await page.getByRole('button', { name: '찾기' }).last().click()
  await page.locator('.found-name', { hasText: child }).click()
  await page.waitForURL(/\/students\/[0-9a-f-]+$/)
  await awake(page)
  await page.getByRole('link', { name: '긴급 열람' }).click()
  await expect(page.getByRole('heading', { name: '긴급 열람', level: 1 })).toBeVisible()
  await checkPage(page)

  await page.getByRole('button', { name: '긴급 열람 열기' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await page.getByLabel('아이가 위험할 수 있어요').check()
  await page.getByLabel('무엇을 왜 확인하나요?').fill('결석했는데 어머니도 담당 선생님도 연락이 되지 않아요')
  await page.getByRole('button', { name: '긴급 열람 열기' }).click()
  await page.waitForURL((url) => url.pathname === address)
  await awake(page)
  await expect(page.getByText('긴급 열람 중이에요')).toBeVisible()
  await expect(page.getByRole('heading', { name: child })).toBeVisible()
  await expect(page.locator('#note-body')).toHaveCount(0)
  await checkPage(page)
  expect((await page.request.get(`${address}/print`)).status()).toBe(404)

  // The team sees it on the timeline without asking.
  await expect(lead.getByText('긴급 열람으로 사례를 열어 보았어요').first()).toBeVisible()

  await page.getByRole('button', { name: '그만 보기' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  expect((await page.request.get(address)).status()).toBe(404)
})

test('the privacy officer finds it waiting, sees who, when and why, and judges it; the month’s record is taken out for the review', async ({ visitor, as }) => {
  const page = await as('노을기')
  await open(page, '/')
  await page.getByRole('link', { name: '점검하러 가기' }).click()
  await page.waitForURL(/\/glass$/)
  await awake(page)
  await checkPage(page)
  await page.getByRole('row', { name: /고은별/ }).getByRole('link').first().click()
  await page.waitForURL(/\/glass\/[0-9a-f-]+$/)
  await awake(page)
  await expect(page.getByText('연락이 되지 않아요')).toBeVisible()
  await expect(page.locator('main')).not.toContainText(child)
  await checkPage(page)
  await page.getByLabel('알맞았어요', { exact: true }).check()
  await page.getByLabel('살펴본 것').fill('담당교사 부재 기록과 맞아요')
  await page.getByRole('button', { name: '점검 마치기' }).click()
  await expect(page.getByText('점검했어요')).toBeVisible()

  await open(page, '/audit?kind=looks')
  await expect(page.getByRole('row', { name: /고은별/ }).first()).toBeVisible()
  // Whoever has just signed in has proved who she is.
  const fresh = await visitor()
  await enter(fresh, '노을기', `/audit/months/${isoDay(new Date()).slice(0, 7)}`)
  await awake(fresh)
  await checkPage(fresh)
  await fresh.getByRole('button', { name: '내보내기', exact: true }).click()
  await expect(fresh.locator('#take .summary')).toBeVisible()
  await fresh.getByLabel('왜 내보내나요?').fill('이 달의 점검 회의에 붙여요')
  await fresh.getByRole('button', { name: '내보내기', exact: true }).click()
  await fresh.waitForURL(/\/exports\/[0-9a-f-]+$/)
  await checkPage(fresh)
  const [file] = await Promise.all([fresh.waitForEvent('download'), fresh.getByRole('link', { name: '파일 받기' }).click()])
  expect(file.suggestedFilename()).toMatch(/^X-\d{4}-\d{4}\.xlsx$/)

  await open(page, '/audit/checks')
  await checkPage(page)
  await page.getByRole('button', { name: '지금 점검하기' }).click()
  // It may be done before the page is there again.
  await expect.poll(async () => {
    await open(page, '/audit/checks')
    return page.getByText('기록이 모두 그대로예요').count()
  }, { timeout: 20_000 }).toBeGreaterThan(0)
})
