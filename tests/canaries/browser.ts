import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { findChromium } from '#scripts/testing/chromium.ts'
import { scan, type Leak } from './scan.ts'

/** A browser with a profile on the disk, of which all is kept that leaves a trace: addresses, titles, what was sent along, what was stored. */
export interface Traced {
  page: Page
  /** What stands where no name belongs. Of pages and what is posted nothing: there it belongs. */
  leaks: () => Promise<Leak[]>
  /** Ends it, and looks through every file it leaves. */
  left: () => Promise<Leak[]>
}

export async function traced(address: string): Promise<Traced> {
  const profile = mkdtempSync(join(tmpdir(), 'hanai-profile-'))
  const { executablePath, args, env } = findChromium()
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }), args, env: { ...process.env, ...env }, baseURL: address, locale: 'ko-KR', timezoneId: 'Asia/Seoul', reducedMotion: 'reduce',
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const found: Leak[] = []
  watch(context, found)
  return {
    page,
    leaks: async () => [...found, ...(await stored(page)), ...scan('cookies', JSON.stringify(await context.cookies()))],
    left: async () => {
      await context.close()
      const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
      const leaks = files.flatMap((file) => scan(file.slice(profile.length), readFileSync(file)))
      rmSync(profile, { recursive: true, force: true })
      return leaks
    },
  }
}

/** Addresses, what goes along with a question save what is posted, and headers of answers. */
function watch(context: BrowserContext, found: Leak[]) {
  context.on('request', (request) => {
    found.push(...scan('address', request.url()), ...scan('sent along', JSON.stringify(request.headers())))
  })
  context.on('response', (response) => {
    found.push(...scan('headers', JSON.stringify(response.headers())))
  })
  context.on('console', (message) => {
    found.push(...scan('console', message.text()))
  })
}

async function stored(page: Page): Promise<Leak[]> {
  const kept = await page.evaluate(async () => {
    const rows = <T>(request: IDBRequest<T>) => new Promise<T>((done, failed) => {
      request.addEventListener('success', () => done(request.result))
      request.addEventListener('error', () => failed(request.error ?? new Error('the store does not open')))
    })
    const databases: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await rows(indexedDB.open(name))
      for (const store of database.objectStoreNames) databases.push(name, store, await rows(database.transaction(store).objectStore(store).getAll()), await rows(database.transaction(store).objectStore(store).getAllKeys()))
      database.close()
    }
    const caches: unknown[] = []
    for (const name of await globalThis.caches.keys()) {
      const cache = await globalThis.caches.open(name)
      for (const request of await cache.keys()) caches.push(name, request.url, await (await cache.match(request))?.text())
    }
    return {
      title: document.title, address: location.href, history: history.state as unknown, window: window.name, cookie: document.cookie,
      local: Object.entries(localStorage), session: Object.entries(sessionStorage), databases, caches, workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    }
  })
  return Object.entries(kept).flatMap(([where, what]) => scan(where, JSON.stringify(what) ?? ''))
}
