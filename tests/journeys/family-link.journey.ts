import { awake, checkPage, expect, open, openCase, test } from './fixture.ts'

/* A family answers the consent form on its telephone, in Vietnamese: a link, a PIN told apart, a signature by finger, and nothing behind it. */

const child = '응우옌하린'
const ngo = '온기지역아동센터'

test('a guardian reads and answers F5 on her telephone in Vietnamese, and the ledger says so', async ({ as, visitor }) => {
  const lead = await as('윤채담')
  await openCase(lead, child)
  const address = new URL(lead.url()).pathname
  await open(lead, `${address}/sharing/form`)
  await expect(lead.getByRole('radio', { name: 'Tiếng Việt' })).toBeChecked()
  await lead.getByRole('checkbox', { name: ngo }).check()
  await lead.getByLabel('무엇을 위해서인가요?').fill('방과 후 저녁 돌봄')
  await lead.getByRole('checkbox', { name: '돌봄·결식' }).check()
  await lead.getByRole('checkbox', { name: /민감정보도 따로/ }).check()
  await lead.getByRole('button', { name: '동의서 만들기' }).click()
  await lead.waitForURL(/sharing\/form\/[0-9a-f-]{36}/)
  await expect(lead.locator('.sheet').getByRole('heading', { name: 'Giấy đồng ý cung cấp thông tin cá nhân' })).toBeVisible()
  await checkPage(lead)
  await lead.getByRole('radio', { name: /어머니/ }).check()
  await lead.getByRole('button', { name: '주소와 번호 만들기' }).click()
  const link = await lead.locator('[data-link]').textContent()
  const pin = (await lead.locator('[data-pin]').textContent()) ?? ''
  const { pathname, search } = new URL(link ?? '')

  const phone = await visitor({ phone: true })
  await open(phone, pathname + search)
  await expect(phone).toHaveTitle(/Giấy đồng ý do nhà trường gửi/)
  expect(await phone.content()).not.toContain(child)
  await checkPage(phone)
  await phone.getByLabel('Mã số 6 chữ số').fill(pin === '000000' ? '111111' : '000000')
  await phone.getByRole('button', { name: 'Mở giấy đồng ý' }).click()
  await expect(phone.getByText('Mã số không đúng', { exact: false }).first()).toBeVisible()
  await phone.getByLabel('Mã số 6 chữ số').fill(pin)
  await phone.getByRole('button', { name: 'Mở giấy đồng ý' }).click()
  await expect(phone.getByRole('heading', { name: 'Giấy đồng ý cung cấp thông tin cá nhân' })).toBeVisible()
  await awake(phone)
  await checkPage(phone)

  await phone.getByRole('button', { name: 'Gửi câu trả lời' }).click()
  await expect(phone.getByText('Xin chọn câu trả lời cho cơ quan này.').first()).toBeVisible()
  const answer = phone.getByRole('group', { name: /^Trả lời/ })
  await answer.getByRole('radio', { name: 'Tôi đồng ý', exact: true }).check()
  await phone.getByRole('group', { name: /Thông tin nhạy cảm/ }).getByRole('radio', { name: 'Tôi không đồng ý' }).check()
  await phone.getByRole('checkbox', { name: 'Tôi là người đại diện hợp pháp' }).check()
  await phone.getByLabel('Quan hệ với học sinh').fill('mẹ')
  const board = phone.locator('canvas')
  await board.scrollIntoViewIfNeeded()
  const box = await board.boundingBox()
  if (!box) throw new Error('there is no box to sign in')
  await phone.mouse.move(box.x + 30, box.y + 90)
  await phone.mouse.down()
  for (const [x, y] of [[80, 30], [120, 110], [180, 50], [240, 90]] as const) await phone.mouse.move(box.x + x, box.y + y, { steps: 4 })
  await phone.mouse.up()
  await phone.getByRole('button', { name: 'Gửi câu trả lời' }).click()
  await expect(phone.getByRole('heading', { name: 'Đã nhận câu trả lời' })).toBeVisible()
  await checkPage(phone)

  // The link is used up, and led nowhere else.
  await open(phone, pathname + search)
  await phone.getByLabel('Mã số 6 chữ số').fill(pin)
  await phone.getByRole('button', { name: 'Mở giấy đồng ý' }).click()
  await expect(phone.getByText('Mã số không đúng', { exact: false }).first()).toBeVisible()

  await open(lead, `${address}/sharing`)
  const card = lead.getByRole('region', { name: ngo })
  await expect(card.getByRole('row', { name: /보호자/ })).toContainText('전자')
  await expect(card.getByRole('row', { name: /보호자/ })).toContainText('민감정보 제외')
})
