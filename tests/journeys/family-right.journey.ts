import { awake, checkPage, expect, open, openCase, test } from './fixture.ts'

/* Story A15: a guardian takes NGO sharing back at the counter. Sharing stops, what was told is listed for the family, and the plan shows what hangs on it. (A student's own request: refer.journey.ts.) */

const child = '박이레'
const ngo = '한걸음나눔재단'

test('a guardian withdraws at the counter: sharing stops, the family gets its list in its language, and the plan shows what is affected', async ({ as }) => {
  const lead = await as('강모아')
  await openCase(lead, child)
  const address = new URL(lead.url()).pathname
  await open(lead, `${address}/sharing`)
  const card = lead.getByRole('region', { name: ngo })
  await card.getByRole('row', { name: /보호자/ }).getByRole('link', { name: '동의 거두기' }).click()
  await expect(lead.getByText('가족에게 드릴 목록이 나와요', { exact: false })).toBeVisible()
  await awake(lead)
  await lead.getByRole('button', { name: '동의 거두기' }).click()
  await expect(lead.locator('main').getByRole('alert')).toContainText('어떻게 알려 왔나요?')
  await lead.getByRole('radio', { name: '찾아와서' }).check()
  await lead.getByRole('button', { name: '동의 거두기' }).click()
  await lead.waitForURL(`**${address}/sharing/affected?**`)

  await expect(lead.getByText(`${ngo}에서는 이제 이 사례를 볼 수 없어요.`)).toBeVisible()
  const help = lead.getByRole('region', { name: '남아 있는 지원' })
  await expect(help.getByText('조식·주말·방학 결식 지원(NGO)')).toBeVisible()
  await expect(help.getByRole('link', { name: '멈추기' }).first()).toBeVisible()
  await expect(lead.getByRole('region', { name: '영향을 받는 목표' }).getByText('아침')).toBeVisible()
  await checkPage(lead)

  // Whose turn it is, in one press.
  const next = lead.getByRole('region', { name: '다음 할 일' })
  await expect(next.getByLabel('다음 할 일')).toHaveValue(`${ngo}에서 맡은 지원을 멈추거나 다른 기관으로 옮기기`)
  await open(lead, '/')
  await expect(lead.getByText('동의를 거두거나 줄였는데 그 기관의 지원이 남아 있어요').first()).toBeVisible()

  await open(lead, `${address}/sharing`)
  await card.getByRole('link', { name: '제공 내역' }).click()
  const sheet = lead.locator('.sheet')
  await expect(sheet.getByRole('heading', { name: '개인정보 제공 내역' })).toBeVisible()
  // Other stories of this run may have opened it.
  await expect(sheet.getByRole('row', { name: /돌봄·결식/ }).first()).toContainText(/열어 본 기록이 없어요|일 열어 봄/)
  await checkPage(lead)
  for (const [language, title] of [['English', 'What was shared'], ['Tiếng Việt', 'Danh sách thông tin đã cung cấp'], ['简体中文', '个人信息提供清单'], ['Русский', 'Список переданных сведений']] as const) {
    await lead.getByRole('link', { name: language }).click()
    await expect(sheet.getByRole('heading', { name: title })).toBeVisible()
  }

  const worker = await as('도서진')
  expect((await worker.goto(address))?.status()).toBe(404)
  expect((await worker.goto(`${address}/sharing/affected?recipient=${new URL(lead.url()).searchParams.get('recipient')}`))?.status()).toBe(404)
})
