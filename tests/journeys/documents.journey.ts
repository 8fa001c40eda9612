import sharp from 'sharp'
import { awake, checkPage, enter, expect, open, openCase, test } from './fixture.ts'

/* A paper comes to a case, with script and without, and goes out to whoever may read it. */

const photo = () => sharp({ create: { width: 400, height: 300, channels: 3, background: '#3a7' } }).withExif({ IFD0: { Make: 'CANARYCAMERA' } }).jpeg().toBuffer()
const pdf = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n')
const child = '김도율'

test.describe.configure({ mode: 'serial' })
let page = ''
let address = ''

test('the social worker adds a photograph, and her colleague downloads it without what was hidden in it', async ({ visitor, as }) => {
  const hers = await visitor()
  await enter(hers, '임보라')
  await openCase(hers, child)
  page = `${new URL(hers.url()).pathname}/documents`
  await open(hers, page)
  await checkPage(hers)
  await hers.getByLabel('파일', { exact: true }).setInputFiles({ name: '../방 사진.html', mimeType: 'text/html', buffer: await photo() })
  await hers.getByLabel('어떤 서류인가요?').selectOption({ label: '사진' })
  await hers.getByRole('button', { name: '올리기' }).click()
  const link = hers.getByRole('link', { name: '방 사진.jpg' })
  await expect(link).toBeVisible()
  await awake(hers)
  await checkPage(hers)
  address = (await link.getAttribute('href')) ?? ''

  const theirs = await as('한결우')
  const answer = await theirs.request.get(address)
  const { 'content-disposition': disposition, 'content-security-policy': policy, 'cache-control': cache, 'x-content-type-options': sniff, 'content-type': type } = answer.headers()
  expect([answer.status(), type, sniff, cache, policy]).toEqual([200, 'image/jpeg', 'nosniff', 'private, no-store', `default-src 'none'; sandbox`])
  expect(disposition).toMatch(/^attachment; filename="document\.jpg"/)
  expect((await answer.body()).includes('CANARYCAMERA')).toBe(false)
})

test('whoever has no part in the case finds neither page nor file', async ({ as }) => {
  for (const name of ['송가비', '노을기', '도서진']) {
    const theirs = await as(name)
    expect([(await theirs.request.get(page)).status(), (await theirs.request.get(address)).status()], name).toEqual([404, 404])
  }
})

test('without script a paper waits for its check; a program is refused with a reason, and may be taken back', async ({ as }) => {
  const hers = await as('임보라', { script: false })
  await open(hers, page)
  const send = async (name: string, buffer: Buffer) => {
    await hers.getByLabel('파일', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await hers.getByLabel('어떤 서류인가요?').selectOption({ label: '진단서·증명서' })
    await hers.getByRole('button', { name: '올리기' }).click()
  }
  await send('진단서.pdf', Buffer.from('MZ program'))
  await expect(hers.getByText('PDF, JPEG, PNG, WebP만 올릴 수 있어요')).toBeVisible()
  await send('진단서.pdf', pdf)
  const line = hers.getByRole('row', { name: /진단서\.pdf/ })
  await expect(line.getByText('검사 기다림')).toBeVisible()
  await expect(line.getByRole('link')).toHaveCount(0)
  await line.getByRole('button', { name: '거두기' }).click()
  await expect(hers.getByRole('row', { name: /진단서\.pdf/ })).toContainText('거두었어요')
})
