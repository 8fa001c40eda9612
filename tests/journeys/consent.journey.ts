import type { Page } from '@playwright/test'
import { addSignedPaper, awake, checkPage, expect, open, openCase, phone, test } from './fixture.ts'

/* Story A7: what an NGO's worker sees of a case, and what she does not, follows the consent from one minute to the next. */

const child = '박이든'
/** Whose guardian takes her consent back: a child whom no other journey, at the same time, follows. */
const another = '최나을'
const ngo = '한걸음나눔재단'
const econ = '전기는 열흘 전 체납으로 끊겼고'
const care = '저녁은 컵라면으로 먹는 날이 많대요'

test.describe.configure({ mode: 'serial' })

/** The address of the child's case, as somebody sees it who may. */
async function addressOf(page: Page, whose = child): Promise<string> {
  await openCase(page, whose)
  return new URL(page.url()).pathname
}

const card = (page: Page) => page.getByRole('region', { name: ngo })
const written = (page: Page) => page.locator('.ev-body').allTextContents()
const searched = async (page: Page, whose = child) => (await page.request.get(`/api/search?q=${encodeURIComponent(whose)}`)).text()

async function letIn(page: Page, address: string, name: string): Promise<void> {
  await open(page, `${address}/members`)
  const who = page.getByLabel('누구를 더할까요?')
  await who.selectOption(await who.locator('option', { hasText: name }).getAttribute('value'))
  await page.getByRole('button', { name: '팀에 더하기' }).click()
  await expect(page.getByRole('row', { name })).toBeVisible()
}

test('before she is let in, the worker finds no case, consent or not', async ({ as }) => {
  const address = await addressOf(await as('강모아'))
  const page = await as('도서진')
  expect((await page.goto(address))?.status()).toBe(404)
  expect((await page.goto(`${address}/sharing`))?.status()).toBe(404)
  await open(page, '/cases')
  await expect(page.getByRole('link', { name: child })).toHaveCount(0)
  expect(await searched(page)).not.toContain(child)
})

test('the lead sees beforehand what the worker will find, lets her in, and that is what she finds', async ({ as }) => {
  const lead = await as('강모아')
  const address = await addressOf(lead)
  await open(lead, `${address}/sharing`)
  await expect(card(lead).getByText('지금 볼 수 있어요')).toBeVisible()
  await checkPage(lead)

  await card(lead).getByRole('link', { name: '무엇을 보나요?' }).click()
  await expect(lead.getByRole('heading', { name: '무엇을 보게 되나요?' })).toBeVisible()
  await awake(lead)
  await expect(lead.getByText(econ)).toBeVisible()
  await expect(lead.getByText(care)).toHaveCount(0)
  await checkPage(lead)
  const foretold = await written(lead)

  await letIn(lead, address, '도서진')
  const worker = await as('도서진')
  await openCase(worker, child)
  expect(await written(worker)).toEqual(foretold)
  await expect(worker.getByText(econ)).toBeVisible()
  await expect(worker.getByText(care)).toHaveCount(0)
  await expect(worker.getByText(/동의한 항목 밖이라 보이지 않아요/).first()).toBeVisible()
  await checkPage(worker)
})

test('of plan and help she sees what is about money, and nothing of the rest', async ({ as }) => {
  const page = await as('도서진', { phone: true })
  await openCase(page, child)
  await expect(page.getByText('저녁마다 밥과 불이 있다').first()).toBeVisible()
  await expect(page.getByText('주 4일 이상 학교에 온다')).toHaveCount(0)
  await expect(page.getByText('위기아동 긴급 생계·의료·주거비(NGO)').first()).toBeVisible()
  await expect(page.getByText('아동급식(아동급식카드·도시락)')).toHaveCount(0)
  expect(page.viewportSize()).toEqual(phone)
  await checkPage(page)
})

test('a guardian takes consent back, without a script, and her very next page is gone', async ({ as }) => {
  const counsellor = await as('송가비')
  await letIn(counsellor, await addressOf(counsellor, another), '도서진')
  const worker = await as('도서진')
  const address = await addressOf(worker, another)

  const lead = await as('송가비', { script: false })
  await lead.goto(`${address}/sharing`)
  await card(lead).getByRole('row', { name: /보호자/ }).getByRole('link', { name: '동의 거두기' }).click()
  await expect(lead.getByText(`지금 이 사례를 함께하는 ${ngo}의 사람`, { exact: false })).toContainText('도서진')
  await lead.getByRole('radio', { name: '찾아와서' }).check()
  await lead.getByRole('button', { name: '동의 거두기' }).click()
  await lead.waitForURL(`**${address}/sharing/affected?**`)
  await expect(lead.getByText(`${ngo}에서는 이제 이 사례를 볼 수 없어요.`)).toBeVisible()
  await lead.goto(`${address}/sharing`)
  await expect(card(lead).getByText('지금은 볼 수 없어요')).toBeVisible()
  await expect(card(lead).getByText('거둠', { exact: true })).toBeVisible()

  expect((await worker.goto(address))?.status()).toBe(404)
  await open(worker, '/cases')
  await expect(worker.getByRole('link', { name: another })).toHaveCount(0)
  expect(await searched(worker, another)).not.toContain(another)
  await lead.goto(`${address}/members`)
  await expect(lead.getByRole('row', { name: /도서진/ })).toContainText('지금은 볼 수 없음')
})

test('agreed to anew, it is open again, and the ledger keeps every answer', async ({ as }) => {
  const lead = await as('송가비')
  const address = await addressOf(lead, another)
  await open(lead, `${address}/sharing`)
  await card(lead).getByRole('link', { name: '새 답 기록하기' }).click()
  await expect(lead.getByRole('heading', { name: `${ngo}에 알려도 되나요?` })).toBeVisible()
  await awake(lead)

  // Sent too soon: it says what is missing and keeps what was entered.
  await lead.getByRole('radio', { name: '보호자' }).check()
  await lead.getByRole('radio', { name: /^동의했어요/ }).check()
  await lead.getByRole('button', { name: '기록하기' }).click()
  await expect(lead.locator('main').getByRole('alert')).toContainText('어떻게 확인했나요?')
  await expect(lead.getByRole('radio', { name: '보호자' })).toBeChecked()
  await checkPage(lead)

  const guardian = lead.getByLabel('어느 보호자인가요?')
  await guardian.selectOption(await guardian.locator('option', { hasText: '최명진' }).getAttribute('value'))
  await lead.getByRole('radio', { name: '서면' }).check()
  await lead.getByLabel('보호자인지 어떻게 확인했나요?').selectOption('IN_PERSON')
  await lead.getByRole('button', { name: '기록하기' }).click()
  await expect(lead.locator('main').getByRole('alert')).toContainText('서명한 종이를 찍거나 스캔해')
  await addSignedPaper(lead)
  await lead.getByRole('button', { name: '기록하기' }).click()
  await lead.waitForURL(`**${address}/sharing`)
  const [paper] = await Promise.all([lead.waitForEvent('download'), card(lead).getByRole('row', { name: /보호자/ }).first().getByRole('link', { name: '서명한 종이 내려받기' }).click()])
  expect(paper.suggestedFilename()).toBe('consent.png')
  await expect(card(lead).getByText('지금 볼 수 있어요')).toBeVisible()
  await expect(card(lead).getByText('이전 답 1건')).toBeVisible()

  const worker = await as('도서진')
  expect((await worker.goto(address))?.status()).toBe(200)
})

test('as the year begins a class is asked at once: printed, photographed and written down in one press, by telephone', async ({ as }) => {
  test.slow()
  const page = await as('송가비', { phone: true })
  await open(page, '/consents')
  await page.getByRole('link', { name: '한 반에 묻기' }).first().click()
  await page.getByRole('link', { name: '고1-5' }).click()
  await expect(page.getByText('누구의 가족에게 물을까요?')).toBeVisible()
  await awake(page)
  await checkPage(page)
  await page.locator('label', { hasText: ngo }).click()
  await page.getByLabel('무엇을 위해서인가요?').fill('학기 중에 도움을 빨리 잇기')
  await page.getByRole('group', { name: '어떤 내용을 알리려고 하나요?' }).locator('label', { hasText: '경제·생활' }).click()
  await page.getByRole('button', { name: '동의서 만들기' }).click()
  await expect(page.getByRole('heading', { name: /고1-5/ })).toBeVisible()
  await awake(page)
  await expect(page.getByText('0 / 1')).toBeVisible()
  await checkPage(page)
  const round = new URL(page.url()).pathname

  await open(page, `${round}/print`)
  await expect(page.locator('.sheet')).toHaveCount(1)
  await open(page, `${round}/answers`)
  await page.getByLabel('학생의 답').selectOption('GRANTED')
  await page.getByRole('button', { name: '모두 기록하기' }).click()
  await expect(page.locator('main').getByRole('alert')).toContainText('서명한 종이를 먼저 올려 주세요')
  await checkPage(page)

  await open(page, round)
  await addSignedPaper(page)
  await page.getByRole('button', { name: '올리기' }).click()
  await expect(page.getByRole('link', { name: '서명한 종이 내려받기' })).toBeVisible()
  await open(page, `${round}/answers`)
  for (const who of ['학생의 답', '보호자의 답']) await page.getByLabel(who).selectOption('GRANTED')
  await page.getByRole('button', { name: '모두 기록하기' }).click()
  await expect(page.getByText('모두 돌아왔어요.')).toBeVisible()
})
