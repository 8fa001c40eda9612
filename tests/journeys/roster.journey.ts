import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { awake, checkPage, expect, open, test } from './fixture.ts'

const coordinator = '문다희'
const colleague = '배온유'

const csv = (name: string, ...lines: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`) })

/** A school with a child, a guardian and two lines that cannot be taken. */
const roster = [
  csv('orgs.csv', 'sourcedId,name,type', 'story-s,여울초등학교,school'),
  csv('users.csv', 'sourcedId,orgSourcedIds,role,givenName,familyName,agentSourcedIds,grades,주민등록번호',
    'story-1,story-s,student,노을,여,story-g,03,', 'story-g,,parent,바람,여,,,', 'story-2,nowhere,student,구름,여,,03,', 'story-3,story-s,wizard,안개,여,,,'),
]

async function send(page: Page, files: typeof roster) {
  await page.locator('input[type=file]').setInputFiles(files)
  // To the ear the file box is a button too
  await page.getByRole('button', { name: /올리고 가져오기|Upload and import/ }).click()
  await page.waitForURL(/\/roster\/[0-9a-f-]{36}/)
}

test('a coordinator uploads a roster, sees what came of it, and takes the lines to check home', async ({ as }) => {
  const page = await as(coordinator)
  await open(page, '/roster')
  await checkPage(page)
  await page.getByText('열마다 무엇을 뜻하나요?').click()
  await expect(page.getByText('학생 줄에는 보호자의 번호, 보호자 줄에는 학생의 번호를 적어요.')).toBeVisible()
  await checkPage(page)

  await send(page, roster)
  await expect(page.getByRole('heading', { name: /반영했어요|달라진 것이 없어요/ })).toBeVisible()
  await expect(page).toHaveTitle('명단 가져오기 결과 · 한아이')
  const issues = page.getByRole('table', { name: '확인할 줄' })
  await expect(issues.getByRole('row', { name: /이 학교 번호를 찾을 수 없어요.*users\.csv.*4/ })).toBeVisible()
  await expect(issues.getByRole('row', { name: /주민등록번호로 보이는 열이라 읽지 않았어요.*8번째 열/ })).toBeVisible()
  await checkPage(page)

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV로 내려받기' }).click()])
  expect(download.suggestedFilename()).toMatch(/^명단-확인할-줄-.*\.csv$/)
  expect((await readFile(await download.path(), 'utf8')).split('\r\n')).toEqual(expect.arrayContaining(['\uFEFF파일,줄,열,처리,까닭', 'users.csv,5,role,가져오지 않음,모르는 역할이에요.']))

  await page.getByRole('link', { name: /가져오지 못한 줄만/ }).click()
  await expect(page.getByRole('table', { name: '확인할 줄' }).getByRole('row')).toHaveCount(3)
  await page.getByRole('link', { name: '명단 가져오기' }).first().click()
  await expect(page.getByRole('table', { name: '가져온 기록' })).toContainText('2줄 가져오지 못함')
  await checkPage(page)
})

test('the example can be downloaded and uploaded as it is', async ({ as }) => {
  const page = await as(coordinator)
  await open(page, '/roster')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '예시 명단 내려받기' }).click()])
  await send(page, [{ name: 'example.zip', mimeType: 'application/zip', buffer: await readFile(await download.path()) }])
  await expect(page.getByText('모든 줄을 가져왔어요.')).toBeVisible()
  await checkPage(page)
})

test('what cannot be read is told in one sentence, and nothing has changed', async ({ as }) => {
  const page = await as(coordinator)
  await open(page, '/roster')
  await send(page, [{ name: 'roster.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04 and nothing more', 'latin1') }])
  await expect(page.getByText('zip 파일이 깨져 있어요. 다시 압축해서 올려 주세요.')).toBeVisible()
  await expect(page.getByText('학생과 학교 정보는 올리기 전 그대로예요.')).toBeVisible()
  await checkPage(page)
})

test('an upload can be stopped', async ({ as }) => {
  const page = await as(coordinator)
  await open(page, '/roster')
  // On its way for ever
  await page.route('**/api/roster', () => undefined)
  await page.locator('input[type=file]').setInputFiles(roster)
  await page.getByRole('button', { name: '올리고 가져오기' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: '그만 올리기' }).click()
  await expect(page.getByText('올리기를 그만두었어요. 아무것도 바뀌지 않았어요.')).toBeVisible()
  await expect(page.getByRole('button', { name: '올리고 가져오기' })).toBeEnabled()
  await checkPage(page)
})

test('all of it works without scripts', async ({ as }) => {
  const page = await as(colleague, { script: false })
  await page.goto('/roster')
  await send(page, roster)
  // Whoever is quicker than the import looks again
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('table', { name: '확인할 줄' })).toBeVisible({ timeout: 100 })
  }).toPass()
})

test('in English, on a phone', async ({ as }) => {
  const page = await as(colleague, { locale: 'en', phone: true })
  await open(page, '/roster')
  await checkPage(page)
  await send(page, roster)
  await expect(page.getByText('There is no school with this identifier.').first()).toBeVisible()
  await awake(page)
  await checkPage(page)
})

test('nobody else has this room', async ({ as }) => {
  const page = await as('고은별')
  for (const path of ['/roster', '/api/roster/018f0000-0000-7000-8000-000000000000']) expect((await page.request.get(path)).status()).toBe(404)
})
