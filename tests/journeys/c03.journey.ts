import type { Page } from '@playwright/test'
import { isoDay } from '#lib/words/days.ts'
import { addSignedPaper, awake, checkPage, expect, open, openCase, test } from './fixture.ts'

/*
 * The flagship story with a child of whom nobody has worried yet: from the nurse's phone to the charity's help, to the end
 * and the day it begins again. What 박이든's case tells in the demo world can be done by hand.
 */
const child = '양보름'
const worry = '급식비가 두 달 밀렸고 집에 불이 들어오지 않는다고 했어요.'
const request = '체납된 전기요금을 한 번 도와주세요. 구청 생계지원은 신청해 두었어요.'
const delivered = '체납된 전기요금을 냈어요. 어머니와 통화로 확인했어요.'

const day = (days: number) => isoDay(new Date(Date.now() + days * 86_400_000))
const timeline = (page: Page) => page.locator('main')
const goTo = (page: Page, path: RegExp) => page.waitForURL((url) => path.test(url.pathname))

test.describe.configure({ mode: 'serial' })

/** The address of the child's case, as somebody finds it who may. */
async function caseOf(page: Page): Promise<string> {
  await openCase(page, child)
  return new URL(page.url()).pathname
}

/** The address of the help the charity gives, by way of the case. */
async function supportOf(page: Page): Promise<string> {
  await openCase(page, child)
  return (await page.getByRole('link', { name: '위기아동 긴급 생계·의료·주거비(NGO)' }).first().getAttribute('href')) ?? ''
}

test('the nurse refers the child on her phone', async ({ as }) => {
  const nurse = await as('강모아', { phone: true })
  await open(nurse, '/referrals/new')
  await nurse.getByRole('searchbox', { name: '이름' }).fill('ㅇㅂㄹ')
  await nurse.getByRole('list', { name: '찾은 학생' }).getByRole('link', { name: new RegExp(`^${child} `) }).tap()
  await nurse.waitForURL(/\?student=/)
  await awake(nurse)
  await nurse.getByRole('checkbox', { name: '경제적 어려움', exact: true }).tap()
  await nurse.getByRole('checkbox', { name: '결식', exact: true }).tap()
  await nurse.getByRole('textbox', { name: '한 문장이면 돼요' }).fill(worry)
  await nurse.getByRole('radio', { name: '오늘 안에' }).tap()
  await nurse.getByRole('button', { name: '의뢰 보내기' }).tap()
  await goTo(nurse, /^\/referrals\/[0-9a-f-]{36}$/)
  await expect(nurse.getByText('담당 진서율')).toBeVisible()
})

test('the vice-principal receives it and opens a case, with a level, a lead and a next step', async ({ as }) => {
  const lead = await as('진서율')
  await open(lead, '/')
  await lead.getByRole('link', { name: new RegExp(`접수하기.*${child}`) }).first().click()
  await goTo(lead, /^\/referrals\//)
  await awake(lead)
  await lead.getByRole('button', { name: '접수하기' }).click()
  await expect(lead.getByText('접수했어요')).toBeVisible()
  await lead.getByRole('link', { name: '사례 열기' }).click()
  await goTo(lead, /^\/cases\/new$/)
  await awake(lead)
  await expect(lead.getByText(worry).first()).toBeVisible()
  await checkPage(lead)

  await lead.getByRole('radiogroup', { name: /^경제·생활/ }).getByRole('radio', { name: '3 · 즉시·집중 도움' }).check()
  await lead.getByRole('radiogroup', { name: /^돌봄·결식/ }).getByRole('radio', { name: '2 · 도움 필요' }).check()
  await lead.getByRole('group', { name: '위기도' }).getByRole('radio', { name: '고위험' }).check()
  const leads = lead.getByLabel('주담당', { exact: false }).first()
  await leads.selectOption(await leads.locator('option', { hasText: '강모아' }).getAttribute('value'))
  await lead.getByLabel('다음 할 일', { exact: false }).fill('보름이와 이야기하고 동의 구하기')
  await lead.getByLabel('언제까지').fill(day(1))
  const waits = lead.getByLabel('누구 차례인가요?')
  await waits.selectOption(await waits.locator('option', { hasText: '강모아' }).first().getAttribute('value'))
  await lead.getByRole('button', { name: '사례 열기' }).click()
  await goTo(lead, /^\/cases\/[0-9a-f-]{36}$/)
  await awake(lead)
  await expect(timeline(lead).getByText('사례를 열었어요 · 주담당 강모아')).toBeVisible()
  await expect(timeline(lead).getByText('지원을 의뢰했어요')).toBeVisible()
  await checkPage(lead)
})

test('the nurse sees the child, and writes where she reads', async ({ as }) => {
  const nurse = await as('강모아')
  await openCase(nurse, child)
  const composer = nurse.locator('form').filter({ has: nurse.getByLabel('무엇을 보거나 들었나요?') })
  await composer.getByLabel('무엇을 보거나 들었나요?').fill('보건실에서 보름이와 이야기했어요. 점심은 먹었고 오늘 잘 곳이 있어요.')
  await composer.locator('label', { hasText: '아동을 직접 봤어요' }).click()
  await composer.getByRole('button', { name: '기록하기' }).click()
  await expect(timeline(nurse).getByText('점심은 먹었고 오늘 잘 곳이 있어요.', { exact: false }).first()).toBeVisible()
})

test('student and guardian agree, and only then the charity can be asked', async ({ as }) => {
  const nurse = await as('강모아')
  const ofCase = await caseOf(nurse)
  await open(nurse, `${ofCase}/interventions/new?domain=ECON`)
  const grant = nurse.getByRole('listitem').filter({ hasText: '위기아동 긴급 생계·의료·주거비' })
  await expect(grant.getByText('동의가 필요해요')).toBeVisible()
  const consent = (await grant.getByRole('link', { name: /동의 기록하기/ }).getAttribute('href')) ?? ''

  for (const subject of ['학생', '보호자']) {
    await open(nurse, consent)
    await nurse.getByRole('group', { name: '누구의 답인가요?' }).getByLabel(subject, { exact: true }).check()
    if (subject === '보호자') {
      await nurse.getByLabel('어느 보호자인가요?').selectOption({ index: 1 })
      await nurse.getByLabel('보호자인지 어떻게 확인했나요?').selectOption({ index: 1 })
    }
    await nurse.getByLabel('동의했어요').check()
    await nurse.getByLabel('무엇을 위해서인가요?').fill('전기요금 지원 심사')
    await nurse.getByRole('group', { name: '어떤 내용을 알려도 되나요?' }).getByLabel('경제·생활', { exact: true }).check()
    await nurse.getByLabel('언제까지인가요?').fill(day(60))
    await nurse.getByLabel('서면').check()
    if (subject === '보호자') await nurse.getByLabel('이미 올린 종이').selectOption({ index: 1 })
    else await addSignedPaper(nurse)
    await nurse.getByLabel('확인한 내용').fill('설명을 듣고 서명했어요 (보건실 보관함 9번)')
    await nurse.getByRole('button', { name: '기록하기' }).click()
    await goTo(nurse, /\/sharing$/)
  }

  await open(nurse, `${ofCase}/interventions/new?domain=ECON`)
  await grant.getByRole('link', { name: '한걸음나눔재단에 부탁하기' }).click()
  await awake(nurse)
  await nurse.getByLabel('부탁하는 글').fill(request)
  await nurse.getByLabel('얼마나 자주').fill('한 번')
  await nurse.getByRole('button', { name: '부탁하기' }).click()
  await goTo(nurse, /^\/interventions\//)
  await expect(nurse.getByText('회신 대기')).toBeVisible()
})

test('the charity takes it on, helps, and everybody concerned reads it', async ({ as }) => {
  const nurse = await as('강모아')
  const ofCase = await caseOf(nurse)
  const support = await supportOf(nurse)
  const worker = await as('도서진', { phone: true })
  expect((await worker.goto(ofCase))?.status(), 'no case before the answer').toBe(404)
  await open(worker, '/')
  await worker.getByRole('link', { name: new RegExp(`답하기.*${child}`) }).tap()
  await goTo(worker, new RegExp(support))
  await awake(worker)
  await expect(worker.getByText(request)).toBeVisible()
  await worker.getByRole('button', { name: '맡기', exact: true }).tap()
  await expect(worker.getByText('시작 준비')).toBeVisible()

  await open(worker, ofCase)
  await expect(timeline(worker).getByText('동의한 항목 밖이라 보이지 않아요', { exact: false }).first()).toBeVisible()
  await open(worker, `${support}/session`)
  await worker.getByLabel('무엇을 했고 어땠나요?').fill(delivered)
  await worker.getByRole('button', { name: '기록하기' }).tap()
  await goTo(worker, new RegExp(`${support}$`))
  await expect(worker.getByText('진행 중').first()).toBeVisible()

  await open(nurse, ofCase)
  await expect(timeline(nurse).getByText(delivered)).toBeVisible()
})

test('a goal is set, the plan agreed with the family, and the goal rated', async ({ as }) => {
  const nurse = await as('강모아')
  const ofCase = await caseOf(nurse)
  await open(nurse, `${ofCase}/goals?set`)
  await nurse.getByLabel('무엇을 이루고 싶나요?').fill('저녁마다 불이 켜진다')
  await nurse.getByLabel('영역').selectOption({ label: '경제·생활' })
  const steps = ['전기가 끊겨 있다', '손전등으로 지낸다', '최소 전기가 들어온다', '전기가 온전히 들어온다', '두 달 동안 체납이 없다']
  for (const [index, name] of ['−2', '−1', '0', '+1', '+2'].entries()) await nurse.getByLabel(`${name} ·`).fill(steps[index] ?? '')
  await checkPage(nurse)
  await nurse.getByRole('button', { name: '목표 세우기' }).click()
  await goTo(nurse, /\/goals$/)
  await expect(nurse.getByRole('heading', { name: '저녁마다 불이 켜진다' }).first()).toBeVisible()

  await open(nurse, `${ofCase}/goals?agree`)
  await nurse.getByLabel('학생은 뭐라고 했나요?').fill('“숙제할 때 불이 있으면 좋겠어요.”')
  await nurse.getByLabel('보호자는 뭐라고 했나요?').fill('“다음 달부터는 나누어 내겠습니다.” (어머니)')
  await nurse.getByRole('button', { name: '이 계획으로 정하기' }).click()
  await goTo(nurse, /\/goals$/)
  await expect(nurse.getByText('강모아 님이 학생·보호자와 계획을 정했어요', { exact: false })).toBeVisible()

  await nurse.getByRole('link', { name: /점검하기/ }).first().click()
  await awake(nurse)
  await nurse.getByRole('radio', { name: '+1 · 전기가 온전히 들어온다' }).check()
  await nurse.getByRole('button', { name: '점검 저장' }).click()
  await expect(nurse.getByText('지금 +1 · 전기가 온전히 들어온다')).toBeVisible()
  await checkPage(nurse)
})

test('it does not close while help is open', async ({ as }) => {
  const lead = await as('진서율')
  const support = await supportOf(lead)
  const ofCase = await caseOf(lead)
  await open(lead, `${ofCase}/closure`)
  await expect(lead.getByText('아직 종결할 수 없어요')).toBeVisible()
  await checkPage(lead)

  const worker = await as('도서진')
  await open(worker, `${support}/completion`)
  await worker.getByLabel('목표를 이뤘어요').check()
  await worker.getByLabel('어떻게 도왔고 무엇이 달라졌나요?').fill('체납을 모두 냈고 전기가 다시 들어왔어요.')
  await worker.getByRole('button', { name: '마치기' }).click()
  await goTo(worker, new RegExp(`${support}$`))
})

test('it closes with what was reached, and opens again another day', async ({ as }) => {
  const lead = await as('진서율')
  const ofCase = await caseOf(lead)
  const worker = await as('도서진')
  await open(lead, `${ofCase}/closure`)
  await lead.getByLabel('목표를 이뤘어요').check()
  await lead.getByLabel('저녁마다 불이 켜진다').first().selectOption({ label: '+1 · 전기가 온전히 들어온다' })
  await lead.getByLabel('어떤 도움을 주었고 무엇이 달라졌나요?').fill('전기가 다시 들어왔고 급식비도 정리됐어요.')
  await lead.getByLabel('학생과 보호자의 이야기').fill('보름: “이제 숙제할 수 있어요.”')
  await checkPage(lead)
  await lead.getByRole('button', { name: '종결하기' }).click()
  await goTo(lead, new RegExp(`${ofCase}$`))
  await expect(lead.getByText('종결한 사례예요', { exact: false })).toBeVisible()
  await checkPage(lead)
  expect((await worker.goto(ofCase))?.status(), 'closing ends the charity’s look').toBe(404)

  await open(lead, `${ofCase}/reopening`)
  await lead.getByLabel('왜 다시 여나요?').fill('전기가 다시 끊겼다고 보름이가 알려 주었어요.')
  const leads = lead.getByLabel('주담당', { exact: false }).first()
  await leads.selectOption(await leads.locator('option', { hasText: '강모아' }).getAttribute('value'))
  await lead.getByLabel('다음 할 일', { exact: false }).fill('보름이 다시 만나기')
  await lead.getByLabel('언제까지').fill(day(1))
  const waits = lead.getByLabel('누구 차례인가요?')
  await waits.selectOption(await waits.locator('option', { hasText: '강모아' }).first().getAttribute('value'))
  await lead.getByRole('button', { name: '다시 열기' }).click()
  await goTo(lead, new RegExp(`${ofCase}$`))
  await expect(timeline(lead).getByText('사례를 다시 열었어요')).toBeVisible()
  await expect(timeline(lead).getByText('사례를 종결했어요')).toBeVisible()
  await checkPage(lead)

  const nurse = await as('강모아')
  await open(nurse, '/')
  await expect(nurse.getByText('보름이 다시 만나기')).toBeVisible()
  expect((await worker.goto(ofCase))?.status(), 'nobody comes back by herself').toBe(404)
})
