import { checkPage, expect, open, openCase, phone, test } from './fixture.ts'

/*
 * Story A4: abuse is suspected, nobody asks for consent. Plan and help go on by another law; the guardian is not told, and
 * everybody of the case sees that; who reported is seen by nobody (sealed.journey.ts). The demo stands where 임보라 has
 * recorded the report and the basis.
 */
const child = '김도율'
const sign = '보호자에게 알리지 않아요'

test('district and child protection work on the case without consent, and see whom not to tell but not why', async ({ as }) => {
  for (const name of ['표은호', '마주현']) {
    const page = await as(name)
    await openCase(page, child)
    await expect(page.locator('#case-head')).toContainText(sign)
    await page.locator('#case-head').getByRole('link', { name: '자세히' }).click()
    await expect(page.getByRole('heading', { name: '아버지' })).toBeVisible()
    await expect(page.locator('main')).not.toContainText('조사하는 동안 집에 먼저')
    await expect(page.locator('main')).not.toContainText('김상록')
    await checkPage(page)
  }
})

test('the whole team sees it, on a phone, in the plan and where consent is asked; the guardian is not asked', async ({ as }) => {
  const page = await as('임보라', { phone: true })
  await page.setViewportSize(phone)
  await openCase(page, child)
  const here = new URL(page.url()).pathname
  await expect(page.locator('#case-head')).toContainText(sign)
  await checkPage(page)

  await open(page, `${here}/goals?agree`)
  await expect(page.getByLabel('보호자는 뭐라고 했나요?')).toHaveCount(0)
  await expect(page.locator('#agree')).toContainText('보호자의 이야기는 묻지 않아요')

  await open(page, `${here}/sharing/consent`)
  await expect(page.locator('main')).toContainText(sign)
  await page.getByLabel('어느 기관에 알리나요?').selectOption({ index: 1 })
  await page.getByRole('radio', { name: '보호자', exact: true }).check()
  await page.getByLabel('어느 보호자인가요?').selectOption({ index: 1 })
  await page.getByRole('radio', { name: /물어보고 기다려요/ }).check()
  await page.getByLabel('무엇을 위해서인가요?').fill('급식 지원')
  await page.getByRole('radio', { name: '구두' }).check()
  await page.locator('main').getByRole('button', { name: '기록하기' }).click()
  await expect(page.locator('main')).toContainText('이 보호자에게는 알리지 않기로 했어요')
})

test('why an entry is seen is one press away; the lead sees the case through the district’s eyes, no further than her own', async ({ as }) => {
  const page = await as('임보라')
  await openCase(page, child)
  const here = new URL(page.url()).pathname
  await page.locator('.ev-at').first().click()
  await expect(page.getByRole('heading', { name: '왜 보이나요?' })).toBeVisible()
  await expect(page.locator('main')).toContainText('이 사례를 함께 맡고 있어요')
  await checkPage(page)

  await open(page, `${here}/sight`)
  await page.getByLabel('누구의 눈으로 볼까요?').selectOption({ label: '구슬아 · 마루동 복지팀' })
  await page.getByRole('button', { name: '보기' }).click()
  await expect(page.locator('main')).toContainText('내가 보는 기록')
  await expect(page.locator('main')).not.toContainText('아빠 혼나요')
  await checkPage(page)
  const seen = (await (await as('구슬아')).request.get(here)).text()
  expect(await seen).not.toContain('아빠 혼나요')
})
