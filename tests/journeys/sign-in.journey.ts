import { demoPassword } from '#prisma/seed/cast.ts'
import { awake, checkPage, emailOf, enter, expect, open, test } from './fixture.ts'

const counsellor = '윤채담'
/** Changes her language, which her account remembers: nobody else's story. */
const reader = '진서율'

test('a counsellor signs in with e-mail and password, and out again', async ({ visitor }) => {
  const page = await visitor()
  await open(page, '/sign-in')
  await expect(page).toHaveTitle('로그인 · 한아이')
  await checkPage(page)
  await page.getByLabel('이메일').fill(emailOf(counsellor))
  await page.getByLabel('비밀번호').fill(demoPassword)
  await page.getByRole('button', { name: '로그인하기' }).click()
  await page.waitForURL('/')
  await expect(page.getByRole('banner').getByText(counsellor)).toBeVisible()
  await checkPage(page)

  await page.getByRole('button', { name: '로그아웃' }).click()
  await page.waitForURL('/sign-in')
  await page.goBack()
  await expect(page, 'what was left behind does not open again').toHaveURL(/\/sign-in/)
})

test('signing in anew in the same browser ends the session before', async ({ visitor, baseURL }) => {
  const page = await visitor()
  const tab = await page.context().newPage()
  await open(tab, '/sign-in')
  await enter(page, counsellor)
  const before = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const asked = async () => (await fetch(`${baseURL}/`, { headers: { cookie: before }, redirect: 'manual' })).status
  expect(await asked()).toBe(200)
  await tab.locator(`button[name=email][value="${emailOf(reader)}"]`).click()
  await tab.waitForURL((url) => url.pathname !== '/sign-in')
  expect(await asked(), 'the cookie of before opens nothing').toBe(307)
})

test('a wrong password says so, keeps the address and lets nobody in', async ({ visitor }) => {
  const page = await visitor()
  await open(page, '/sign-in')
  await page.getByRole('button', { name: '로그인하기' }).click()
  await expect(page.getByRole('main').getByRole('alert').getByRole('link')).toHaveCount(2)

  await page.getByLabel('이메일').fill('someone@demo.example')
  await page.getByLabel('비밀번호').fill('a guess')
  await page.getByRole('button', { name: '로그인하기' }).click()
  await expect(page.getByText('이메일이나 비밀번호가 맞지 않아요. 다시 확인해 주세요.')).toBeVisible()
  await expect(page.getByLabel('이메일')).toHaveValue('someone@demo.example')
  await expect(page).toHaveURL('/sign-in')
  await checkPage(page)
})

test('one press is enough in the demo, on a phone too', async ({ visitor }) => {
  const page = await visitor({ phone: true })
  await open(page, '/sign-in')
  await checkPage(page)
  await enter(page, counsellor)
  await awake(page)
  await expect(page.getByRole('navigation', { name: '바로 가기 메뉴' })).toBeVisible()
  await checkPage(page)
})

test('the door speaks the language of the browser', async ({ visitor }) => {
  const page = await visitor({ locale: 'en' })
  await open(page, '/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await checkPage(page)
})

test('the language changes where one is, and stays', async ({ visitor }) => {
  const page = await visitor()
  await open(page, '/sign-in?next=%2Fsettings')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await enter(page, reader, '/settings')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: '한국어' }).click()
  await expect(page).toHaveURL('/settings')
  await expect(page.getByRole('button', { name: '로그아웃' })).toBeVisible()
})

test('whoever was signed out elsewhere comes back to the page she was on', async ({ visitor }) => {
  const page = await visitor()
  await enter(page, counsellor)
  const elsewhere = await page.context().newPage()
  await elsewhere.goto('/')
  await elsewhere.getByRole('button', { name: '로그아웃' }).click()
  await elsewhere.waitForURL('/sign-in')

  await page.goto('/settings')
  await expect(page).toHaveURL('/sign-in?next=%2Fsettings')
  await enter(page, counsellor, '/settings')
  await expect(page).toHaveURL('/settings')
})

test('nobody is led to another site after signing in', async ({ visitor }) => {
  const page = await visitor()
  await enter(page, counsellor, '//elsewhere.example/')
  await expect(page).toHaveURL('/')
})

test('all of it works without scripts', async ({ visitor }) => {
  const page = await visitor({ script: false })
  await page.goto('/sign-in?next=%2Fsettings')
  await page.getByLabel('이메일').fill(emailOf(reader))
  await page.getByLabel('비밀번호').fill('a guess')
  await page.getByRole('button', { name: '로그인하기' }).click()
  await expect(page.getByText('이메일이나 비밀번호가 맞지 않아요. 다시 확인해 주세요.')).toBeVisible()
  await expect(page.getByLabel('이메일')).toHaveValue(emailOf(reader))
  await page.getByLabel('비밀번호').fill(demoPassword)
  await page.getByRole('button', { name: '로그인하기' }).click()
  await expect(page).toHaveURL('/settings')
  await page.getByRole('banner').getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL('/settings')
  await page.getByRole('banner').getByRole('button', { name: '한국어' }).click()
  await page.getByRole('button', { name: '로그아웃' }).click()
  await expect(page).toHaveURL('/sign-in')
})
