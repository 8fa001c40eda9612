import type { Page } from '@playwright/test'
import { checkPage, expect, open, openCase, test } from './fixture.ts'

/* A case is followed by several people at once: each sees what others write, as far as it is hers to see. */

/** A case that no other journey changes: the same world is walked by all of them, two at a time. */
const child = '문시우'

/** Opens the case and waits until the page follows it. */
async function follow(page: Page): Promise<void> {
  const channel = page.waitForResponse((response) => response.url().includes('/api/live') && response.status() === 200)
  await openCase(page, child)
  await channel
}

async function write(page: Page, text: string, domain: string): Promise<void> {
  await page.getByLabel('무엇을 보거나 들었나요?').fill(text)
  await page.getByText('누구와 나눌지, 깊이와 영역 정하기').click()
  await page.getByRole('combobox', { name: '영역' }).selectOption(domain)
  await page.locator('form').getByRole('button', { name: '기록하기' }).click()
}

const unique = (text: string) => `${text} ${Date.now()}`

test('what one writes the other sees within a second, and whoever may not know of it does not', async ({ as }) => {
  const [writer, reader, partner] = [await as('임보라'), await as('한결우'), await as('엄지안')]
  for (const page of [writer, reader, partner]) await follow(page)
  await reader.evaluate(() => Object.assign(window, { neverReloaded: true }))

  const money = unique('어머니 월급날이 바뀌었대요')
  const sent = writer.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('/cases/'))
  await write(writer, money, '경제·생활')
  await sent
  await expect(reader.getByText(money)).toBeVisible({ timeout: 1_000 })
  await expect(reader.getByRole('status').filter({ hasText: '새 기록 1개' })).toBeAttached()
  expect(await reader.evaluate(() => 'neverReloaded' in window)).toBe(true)

  // The children's centre is told of care alone: the first of two notes that reaches it is the second.
  const meals = unique('급식실에서 아침을 먹고 갔어요')
  await expect(writer.getByLabel('무엇을 보거나 들었나요?')).toHaveValue('')
  await write(writer, meals, '돌봄·결식')
  await expect(partner.getByText(meals)).toBeVisible()
  await expect(partner.getByText(money)).toHaveCount(0)
  await expect(reader.getByText(meals)).toHaveCount(1)
})

test('what is being read stays where it is', async ({ as }) => {
  const [writer, reader] = [await as('임보라'), await as('한결우')]
  for (const page of [writer, reader]) await follow(page)
  const entry = reader.locator('.ev').nth(8)
  await entry.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const before = await entry.boundingBox()
  const id = await entry.getAttribute('id')

  const text = unique('복도에서 웃으며 인사했어요')
  await write(writer, text, '전반')
  await expect(reader.getByText(text)).toBeAttached()
  const after = await reader.locator(`[id="${id}"]`).boundingBox()
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2)

  await reader.getByRole('button', { name: '새 기록 1개' }).click()
  await expect(reader.getByText(text)).toBeInViewport()
  await expect(reader.getByRole('button', { name: '새 기록 1개' })).toHaveCount(0)
})

test('whose turn it is changes at the top of the page', async ({ as }) => {
  const [writer, reader] = [await as('임보라'), await as('한결우')]
  await follow(reader)
  await openCase(writer, child)
  await writer.getByRole('button', { name: '이 사례에서 하기' }).click()
  await writer.getByRole('link', { name: '다음 할 일 정하기' }).click()
  const next = unique('보호자와 방문 날짜 정하기')
  await writer.getByLabel('다음 할 일').fill(next)
  await writer.getByRole('button', { name: '저장하기' }).click()
  await expect(reader.locator('#case-head').getByText(next)).toBeVisible()
})

test('without scripts a note is written too, and nothing that was typed is lost', async ({ as }) => {
  const page = await as('임보라', { script: false })
  await open(page, '/cases')
  await page.locator('main').getByRole('link', { name: child }).first().click()
  const text = unique('스크립트 없이 적어요')
  await page.getByLabel('무엇을 보거나 들었나요?').fill(`${text} 140521-3123456`)
  await page.locator('form').getByRole('button', { name: '기록하기' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('주민등록번호')
  await expect(page.getByLabel('무엇을 보거나 들었나요?')).toHaveValue(`${text} 140521-3123456`)
  await page.getByLabel('무엇을 보거나 들었나요?').fill(text)
  await page.locator('form').getByRole('button', { name: '기록하기' }).click()
  await expect(page.locator('.ev').filter({ hasText: text })).toHaveCount(1)
  await expect(page.getByLabel('무엇을 보거나 들었나요?')).toHaveValue('')
})

test('one mends what one wrote, and adds to what others wrote', async ({ as }) => {
  const page = await as('임보라')
  await openCase(page, child)
  const text = unique('오타가 있서요')
  await write(page, text, '전반')
  await page.locator('.ev').filter({ hasText: text }).getByRole('link', { name: '고치기' }).click()
  await checkPage(page)
  await page.getByLabel('무엇을 보거나 들었나요?').fill(text.replace('있서요', '있어요'))
  await page.getByRole('button', { name: '고쳐서 저장' }).click()
  await expect(page.locator('.ev').filter({ hasText: text.replace('있서요', '있어요') })).toContainText('고침')

  await page.locator('.ev').filter({ hasText: '엄지안' }).getByRole('link', { name: '덧붙이기' }).first().click()
  await page.getByLabel('덧붙일 내용').fill(unique('학교에서도 같은 이야기를 들었어요'))
  await page.getByRole('button', { name: '덧붙이기' }).click()
  await expect(page.locator('.ev').filter({ hasText: '기록에 덧붙였어요' }).first()).toBeVisible()
})

for (const reader of [{ phone: true }, { locale: 'en', dark: true }] as const) {
  test(`case and caseload hold what every page must: ${JSON.stringify(reader)}`, async ({ as }) => {
    const page = await as('진서율', reader)
    await open(page, '/cases')
    await checkPage(page)
    await page.locator('main table').getByRole('link').first().click()
    await page.locator('#timeline').waitFor()
    await checkPage(page)
    await page.locator('.case-deeds button').click()
    await checkPage(page)
    await page.keyboard.press('Escape')
    await page.locator('.tl-more summary').click()
    await page.locator('#note-body').focus()
    await page.locator('.compose .disclosure summary').click()
    await checkPage(page)
  })
}
