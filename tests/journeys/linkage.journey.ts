import type { Page } from '@playwright/test'
import { isoDay } from '#lib/words/days.ts'
import { addSignedPaper, awake, checkPage, expect, open, openCase, test } from './fixture.ts'

/* 오단비's case at 다온누리초: the nurse leads it, and the dong's welfare team has not heard of the child yet. */
const requester = '강모아'
const worker = '정하람'
const child = '오단비'

const day = (days: number) => isoDay(new Date(Date.now() + days * 86_400_000))

/** Writes down that the student, then her guardian, agrees that the team may be told about the family. */
async function agree(page: Page, subject: '학생' | '보호자') {
  await page.getByRole('group', { name: '누구의 답인가요?' }).getByLabel(subject, { exact: true }).check()
  if (subject === '보호자') {
    await page.getByLabel('어느 보호자인가요?').selectOption({ index: 1 })
    await page.getByLabel('보호자인지 어떻게 확인했나요?').selectOption({ index: 1 })
  }
  await page.getByLabel('동의했어요').check()
  await page.getByLabel('무엇을 위해서인가요?').fill('방학 동안의 가정방문과 돌봄')
  await page.getByLabel('언제까지인가요?').fill(day(90))
  await page.getByLabel('서면').check()
  if (subject === '보호자') await page.getByLabel('이미 올린 종이').selectOption({ index: 1 })
  else await addSignedPaper(page)
  await page.getByLabel('확인한 내용').fill('설명을 듣고 서명했어요')
  await page.getByRole('button', { name: '기록하기' }).click()
  await page.waitForURL((url) => url.pathname.endsWith('/sharing'))
}

test('A6: a welfare team takes on what it is asked with a day, and sees what the consent allows and no more', async ({ as }) => {
  test.slow()
  const nurse = await as(requester)
  await openCase(nurse, child)
  const casePath = new URL(nurse.url()).pathname
  const hidden = await nurse.locator('main').getByText('하루 시간표를 만들었어요').count()
  expect(hidden, 'the team itself reads the sensitive note').toBe(1)

  await test.step('without consent the team cannot be asked, and the page leads to the consent', async () => {
    await open(nurse, `${casePath}/interventions/new`)
    await nurse.getByRole('link', { name: '가족', exact: true }).click()
    await awake(nurse)
    await checkPage(nurse)
    const line = nurse.getByRole('listitem').filter({ hasText: '맞춤형복지팀 방문상담' }).getByRole('listitem').filter({ hasText: '나래동 복지팀' })
    await expect(line.getByText('동의가 필요해요')).toBeVisible()
    const consent = (await line.getByRole('link', { name: /동의 기록하기/ }).getAttribute('href')) ?? ''
    for (const subject of ['학생', '보호자'] as const) {
      await open(nurse, consent)
      await agree(nurse, subject)
    }
  })

  let supportPath = ''
  await test.step('with both consents it is asked, in words it reads as they stand', async () => {
    await open(nurse, `${casePath}/interventions/new?domain=FAMILY`)
    await nurse.getByRole('listitem').filter({ hasText: '맞춤형복지팀 방문상담' }).getByRole('link', { name: '나래동 복지팀에 부탁하기' }).click()
    await awake(nurse)
    await expect(nurse.getByText('맡기 전에는 사례의 기록, 가족, 위기도를 볼 수 없어요.')).toBeVisible()
    await checkPage(nurse)
    await nurse.getByLabel('부탁하는 글').fill('낮에 챙겨 줄 어른이 없어요. 한 번 찾아가 살펴봐 주세요.')
    await nurse.getByLabel('얼마나 자주').fill('주 1회')
    await nurse.getByLabel('예정 횟수').fill('4')
    await nurse.getByRole('button', { name: '부탁하기' }).click()
    await nurse.waitForURL((url) => url.pathname.startsWith('/interventions/'))
    supportPath = new URL(nurse.url()).pathname
    await expect(nurse.getByText('회신 대기')).toBeVisible()
    await checkPage(nurse)
  })

  const officer = await as(worker, { phone: true })
  await test.step('the worker finds it in her list; of the case she sees nothing yet', async () => {
    expect((await officer.goto(casePath))?.status()).toBe(404)
    await open(officer, '/')
    await officer.getByRole('link', { name: new RegExp(`답하기.*${child}`) }).click()
    await officer.waitForURL(supportPath)
    await awake(officer)
    await expect(officer.getByText('낮에 챙겨 줄 어른이 없어요.')).toBeVisible()
    await expect(officer.getByText('학생과 보호자의 동의 · 가족 항목', { exact: false })).toBeVisible()
    await checkPage(officer)
  })

  await test.step('one press with a day takes it on', async () => {
    await officer.getByLabel('언제 시작하나요?').fill(day(2))
    await officer.getByRole('button', { name: '맡기', exact: true }).click()
    await expect(officer.getByText('시작 준비')).toBeVisible()
    await checkPage(officer)
  })

  await test.step('whoever asked sees it on the shared timeline, with the day', async () => {
    await open(nurse, casePath)
    const entry = nurse.locator('main').getByText('맞춤형복지팀 방문상담·통합사례관리 지원을 맡기로 했어요')
    await expect(entry).toBeVisible()
    await expect(nurse.locator('main').getByText('정하람 님이 함께해요')).toBeVisible()
  })

  await test.step('the worker sees the case as far as the consent reaches: no health note, a lock with its reason', async () => {
    await open(officer, casePath)
    await expect(officer.locator('main').getByText('맞춤형복지팀 방문상담·통합사례관리 지원을 맡기로 했어요')).toBeVisible()
    await expect(officer.locator('main')).not.toContainText('하루 시간표를 만들었어요')
    await expect(officer.locator('main')).not.toContainText('병원 사회복지사')
    await expect(officer.locator('main').getByText('동의한 항목 밖이라 보이지 않아요', { exact: false }).first()).toBeVisible()
    await checkPage(officer)
  })

  await test.step('she meets the child, and everybody concerned can read it at once', async () => {
    await open(officer, `${supportPath}/session`)
    await checkPage(officer)
    await officer.getByLabel('아동을 직접 봤어요').check()
    await officer.getByLabel('무엇을 했고 어땠나요?').fill('집에서 단비와 이야기했어요. 방학에 함께 있을 어른을 찾아볼게요.')
    await officer.getByRole('button', { name: '기록하기' }).click()
    await officer.waitForURL(supportPath)
    await expect(officer.getByText('4회 가운데 1회 함께했어요')).toBeVisible()
    await open(nurse, casePath)
    await expect(nurse.locator('main').getByText('방학에 함께 있을 어른을 찾아볼게요.', { exact: false })).toBeVisible()
  })

  await test.step('the calendar of the case shows who does what in which week', async () => {
    await open(nurse, `${casePath}/interventions`)
    await expect(nurse.getByRole('row', { name: /맞춤형복지팀 방문상담/ })).toBeVisible()
    await checkPage(nurse)
  })
})

test('an agency answers without scripts too, and says why it cannot', async ({ as }) => {
  const page = await as('유나솔', { script: false })
  await open(page, '/interventions?of=ours&state=PROPOSED')
  await page.getByRole('link', { name: new RegExp(`답하기.*${child}`) }).click()
  await page.getByRole('link', { name: '맡기 어려워요' }).click()
  await page.getByRole('button', { name: '답하기' }).click()
  await expect(page.getByRole('main').getByRole('alert').getByRole('link', { name: '왜 어려운가요?: 하나를 골라 주세요.' })).toBeVisible()
  await page.getByLabel('자리가 없어요').check()
  await page.getByLabel('더 알려 줄 내용').fill('3월부터 자리가 나요.')
  await page.getByRole('button', { name: '답하기' }).click()
  await expect(page.getByText('맡기 어려움')).toBeVisible()
  await expect(page.getByText('3월부터 자리가 나요.')).toBeVisible()
})

test('the directory finds a service by a word, a need and a kind of agency', async ({ as }) => {
  const page = await as(worker)
  await open(page, '/directory')
  await checkPage(page)
  await page.getByLabel('이름이나 기관으로 찾기').fill('급식')
  await page.getByRole('button', { name: '찾기', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '아동급식' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '학교전담경찰관' })).toHaveCount(0)
  await checkPage(page)
})
