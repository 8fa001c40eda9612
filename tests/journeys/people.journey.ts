import { awake, checkPage, enter, expect, open, phone, test } from './fixture.ts'

/* A teacher leaves: what waits for her goes to others first; then her open browser gets nothing at its next request. */

test.describe.configure({ mode: 'serial' })

test('an approval is asked by the administrator and granted by the lead of the school', async ({ as }) => {
  const admin = await as('하도경')
  await open(admin, '/people')
  await checkPage(admin)
  await admin.getByLabel('이름, 이메일, 직위로 찾기').fill('반소담')
  await admin.getByRole('button', { name: '찾기' }).last().click()
  await admin.getByRole('link', { name: '반소담' }).click()
  await admin.waitForURL(/\/people\/[0-9a-f-]+$/)
  await checkPage(admin)
  await admin.getByRole('link', { name: '취급승인 요청하기' }).click()
  await admin.getByLabel('승인 문서 번호').fill('해든결중-2026-77')
  await admin.getByRole('button', { name: '요청하기' }).click()
  await admin.waitForURL(/\/people\/changes\/[0-9a-f-]+$/)
  await awake(admin)
  await expect(admin.getByText('다른 사람이 정하기를 기다려요')).toBeVisible()
  await expect(admin.getByLabel('승인해요')).toHaveCount(0)

  const lead = await as('류단우', { phone: true })
  await lead.setViewportSize(phone)
  await open(lead, '/')
  await lead.getByRole('link', { name: '보러 가기' }).click()
  await lead.waitForURL(/\/people\/changes$/)
  await awake(lead)
  await lead.getByRole('link', { name: '반소담' }).first().click()
  await lead.waitForURL(/\/people\/changes\/[0-9a-f-]+$/)
  await checkPage(lead)
  await lead.getByLabel('승인해요').check()
  await lead.getByRole('button', { name: '정하기' }).click()
  await expect(lead.getByText('승인함').first()).toBeVisible()
})

test('a counsellor leaves: first her cases go to others, then everything is closed to her', async ({ visitor, as }) => {
  test.slow()
  const leaver = await visitor()
  await enter(leaver, '반소담')
  await open(leaver, '/cases')

  const lead = await as('류단우')
  await open(lead, '/people')
  await lead.getByRole('link', { name: '반소담' }).click()
  await lead.getByRole('link', { name: '떠남·멈춤과 일 이어 주기' }).click()
  await lead.waitForURL(/\/leave$/)
  await checkPage(lead)
  await lead.getByRole('button', { name: '떠남 처리하기' }).click()
  await expect(lead.getByRole('alert').filter({ hasText: '이어 줄 일이 남아 있어요' })).toBeVisible()

  // Kind by kind, each to the vice-principal, until nothing that keeps her is left.
  for (let left = await lead.getByRole('button', { name: '이어 주기' }).count(); left > 0; left--) {
    await open(lead, new URL(lead.url()).pathname)
    const form = lead.locator('form[id^=hand-]').first()
    if ((await form.count()) === 0) break
    const kind = (await form.getAttribute('id')) ?? ''
    await form.getByLabel('누구에게').selectOption({ index: 1 })
    await form.getByRole('button', { name: '이어 주기' }).click()
    await expect(lead.locator(`form#${kind}`)).toHaveCount(0)
  }
  await lead.getByRole('button', { name: '떠남 처리하기' }).click()
  await lead.waitForURL(/\/people\/[0-9a-f-]+$/)
  await expect(lead.getByText('떠남', { exact: true }).first()).toBeVisible()

  await leaver.goto('/cases')
  expect(new URL(leaver.url()).pathname).toBe('/sign-in')
})

test('the privacy officer reads the week’s changes and goes through a body’s people', async ({ as }) => {
  const page = await as('노을기')
  await open(page, '/people/rights')
  await checkPage(page)
  await expect(page.getByRole('row', { name: /반소담/ }).first()).toBeVisible()
  await page.getByRole('link', { name: '분기 확인' }).click()
  await page.waitForURL(/\/people\/attestation$/)
  await checkPage(page)
  await page.getByRole('link', { name: '가람솔초' }).click()
  await page.waitForURL(/\/attestation\/[0-9a-f-]+/)
  await checkPage(page)
  await page.getByText('임보라').click()
  await page.getByLabel('살펴본 것').fill('명단과 맞아요')
  await page.getByRole('button', { name: '확인했어요' }).click()
  await page.waitForURL(/\/people\/attestation\?quarter=/)
  await expect(page.getByRole('row', { name: /가람솔초/ })).toContainText('다시 물어볼 사람')
})
