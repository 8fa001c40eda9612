import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { demoPassword } from '#prisma/seed/cast.ts'
import { awake, checkPage, emailOf, enter, expect, open, phone, speakEnglish, test } from './fixture.ts'

/* Somebody sets up the codes of an app, signs in with them, loses her phone and uses a recovery code. */

const person = '우세령'
test.describe.configure({ mode: 'serial' })
let letters = ''
let recovery = ''

/** The code of this half minute, or of the next: one that was used does not count again. */
const code = (later = 0) => new TOTP({ secret: Secret.fromBase32(letters) }).generate({ timestamp: Date.now() + later * 30_000 })

async function password(page: Page, next = '') {
  await open(page, `/sign-in${next}`)
  await page.getByLabel('이메일').fill(emailOf(person))
  await page.getByLabel('비밀번호', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '로그인하기' }).click()
}

test('the app is set up on a phone, and the recovery codes are shown once', async ({ visitor }) => {
  const page = await visitor()
  await page.setViewportSize(phone)
  await enter(page, person, '/settings')
  await awake(page)
  await checkPage(page)
  await page.getByRole('link', { name: '두 번째 확인 더하기' }).click()
  await page.waitForURL(/set-up/)
  await awake(page)
  await checkPage(page)
  await page.getByRole('button', { name: '인증 앱 등록하기' }).click()
  await expect(page.getByRole('img', { name: 'QR' })).toBeVisible()
  await checkPage(page)
  await page.getByText('찍을 수 없으면').click()
  letters = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('앱에 보이는 숫자').fill('000000')
  await page.getByRole('button', { name: '등록 마치기' }).click()
  await expect(page.locator('#confirm .summary')).toContainText('맞지 않거나')
  await page.getByLabel('앱에 보이는 숫자').fill(code())
  await page.getByRole('button', { name: '등록 마치기' }).click()
  await page.waitForURL(/codes/)
  await expect(page.locator('li code')).toHaveCount(10)
  recovery = (await page.locator('li code').first().textContent()) ?? ''
  await checkPage(page)
  await page.getByRole('button', { name: '보관했어요' }).click()
  await page.waitForURL('/settings')
  await expect(page.getByText('쓸 수 있는 코드가 10개 남았어요.')).toBeVisible()
  await page.goto('/sign-in/codes')
  await expect(page.locator('li code')).toHaveCount(0)
})

test('from now on the password leads to one more step, which leads on to where she wanted', async ({ visitor }) => {
  const page = await visitor()
  await password(page, '?next=%2Fsettings')
  await page.waitForURL('/sign-in/second?next=%2Fsettings')
  await awake(page)
  await checkPage(page)
  await page.goto('/cases')
  await expect(page, 'nothing opens by the password alone').toHaveURL('/sign-in/second?next=%2Fcases')
  await page.goto('/sign-in/second?next=%2Fsettings')
  await awake(page)
  await page.getByLabel('인증 앱의 숫자나 복구 코드').fill(code(1))
  await page.getByRole('button', { name: '확인하고 들어가기' }).click()
  await page.waitForURL('/settings')
})

test('without the phone a recovery code lets her in once, in English and without script too', async ({ visitor }) => {
  const page = await visitor({ locale: 'en', script: false })
  await speakEnglish(page)
  const sign = async () => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(emailOf(person))
    await page.getByLabel('Password', { exact: true }).fill(demoPassword)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
    await page.getByLabel('Digits of the app, or a recovery code').fill(recovery)
    await page.getByRole('button', { name: 'Check and enter' }).click()
  }
  await sign()
  await expect(page).toHaveURL('/')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('/sign-in')
  await sign()
  await expect(page.locator('#second .summary')).toContainText('These are not right, or were used already.')
})
