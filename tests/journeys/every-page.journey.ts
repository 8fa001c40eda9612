import type { Page } from '@playwright/test'
import { placesFor } from '#components/shell/places.ts'
import { cast } from '#prisma/seed/cast.ts'
import { students } from '#prisma/seed/students.ts'
import { checkBothWidths, expect, open, test, type Reader } from './fixture.ts'

/** One of each role. */
const people = ['문다희', '서강민', '노을기', '하도경', '차시온', '윤채담', '고은별', '남기훈', '정하람', '피하윤']
const rooms = [...new Map(cast.flatMap(placesFor).map((place) => [place.href, place])).values()]
const children = students.flatMap(({ name, en }) => [name, en])

const roleOf = (name: string) => cast.find((one) => one.name === name)?.role ?? 'ADMIN'

for (const [at, name] of people.entries()) {
  const menu = placesFor({ role: roleOf(name) })

  test(`${roleOf(name)}: no other room opens`, async ({ as }) => {
    const page = await as(name)
    const closed = rooms.filter(({ href }) => !menu.some((place) => place.href === href))
    for (const { href } of [...closed, { href: '/nowhere' }, { href: '/cases/019a0000-0000-7000-8000-000000000000' }]) {
      const answer = await page.request.get(href, { maxRedirects: 0 })
      expect(answer.status(), `${href} for ${name}`).toBe(404)
      expect(await answer.text(), 'what is not there and what is not hers look the same').toContain('찾을 수 없어요')
    }
  })

  // Each role in Korean or in English, in the light or in the dark, in turn: both looks are seen by half of them.
  const reader: Reader = at % 2 === 0 ? {} : { locale: 'en', dark: true, phone: true }

  test(`${roleOf(name)}: every room and one thing in it`, async ({ as }) => {
    test.slow()
    const page = await as(name, reader)
    for (const place of [...menu.map(({ href }) => href), '/settings']) {
      await visit(page, place, reader, name)
      // What lies in the rooms is looked at by kind, in Korean and in the light, in the journey of the forms.
      const thing = reader.dark && (await linksOn(page)).find((link) => place !== '/' && link.startsWith(`${place}/`) && templateOf(link) === `${place}/[id]`)
      if (thing) await visit(page, thing, reader, name)
    }
  })
}

async function visit(page: Page, path: string, { locale = 'ko' }: Reader, name: string) {
  await open(page, path)
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  await check(page, path, name)
}

/** What was looked at closely already: each room once in the light and once in the dark, the first page for each role. */
const looked = new Set<string>()

/** Each room closely once a look; its title names nobody. */
async function check(page: Page, path: string, as: string) {
  const look = path === '/' ? `${path} ${as}` : `${path} ${await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)}`
  await checkBothWidths(page, templateOf(path) === path && !looked.has(look))
  looked.add(look)
  const title = await page.title()
  expect(children.filter((child) => title.includes(child)), `the title ${title}`).toEqual([])
}

async function linksOn(page: Page): Promise<string[]> {
  const links = await page.locator('main a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return links.map((link) => link.split('#', 1)[0] ?? '').filter((link) => !link.startsWith('/api/'))
}

/** /cases/[id]/turn: pages that differ in nothing but the thing they are about, or how a list is narrowed. */
function templateOf(path: string): string {
  return (path.split('?', 1)[0] ?? '').replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}/g, '/[id]')
}
