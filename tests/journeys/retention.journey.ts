import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { runningDatabase } from '#scripts/database/running.ts'
import { awake, checkPage, expect, open, phone, test } from './fixture.ts'

/* What was written of a child goes when its time is over: two agree, the night does it, a certificate stays. */

test.describe.configure({ mode: 'serial' })
const child = '석다윤'
const data = process.env['JOURNEY_DATA'] ?? ''
let goes = ''
let stays = ''
let certificate = ''
let caseAddress = ''

const due = (page: Page, state: string) => page.locator('main table').first().getByRole('row').filter({ hasText: state })
const numberIn = async (page: Page, state: string) => (await due(page, state).getByRole('cell').first().textContent()) ?? ''
const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).click()
  await awake(page)
}

test('the head of the programme holds one case and asks for another to be destroyed; what is not said whole is asked again', async ({ as }) => {
  const page = await as('서강민')
  await open(page, '/cases?show=closed')
  caseAddress = (await page.locator('main').getByRole('link', { name: child }).first().getAttribute('href')) ?? ''
  await open(page, '/retention')
  await expect(due(page, '파기 보류')).toHaveCount(1)
  await expect(due(page, '기간 끝남')).toHaveCount(2)
  await expect(page.locator('main')).not.toContainText(child)
  await checkPage(page)

  await press(page, '파기 부탁하기')
  await expect(page.getByText('하나 이상 골라 주세요.').first()).toBeVisible()
  stays = (await due(page, '기간 끝남').last().getByRole('cell').first().textContent()) ?? ''
  await page.getByLabel('어느 사례인가요?').selectOption({ label: stays })
  await page.getByLabel('왜 보류하나요?').fill('짧아요')
  await press(page, '파기 보류하기')
  await expect(page.getByText('열 글자 이상 적어 주세요.').last()).toBeVisible()
  await expect(page.getByLabel('왜 보류하나요?')).toHaveValue('짧아요')
  await page.getByLabel('왜 보류하나요?').fill('감사에서 이 기록을 찾고 있어요')
  await press(page, '파기 보류하기')
  await expect(due(page, '파기 보류')).toHaveCount(2)

  goes = await numberIn(page, '기간 끝남')
  await page.getByRole('checkbox', { name: goes }).check()
  await expect(page.getByRole('checkbox', { name: stays })).toHaveCount(0)
  await press(page, '파기 부탁하기')
  await page.waitForURL(/\/retention\/[0-9a-f-]{36}$/)
  certificate = new URL(page.url()).pathname
  await expect(page.getByText('내가 부탁한 파기는 다른 분이 확인해요.')).toBeVisible()
  await expect(page.locator('#decide')).toHaveCount(0)
  await checkPage(page)
  expect((await page.request.get(caseAddress)).status()).toBe(200)
})

test('the privacy officer agrees on her phone, and begins to lift no hold; to others the page is not there', async ({ as }) => {
  const page = await as('노을기', { phone: true })
  await page.setViewportSize(phone)
  await open(page, '/retention')
  await expect(page.getByRole('button', { name: '보류 풀기 제안' })).toHaveCount(0)
  await checkPage(page)
  await open(page, certificate)
  await press(page, '답하기')
  await expect(page.getByText('하나를 골라 주세요.').first()).toBeVisible()
  await page.getByLabel('파기해요', { exact: true }).check()
  await press(page, '답하기')
  await expect(page.getByText('오늘 밤에 파기하고', { exact: false })).toBeVisible()
  await checkPage(page)
  for (const name of ['문다희', '권이안', '하도경']) {
    const other = await as(name)
    expect([(await other.request.get('/retention')).status(), (await other.request.get(certificate)).status()], name).toEqual([404, 404])
  }
})

test('by night the case goes with its keys; a certificate says so, and the record of access holds', async ({ as }) => {
  await tonight()
  const page = await as('노을기', { locale: 'en' })
  await expect(async () => {
    await open(page, certificate)
    await expect(page.getByRole('heading', { name: 'Certificate of destruction' })).toBeVisible({ timeout: 500 })
    // The keys go after the rows: the certificate says so when they are gone.
    await expect(page.locator('.sheet')).toContainText('Keys of sealed records and documents removed', { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await expect(page.locator('.sheet')).toContainText(goes)
  await expect(page.locator('.sheet')).not.toContainText(child)
  await expect(page.locator('.watermark text')).toContainText('Noh Eulgi')
  await checkPage(page)
  const lead = await as('서강민')
  expect((await lead.request.get(caseAddress)).status()).toBe(404)
  await open(lead, '/retention')
  await expect(lead.locator('main')).toContainText(stays)
  // Nothing of what an earlier file may have left in this process.
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/audit-verify.ts'], { env: { PATH: process.env['PATH'], NODE_ENV: 'production', HANAI_DATA: data } })
  expect(stdout).toMatch(/^✓ .* entries/m)
})

/** The clock strikes: as the owner of the queue. */
async function tonight() {
  const running = await runningDatabase(data)
  const owner = new pg.Client({ connectionString: running?.urls.migrate, options: '-c role=hanai_owner' })
  await owner.connect()
  await owner.query(`select app.enqueue('retention.destroy')`)
  await owner.end()
}
