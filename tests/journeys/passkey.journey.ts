import type { Page } from '@playwright/test'
import { awake, checkPage, enter, expect, open, phone, speakEnglish, test } from './fixture.ts'

/* A passkey, made and used by a real browser with an authenticator of its own. */

const person = '설아인'

/** What a laptop has built in: it keeps passkeys, and its person's finger is always right. */
async function authenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return { finger: (right: boolean) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: right }) }
}

test('she makes one, signs in with it alone and beside the password, and removes it', async ({ visitor }) => {
  const page = await visitor({ locale: 'en' })
  await speakEnglish(page)
  const { finger } = await authenticator(page)
  await enter(page, person)
  await open(page, '/sign-in/set-up?next=%2Fsettings')
  await checkPage(page)
  await page.getByLabel('Name of the passkey').fill('the laptop of the office')
  await page.getByRole('button', { name: 'Make a passkey on this device' }).click()
  await page.waitForURL(/codes/)
  await awake(page)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.waitForURL('/settings')
  await expect(page.getByText('the laptop of the office', { exact: true })).toBeVisible()
  await awake(page)
  await checkPage(page)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('/sign-in')
  await awake(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL('/')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.setViewportSize(phone)
  await enter(page, person)
  await page.waitForURL('/sign-in/second')
  await awake(page)
  await checkPage(page)
  await finger(false)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('The passkey was not accepted. Please try again.').first()).toBeVisible()
  await finger(true)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL('/')

  await open(page, '/settings')
  await page.getByRole('button', { name: 'Remove the laptop of the office' }).click()
  await expect(page.getByText('None yet.', { exact: false })).toBeVisible()
})
