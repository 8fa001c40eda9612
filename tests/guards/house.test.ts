import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { policy } from '#lib/access/policy.ts'
import { tasks } from '#lib/jobs/tasks.ts'
import { noticeKinds } from '#lib/notices/notice.ts'
import { events } from '#lib/timeline/events.ts'
import { en } from '#lib/words/en.ts'
import { ko } from '#lib/words/ko.ts'
import { broughtAlong, files, matching, read } from './source.ts'

/** Rules of the house that no tool knows; each names what breaks it. */
const pages = files('app/(signed-in)/**/page.tsx')
const actions = files('app/**/actions.ts')
const ours = files('{app,components,lib}/**/*.{ts,tsx}')

test('there are pages, actions and files to look at', () => {
  expect([pages.length > 5, actions.length > 3, ours.length > 200]).toEqual([true, true, true])
})

test('the database driver is spoken to in core, and by what listens and works beside the pages', () => {
  expect(matching(/^import (?!type)[^\n]*from 'pg'/m, ours)).toEqual(['lib/core/identity-door.ts', 'lib/jobs/run.ts', 'lib/timeline/listen.ts'])
  expect(matching(/^import (?!type)[^\n]*prisma\/generated\/client/m, ours)).toEqual(['lib/core/door.ts', 'lib/core/sql.ts'])
})

test('every form action goes through the one door, save signing in, finding a pupil and a family’s answer', () => {
  const others = actions.filter((file) => [...read(file).matchAll(/^export (?!const \w+ = formAction\()/gm)].length > 0 && !(file.startsWith('app/sign-in/') && [...read(file).matchAll(/^export (?!const \w+ = visitorAction\()/gm)].length === 0))
  expect(others).toEqual(['app/(signed-in)/students/actions.ts', 'app/consent/[token]/actions.ts', 'app/sign-in/actions.ts'])
  expect(matching(/'use server'/, ours)).toEqual(actions)
})

describe('a page for people who signed in', () => {
  /** The page with what it is opened by, where several deeds of one thing share that. */
  const opened = pages.map((file) => {
    const [, shared] = /import \{[^}]*\bopen[A-Z]\w*[^}]*\} from '(\.[^']+)'/.exec(read(file)) ?? []
    return { file, text: read(file) + (shared ? read(join(dirname(file), shared)) : '') }
  })

  test('asks who that is', () => {
    expect(opened.filter(({ text }) => !text.includes('await signedIn(')).map(({ file }) => file)).toEqual([])
  })

  test('opens the door to the database at most once', () => {
    expect(opened.filter(({ text }) => (text.match(/\basActor\(/g) ?? []).length > 1).map(({ file }) => file)).toEqual([])
  })

  test('has a title, and no name in it', () => {
    expect(pages.filter((file) => !read(file).includes('generateMetadata = pageTitle('))).toEqual([])
  })
})

test('prepared HTML enters a page through one component, made of escaped pieces', () => {
  expect(matching(/dangerouslySetInnerHTML=/, ours)).toEqual(['components/shell/prepared-slot.tsx'])
  const makers = ours.filter((file) => /<Prepared\b/.test(read(file))).flatMap((file) => [...read(file).matchAll(/<Prepared\b[^>]*?html=\{([^(}]*)/g)].map(([, made = '']) => made))
  expect(makers.filter((made) => !/^(\w+(Html|Rows|Days|Cards)|deeds|aside|table\.toString|reader\b.*)$/.test(made))).toEqual([])
})

test('every event can be read in both languages', () => {
  for (const catalogue of [ko, en]) expect(Object.keys(events).filter((type) => typeof at(catalogue, `timeline.event.${type}`) !== 'string')).toEqual([])
})

/** What the audit calls a deed looks like a key of the catalogue; it has words of its own. */
const isDeed = (key: string) => {
  const [thing, did] = key.split('.')
  return [ko, en].every((catalogue) => typeof at(catalogue, `people.thing.${thing}`) === 'string' && typeof at(catalogue, `people.did.${did}`) === 'string')
}

test('every text that code speaks of by its key exists', () => {
  const looksLikeOne = new RegExp(`'((?:${Object.keys(ko).join('|')})(?:\\.[a-zA-Z-]+)+)'`, 'g')
  const spoken = ours.filter((file) => !/^lib\/(words|jobs)\//.test(file)).flatMap((file) => [...read(file).matchAll(looksLikeOne)].map(([, key = '']) => ({ key, file })))
  const unknown = spoken.filter(({ key }) => at(ko, key) === undefined && !(key in policy) && !(key in events) && !(key in tasks) && !noticeKinds.some((kind) => kind === key) && !isDeed(key))
  expect(spoken.length).toBeGreaterThan(500)
  expect(unknown).toEqual([])
})

test('no test sleeps', () => {
  expect(matching(/(?<!test\.)\bsetTimeout\(|waitForTimeout\(|timers\/promises/, files('tests/{unit,verbs,access,canaries,journeys}/**/*.{ts,tsx}'))).toEqual([])
})

describe('what the browser gets of ours', () => {
  const sent = broughtAlong(matching(/^'use client'/m, ours))

  test('is little', () => {
    const bytes = sent.reduce((sum, file) => sum + read(file).length, 0)
    expect(bytes).toBeLessThan(80_000)
  })

  test('knows no catalogue, no policy and no database', () => {
    expect(sent.filter((file) => /^lib\/(words\/(ko|en)\.|words\/translate|access|core|[^/]+\/queries)/.test(file))).toEqual([])
  })
})

function at(catalogue: object, key: string): unknown {
  const parts = key.split('.')
  let here: unknown = catalogue
  for (const part of parts) here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[part] : undefined
  return here
}
