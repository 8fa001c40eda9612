import { request } from '@playwright/test'
import { expect, test } from './fixture.ts'

/* What somebody finds who has not signed in and asks for what no page links to. */

const beside = [
  '/.git/HEAD', '/.git/config', '/.env', '/package.json', '/package-lock.json', '/next.config.ts', '/lib/core/env.ts', '/prisma/schema.prisma', '/server.js',
  '/data/secret', '/data/keys.json', '/.next/routes-manifest.json', '/_next/', '/_next/static/', '/_next/static/chunks/', '/_next/server/app/page.js',
  '/docs/security.md', '/metrics', '/debug', '/api', '/api/', '/api/auth/session', '/api/auth/signin', '/graphql', '/actuator', '/phpinfo.php', '/tests/world.ts',
  '/_next/static/..%2f..%2f..%2fpackage.json', '/..%2fpackage.json', '/%2e%2e/package.json', '/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75',
]

test('nothing that lies beside the pages is handed out: no source, no settings, no folder, no tool', async ({ baseURL }) => {
  const visitor = await request.newContext({ baseURL: baseURL ?? '', maxRedirects: 0 })
  const found: string[] = []
  for (const path of beside) {
    const answer = await visitor.get(path)
    const body = await answer.text()
    const led = answer.headers()['location'] ?? ''
    // To the sign-in page, or to the same address without its last stroke.
    if (answer.status() < 400 && !(answer.status() === 307 && led.startsWith('/sign-in')) && !(answer.status() === 308 && `${led}/` === path)) found.push(`${path} ${answer.status()}`)
    expect(body, path).not.toMatch(/repositoryformatversion|"dependencies"|generator client|Index of|\bat \w+ \(.*:\d+:\d+\)|node_modules/)
    expect(answer.headers(), path).not.toHaveProperty('x-powered-by')
    expect(answer.headers(), path).not.toHaveProperty('server')
  }
  expect(found).toEqual([])
  await visitor.dispose()
})

test('what the browser is given to run brings no map of the source along', async ({ visitor, baseURL }) => {
  const page = await visitor()
  const scripts: string[] = []
  page.on('response', (response) => void (response.url().endsWith('.js') && scripts.push(response.url())))
  await page.goto('/sign-in')
  expect(scripts.length).toBeGreaterThan(0)
  for (const url of scripts) {
    expect(new URL(url).origin).toBe(baseURL)
    const answer = await page.request.get(`${url}.map`)
    expect(answer.status(), url).toBe(404)
  }
})

test('each answer with a body says what it is, and with which letters', async ({ visitor }) => {
  const page = await visitor()
  for (const path of ['/sign-in', '/nowhere', '/cases', '/api/health', '/api/ready', '/icon.svg']) {
    const answer = await page.request.get(path)
    const kind = answer.headers()['content-type'] ?? ''
    expect(kind, path).toMatch(/^(text\/\w+|application\/json); ?charset=utf-8$|^image\/svg\+xml/i)
    expect(answer.headers()['x-content-type-options'], path).toBe('nosniff')
  }
})

test('signing out takes along what the browser kept, and the old cookie opens nothing', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/sign-in')
  await page.locator('button[name=email]').first().click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  const before = await page.context().cookies()
  expect(before.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite !== 'Lax')).toEqual([])

  const origin = new URL(page.url()).origin
  const answer = await page.request.post('/api/sign-out', { headers: { Origin: origin }, maxRedirects: 0 })
  expect(answer.headers()['clear-site-data']).toBe('"cache", "storage"')
  await page.context().clearCookies()
  await page.context().addCookies(before)
  await page.goto('/cases')
  await expect(page, 'a copy of the cookie is worth nothing').toHaveURL(/\/sign-in/)
})
