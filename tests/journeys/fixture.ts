import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { localeCookie, type Locale } from '#lib/words/locale.ts'
import { cast } from '#prisma/seed/cast.ts'
import { signedPaper } from '#prisma/seed/paper.ts'

export { expect }

/** How somebody reads: Korean on a wide screen with scripts, unless said otherwise. */
export interface Reader {
  locale?: Locale
  /** 390 × 844, with a finger. */
  phone?: boolean
  /** false: a browser without scripts. */
  script?: boolean
  dark?: boolean
}

interface Stage {
  /** A page of her own browser, signed in. Cheap: she signs in once a worker. Do not sign out; for that, `enter` anew. */
  as: (name: string, reader?: Reader) => Promise<Page>
  /** A page of somebody who has not signed in. */
  visitor: (reader?: Reader) => Promise<Page>
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** What each open page has complained about so far. */
const complaints = new WeakMap<Page, string[]>()
const withoutScript = new WeakSet<Page>()
/** Who has signed in already, in this worker. */
const states = new Map<string, State>()

export const phone = { width: 390, height: 844 }
const wide = { width: 1280, height: 800 }

export const test = base.extend<Stage>({
  visitor: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (reader = {}) => {
      const context = await browser.newContext(optionsFor(reader))
      contexts.push(context)
      return watched(await context.newPage(), reader)
    })
    for (const context of contexts) await context.close()
  },

  as: async ({ browser, baseURL, visitor }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (name, reader = {}) => {
      let state = states.get(name)
      if (!state) {
        const page = await visitor()
        await enter(page, name)
        state = await page.context().storageState()
        states.set(name, state)
      }
      const context = await browser.newContext({ ...optionsFor(reader), storageState: state })
      contexts.push(context)
      await context.addCookies([{ name: localeCookie, value: reader.locale ?? 'ko', url: baseURL ?? '' }])
      return watched(await context.newPage(), reader)
    })
    for (const context of contexts) await context.close()
  },
})

/** Signs in by one press, from the sign-in page or `next`. */
export async function enter(page: Page, name: string, next = '/'): Promise<void> {
  await page.goto(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`)
  await page.locator(`button[name=email][value="${emailOf(name)}"]`).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** As if she had chosen it in this browser: her account would have it else. */
export async function speakEnglish(page: Page): Promise<void> {
  const url = test.info().project.use.baseURL ?? ''
  await page.context().addCookies([{ name: localeCookie, value: 'en', url }])
}

export function emailOf(name: string): string {
  const member = cast.find((one) => one.name === name)
  if (!member) throw new Error(`nobody of the cast is called ${name}`)
  return member.email
}

/** Goes to a path that must be there, and waits until scripts have taken over. */
export async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(path)
  expect(response?.status(), `${path} answers`).toBe(200)
  await awake(page)
}

/** The case of a child, by way of the list of cases. */
export async function openCase(page: Page, child: string): Promise<void> {
  await openFrom(page, '/cases', child)
}

async function openFrom(page: Page, list: string, child: string): Promise<void> {
  await open(page, list)
  await page.locator('main').getByRole('link', { name: child }).first().click()
  await page.waitForURL((url) => url.pathname.startsWith(`${list}/`))
  await awake(page)
}

/** A press before this would be a plain one; afterwards it is the script's. */
export async function awake(page: Page): Promise<void> {
  if (!withoutScript.has(page)) await page.locator('html[data-awake]').waitFor({ state: 'attached' })
}

/** Chooses a photograph of a signed paper in the form that is open. */
export async function addSignedPaper(page: Page): Promise<void> {
  const { name, content } = await signedPaper()
  await page.getByLabel('서명한 종이').setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(content) })
}

/** What must hold on every page: nothing for axe to find (WCAG 2.2 AA), no complaint of the browser's, nothing to scroll sideways. */
export async function checkPage(page: Page): Promise<void> {
  await awake(page)
  expect(await findings(page), `axe on ${page.url()}`).toEqual([])
  await checkWidth(page)
  expect(complaints.get(page) ?? [], `complaints on ${page.url()}`).toEqual([])
}

async function checkWidth(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `pixels to scroll sideways on ${page.url()} at ${page.viewportSize()?.width}`).toBeLessThanOrEqual(0)
}

/** Narrow it holds all that a page must, wide nothing scrolls sideways. It begins as it lies: turning it costs as much as drawing it. */
export async function checkBothWidths(page: Page, closely = true): Promise<void> {
  const lies = page.viewportSize()?.width === phone.width ? [phone, wide] : [wide, phone]
  for (const size of lies) {
    await page.setViewportSize(size)
    await (closely && size === phone ? checkPage(page) : checkWidth(page))
  }
}

/** Put into a page as it is: the builder of its makers puts a larger one into each page twice. */
const axeText = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeText)
  const { violations } = await page.evaluate((options) => (window as unknown as { axe: typeof axe }).axe.run(document, options), {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations' as const],
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`))
}

function optionsFor({ locale = 'ko', phone: small = false, script = true, dark = false }: Reader): BrowserContextOptions {
  return {
    locale: locale === 'ko' ? 'ko-KR' : 'en-GB',
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(small && { viewport: phone, hasTouch: true, isMobile: true }),
  }
}

function watched(page: Page, { script = true }: Reader): Page {
  const said: string[] = []
  complaints.set(page, said)
  if (!script) withoutScript.add(page)
  page.on('pageerror', ({ message }) => {
    // The fade between two pages is left out when the next one is slow to say that it wants it: nobody misses it.
    if (!message.startsWith('Transition was aborted')) said.push(message)
  })
  page.on('console', (message) => {
    // The answer to a form that was refused (422) or to an address that is not hers (404) is no mistake of the page.
    const answered = message.text().startsWith('Failed to load resource') && message.location().url === page.url()
    if (message.type() === 'error' && !answered) said.push(message.text())
  })
  return page
}
