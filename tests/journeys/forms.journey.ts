import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { placesFor } from '#components/shell/places.ts'
import { cast } from '#prisma/seed/cast.ts'
import { startApart, type Apart } from './apart.ts'
import { checkBothWidths, enter, expect, open, test } from './fixture.ts'
import { bodyOf, filled, hiddenOf, readPage, withValue, type DeedForm, type Pairs } from './forms.ts'

/*
 * Every page that a link leads to is there. Every form on them is sent as a browser without scripts sends it: with fields
 * missing, too long, malformed, pointing elsewhere, pressed twice, sent again, and when the case it is about is over.
 */

/** Between them they have every form. */
const people = ['문다희', '강모아', '한결우', '고은별', '정하람', '도서진']
const typed = '적어 둔 글 <b>&"'
const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/
const templateOf = (path: string) => (path.split('?', 1)[0] ?? '').replace(new RegExp(uuid, 'g'), '[id]').replace(/\/20\d{2}-\d{2}$/, '/[month]')
const keyOf = ({ path, id }: DeedForm) => `${templateOf(path)} ${id.replace(new RegExp(uuid, 'g'), '[id]')}`

let hanai: Apart
let base = ''
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(240_000)
  hanai = await startApart(1)
  base = hanai.addresses[0] ?? ''
})
test.afterAll(() => hanai.stop())

interface Visitor {
  name: string
  page: Page
  parser: Page
}

const broken: string[] = []
/** One page of each kind, and who found it. */
const kinds = new Map<string, { visitor: Visitor; path: string }>()
const forms = new Map<string, { visitor: Visitor; form: DeedForm }[]>()

async function get({ page, parser }: Visitor, path: string) {
  const response = await page.request.get(base + path)
  return { status: response.status(), ...(await readPage(parser, path, await response.text())) }
}

async function post({ page, parser }: Visitor, form: DeedForm, pairs: Pairs) {
  const response = await page.request.post(base + form.path, { multipart: bodyOf(pairs), maxRedirects: 0, headers: { origin: base, 'sec-fetch-site': 'same-origin' } })
  return { status: response.status(), to: response.headers()['location'], ...(await readPage(parser, form.path, await response.text())) }
}

/** All that stands in the tables, but for who read what. */
async function standing(): Promise<Record<string, string>> {
  const { rows: tables } = await hanai.owner(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('audit_entries', 'audit_seals', 'audit_checks', 'sessions', '_prisma_migrations') order by 1`)
  const asked = (tables as { name: string }[]).map(({ name }) => `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as all from ${name} t`)
  const { rows } = await hanai.force(asked.join(' union all '))
  return Object.fromEntries((rows as { name: string; all: string }[]).map(({ name, all }) => [name, all]))
}

/** What the demo world has none of: a proposal that waits, a basis that stands, a worry about a child whose case is open. */
async function setTheScene() {
  const common = `from cases c join staff s on s.office_id = c.office_id and s.name = '배온유' where c.closed_at is null`
  await hanai.force(`insert into level_proposals (id, office_id, case_id, red_flags, ratings, aggravators, proposed, wanted, reason, by_id, at)
    select gen_random_uuid(), c.office_id, c.id, '{}', '{}', '{}', 'MODERATE', 'MODERATE', '나아졌어요', s.id, now() ${common} and c.level = 'EMERGENCY'`)
  await hanai.force(`insert into lawful_bases (id, office_id, case_id, recipient_id, kind, reason, items, valid_from, valid_until, review_due_at, recorded_by_id, recorded_at)
    select gen_random_uuid(), c.office_id, c.id, a.id, 'URGENT_RISK', '급해요', '{ECON}', now() - interval '1 day', now() + interval '5 days', now() + interval '2 days', s.id, now()
    from cases c join staff s on s.office_id = c.office_id and s.name = '배온유' join agencies a on a.office_id = c.office_id and a.short_ko = '다독정신건강센터' where c.closed_at is null`)
  await hanai.force(`update referrals r set student_id = (select c.student_id from cases c where c.school_id = r.school_id and c.closed_at is null limit 1)
    where r.id = (select r.id from referrals r join cases c on c.school_id = r.school_id and c.closed_at is null where r.state in ('RECEIVED', 'TRIAGED') order by r.number desc limit 1)`)
}

test('every form is found', async ({ browser }) => {
  test.setTimeout(400_000)
  await setTheScene()
  for (const name of people) {
    const context = await browser.newContext({ baseURL: base, locale: 'ko-KR' })
    const page = await context.newPage()
    await enter(page, name)
    await crawl({ name, page, parser: await context.newPage() })
  }
  expect(broken, 'links that lead nowhere').toEqual([])
  expect(forms.size).toBeGreaterThan(60)
})

async function crawl(visitor: Visitor) {
  const role = cast.find(({ name }) => name === visitor.name)?.role ?? 'ADMIN'
  const { rows } = await hanai.owner(`(select distinct on (kind, state, school_id) '/referrals/' || id as path from referrals where state <> 'WITHDRAWN' order by kind, state, school_id, number)
    union all (select '/cases/' || id from cases where closed_at is not null limit 2)
    union all (select distinct on (state, agency_id) '/interventions/' || id from interventions)
    union all select '/referrals/' || r.id || '/convert?student=' || (select s.id from students s where s.school_id = r.school_id order by s.id desc limit 1) from referrals r where r.kind = 'NOTICE'`)
  /** Not every one of these is for everybody. */
  const perhaps = (rows as { path: string }[]).map(({ path }) => path)
  const ahead = [...placesFor({ role }).map(({ href }) => href), ...perhaps]
  const visits = new Map<string, number>()
  const seen = new Set<string>()
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    // A page that asks step by step is another one with each question answered.
    const template = `${templateOf(path)} ${[...new URLSearchParams(path.split('?', 2)[1]).keys()].join()}`
    const times = visits.get(template) ?? 0
    if (seen.has(path) || (!perhaps.includes(path) && times >= (/^\/[a-z]+\/\[id\](\/sharing)? $/.test(template) ? 10 : 1))) continue
    seen.add(path)
    visits.set(template, times + 1)
    const { status, links, forms: here } = await get(visitor, path)
    if (status !== 200 && !perhaps.includes(path)) broken.push(`${status} ${path} for ${visitor.name}`)
    if (status === 200 && !kinds.has(templateOf(path))) kinds.set(templateOf(path), { visitor, path })
    for (const form of here) forms.set(keyOf(form), [...(forms.get(keyOf(form)) ?? []), { visitor, form }])
    ahead.push(...links.map((link) => link.split('#', 1)[0] ?? '').filter((link) => !link.startsWith('/api/')))
  }
}

test('each kind of page holds what a page must, narrow and wide', async () => {
  test.setTimeout(300_000)
  expect(kinds.size).toBeGreaterThan(45)
  // The rooms themselves are looked at by role (every-page.journey.ts).
  const rooms = new Set(cast.flatMap(placesFor).map(({ href }) => href))
  for (const { visitor: { page }, path } of [...kinds].flatMap(([kind, visit]) => (rooms.has(kind) ? [] : visit))) {
    await open(page, path)
    await checkBothWidths(page)
  }
})

test('what is missing, too long, malformed or points elsewhere is refused with a clear sentence: nothing is changed, nothing typed is lost', async () => {
  test.setTimeout(400_000)
  const before = await standing()
  const problems: string[] = []
  for (const [key, [first]] of forms) {
    if (!first) continue
    const ahead = badInputs(first.form)
    for (let bad = ahead.shift(); bad; bad = ahead.shift()) {
      const answer = await post(first.visitor, first.form, bad.pairs)
      const problem = problemWith(answer, bad.pairs)
      if (problem) problems.push(`${problem}: ${key}, ${bad.what}, by ${first.visitor.name}: ${answer.said}`)
      // Each of several wrong fields says so itself; one that does not is tried alone.
      ahead.push(...bad.alone.filter(({ what }) => !answer.wrong.includes(what)))
    }
  }
  expect(problems).toEqual([])
  expect(await standing()).toEqual(before)
})

/** What is wrong with an answer to a form that must be refused. */
function problemWith({ status, said, main }: Awaited<ReturnType<typeof post>>, pairs: Pairs): string | undefined {
  if (status < 400 || status >= 500) return `${status}`
  if (!/[가-힣]+.*요/.test(said || main)) return 'no sentence'
  const lost = pairs.find(([name, value]) => value.startsWith(typed) && name !== 'zzz' && !main.includes(value))
  return lost && `${lost[0]} is lost`
}

const tomorrow = () => new Date(Date.now() + 33 * 3_600_000).toISOString().slice(0, 10)

interface Bad {
  what: string
  pairs: Pairs
  /** When several fields are wrong at once: each of them alone. */
  alone: Bad[]
}

function badInputs(form: DeedForm): Bad[] {
  const good = filled(form, typed, tomorrow())
  const own = form.fields.filter(({ name }) => !name.startsWith('$') && name !== '_key')
  const asks = hiddenOf(form).filter(([name]) => name.startsWith('$') || name === '_key')
  const one = (what: string, pairs: Pairs): Bad => ({ what, pairs, alone: [] })
  const bad = [
    one('nothing but the deed', asks),
    one('a field nobody asked for', [...good, ['zzz', typed]]),
    one('without a key', good.filter(([name]) => name !== '_key')),
    one('a broken key', withValue(good, '_key', 'x')),
  ]
  const wrong = new Map<string, string>()
  for (const { name, kind, value } of own) {
    if (kind === 'hidden' && uuid.test(value)) {
      bad.push(one(`${name} malformed`, withValue(good, name, 'x')), one(`${name} of nothing`, withValue(good, name, randomUUID())), one(`${name} twice`, [...good, [name, value]]))
    } else if (kind === 'hidden' && /^\d+$/.test(value)) {
      bad.push(one(`${name} malformed`, withValue(good, name, 'one')), one(`${name} negative`, withValue(good, name, '-1')))
    } else if (kind === 'text') wrong.set(name, typed + '가'.repeat(12_000))
    else if (kind !== 'file' && (kind !== 'submit' || value)) wrong.set(name, '2026-99-99')
  }
  const alone = [...wrong].map(([name, value]) => one(name, withValue(good, name, value)))
  const together = [...wrong].reduce((pairs, [name, value]) => withValue(pairs, name, value), good)
  return wrong.size > 1 ? [...bad, { what: 'every field', pairs: together, alone }] : [...bad, ...alone]
}

/** The same form about another referral or another help: what a form was found on may have come to its end by another one. */
async function elsewhere([first]: { visitor: Visitor; form: DeedForm }[]): Promise<{ visitor: Visitor; form: DeedForm }[]> {
  const kind = /^\/(referrals|interventions)\/[0-9a-f]/.exec(first?.form.path ?? '')?.[1]
  if (!first || !kind) return []
  const { rows } = await hanai.owner(`select id from ${kind} order by id`)
  return (rows as { id: string }[]).map(({ id }) => ({ visitor: first.visitor, form: { ...first.form, path: first.form.path.replace(uuid, id) } }))
}

/** What is not any text: who agrees to less than now leaves something out, the first of the items stays; the other side is a case's number or a person; without a paper nobody of a class agrees. */
function fitting({ path, id, fields }: DeedForm): Record<string, string> {
  if (id === 'side') return { number: '', phone: '010-0000-0077', address: '' }
  if (id === 'answers') return Object.fromEntries(fields.filter(({ name }) => /^(student|guardian)\d+$/.test(name)).map(({ name }) => [name, 'REFUSED']))
  const kept = fields.find(({ name, chosen }) => name === 'items' && chosen)
  return path.includes('/narrowing') && kept ? { items: kept.value } : {}
}

/** What was done: a form of each kind, as it was filled in. */
const done: { visitor: Visitor; form: DeedForm; pairs: Pairs }[] = []

test('pressed twice and sent again, it is done once', async () => {
  test.setTimeout(400_000)
  // However long the pages before took: whoever signed in has just shown that it is she.
  await hanai.force('update sessions set proven_at = now() where ended_at is null')
  const undone: string[] = []
  // What few referrals allow comes first; what ends a thing comes after what goes on with it; last of all what takes the case away from whoever did it.
  const ends = ([key]: [string, unknown]) => Number(/withdrawal|decline|closure|answers|ending|\/end |completion|refusal|remove|conflict|leave/.test(key)) + Number(key.endsWith('own-conflict')) - Number(key.includes('/pass '))
  for (const [key, all] of [...forms].toSorted((a, b) => ends(a) - ends(b))) {
    const problems: string[] = []
    for (const { visitor, form } of [...all, ...(await elsewhere(all))]) {
      const now = (await get(visitor, form.path)).forms.find((one) => keyOf(one) === key)
      if (!now) continue
      const pairs = filled(now, typed, tomorrow(), fitting(now))
      const answers = await Promise.all([post(visitor, now, pairs), post(visitor, now, pairs)])
      const statuses = answers.map(({ status }) => status)
      if (!statuses.includes(303)) {
        problems.push(`${statuses.join()} ${answers[0]?.said} ${JSON.stringify(pairs.filter(([name]) => !name.startsWith('$')))}`)
        continue
      }
      expect(statuses.every((status) => status === 303 || status === 409), `${key}: ${statuses.join()}`).toBe(true)
      const after = await standing()
      expect((await post(visitor, now, pairs)).status, `${key} again`).toBe(303)
      expect(await standing(), `${key} again`).toEqual(after)
      done.push({ visitor, form: now, pairs })
      break
    }
    if (!done.some(({ form }) => keyOf(form) === key)) undone.push(`${key}: ${problems.join('\n')}`)
  }
  expect(undone).toEqual([])
})

/** What is not about the case, or goes on after it: what is remembered afterwards, what the family says, a new beginning. */
const elsewhereIn = /^\/(settings|people|exports|retention|recoveries|consents|audit\/months)/
const goesOn = new Set(['/cases/[id]', '/cases/[id]/notes/[id]', '/cases/[id]/reopening', '/cases/[id]/sharing/consent', '/cases/[id]/sharing/review', '/cases/[id]/sealed/[id]', '/cases/[id]/conflict', '/referrals/new', '/audit/checks', '/people/[id]/leave'])

test('when what it is about is over, the deed is refused and what was typed is still there', async () => {
  await hanai.force(`update cases set closed_at = now(), lead_id = null, lead_agency_id = null`)
  await hanai.force(`update interventions set state = 'COMPLETED', result = 'ACHIEVED', due_at = null, wakes_on = null`)
  await hanai.force(`update referrals set state = 'WITHDRAWN', attached_case_id = null`)
  const problems: string[] = []
  for (const { visitor, form, pairs } of done) {
    if (goesOn.has(templateOf(form.path)) || elsewhereIn.test(form.path)) continue
    const answer = await post(visitor, form, withValue(pairs, '_key', randomUUID()))
    const problem = problemWith(answer, pairs)
    if (problem) problems.push(`${problem}: ${keyOf(form)} by ${visitor.name}: ${answer.said}`)
  }
  expect(problems).toEqual([])
})

test('when her session is over, she gets back what she typed', async () => {
  await hanai.force('update sessions set ended_at = now()')
  const problems: string[] = []
  for (const { visitor, form, pairs } of done) {
    const answer = await post(visitor, form, pairs)
    // Whoever wrote nothing is led to sign in at once.
    const led = answer.status === 307 && answer.to?.startsWith('/sign-in') && !pairs.some(([, value]) => value === typed)
    const problem = led ? undefined : answer.status === 401 ? problemWith(answer, pairs) : `${answer.status}`
    if (problem) problems.push(`${problem}: ${keyOf(form)} by ${visitor.name}`)
  }
  expect(problems).toEqual([])
})
