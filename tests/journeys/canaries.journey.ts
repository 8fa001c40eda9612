import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { AddMember, addMember } from '#lib/cases/add-member.ts'
import { WriteNote, writeNote } from '#lib/cases/write-note.ts'
import { MakeExport } from '#lib/exports/export.ts'
import { makeExport } from '#lib/exports/make-export.ts'
import { WriteSealed } from '#lib/sealed/sealed.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import { elsewhere, templates } from '#tests/canaries/addresses.ts'
import { traced } from '#tests/canaries/browser.ts'
import { canaries, type Canary } from '#tests/canaries/children.ts'
import { addressesOf, crawl } from '#tests/canaries/crawl.ts'
import { differences, lookedAt, looks, printed } from '#tests/canaries/looks.ts'
import { openers, readers, unopened } from '#tests/canaries/readers.ts'
import { scan, told } from '#tests/canaries/scan.ts'
import { startService, type Service } from '#tests/canaries/service.ts'
import { agreed } from '#tests/canaries/sharing.ts'
import { people } from '#tests/canaries/stage.ts'
import { leaksIn, masked, signedIn, visitor, type Answer, type Visitor, type Way } from '#tests/canaries/visitor.ts'
import { idIn } from '#tests/canaries/words.ts'
import { awake, emailOf, expect, open, test } from './fixture.ts'

/*
 * Fifty children live in a service of their own. Whoever has no right to them asks it for everything there is, and of none
 * of them a name, a number or a word comes out; what is not hers looks as what never was. Then it is made to leak.
 */

let service: Service
const visitors = new Map<string, Visitor>()
test.describe.configure({ mode: 'default', timeout: 180_000 })
test.beforeAll(async () => {
  test.setTimeout(180_000)
  service = await startService()
  // One after the other: many at once are told to wait.
  for (const email of new Set([...[...readers, ...openers].map((reader) => reader.email), ...Object.values(people).map(({ lead }) => emailOf(lead))])) visitors.set(email, await signedIn(service.address, email))
})
test.afterAll(() => service?.stop())

const child = canaries[0] as Canary
/** Of whom something is sealed that nobody opened; of whom nothing is sealed; and whom nobody has referred yet. */
const [hidden, plain, waiting] = [canaries[1] as Canary, canaries[2] as Canary, canaries[9] as Canary]
const ways: Way[] = ['document', 'data']

const as = (email: string) => visitors.get(email) ?? visitor(service.address)
const cast = (name: string) => as(emailOf(name))

test('every address opens to somebody, with the child in it: what follows asks for what is there', async () => {
  const waiting = templates.filter((template) => !(template in unopened))
  const closed: string[] = []
  const work = async () => {
    for (let template = waiting.shift(); template; template = waiting.shift()) if (!(await opens(template))) closed.push(template)
  }
  await Promise.all([work(), work(), work()])
  expect(closed, 'say in tests/canaries/readers.ts who opens these').toEqual([])
})

/** Whether one of those who work with it finds the child at this address, in the document and in its data. */
async function opens(template: string): Promise<boolean> {
  const about = /^\/(cases|referrals|students|interventions)\/\[/.test(template)
  const { email } = openers.find((opener) => opener.opens.test(template)) ?? { email: '' }
  for (const { path, child: canary } of addressesOf(service, template)) {
    const shows = ({ status, headers, body }: Answer) => status === 200 && (!about || scan('', body.toString()).some(({ child: n }) => n === canary.n)) && !headers['location']
    const document = await as(email).get(path)
    if (shows(document)) return template.startsWith('/api/') || shows(await as(email).get(path, 'data'))
    if (!about || document.status >= 500) return false
  }
  return false
}

test.describe('whoever has no right to them learns nothing, not even that they are there', () => {
  for (const [turn, reader] of readers.entries()) {
    test(reader.who, async () => {
      const { asked, compared, leaks, told: different } = await crawl(service, as(reader.email), reader, turn)
      expect(asked).toBeGreaterThan(templates.length)
      expect(compared, 'not hers to know').toBeGreaterThan(5)
      expect(told(leaks)).toEqual([])
      expect(different, 'answered otherwise than what never was').toEqual([])
    })
  }
})

test('to whoever is not named for it, everything is the same to the byte before and after something is sealed', async () => {
  const trace = service.idsOf(plain)
  const caseId = trace.case ?? ''
  const writer = service.stage.as('임보라')
  await agreed({ stage: service.stage, canary: plain, trace }, 'NGO1', ['ECON'])
  await addMember(writer, AddMember.parse({ caseId, staffId: service.stage.ground.staffIds['도서진'], relation: 'MEMBER' }))
  // A member of the school, one of a partner’s, the coordinator, and who broke the glass.
  const onlookers = ['한결우', '도서진', '문다희', '오나린']
  const everything = async (names = onlookers) => {
    const all: Record<string, string> = {}
    for (const name of names) for (const [path, text] of Object.entries(await looks(service, cast(name), plain))) all[`${path} for ${name}`] = text
    return all
  }
  const taken = async (name: string) => {
    const path = await makeExport(service.stage.as(name), MakeExport.parse({ format: 'CSV', reason: '월례 회의에 가져가요', password: demoPassword }))
    const { body } = await cast(name).get(`/api/exports/${idIn(path)}`)
    return body.toString().split('\r\n').slice(1, -2).join('\n')
  }
  const files = async () => [await taken('한결우'), await taken('문다희')]
  const before = await files()
  expect(before.every((file) => file.includes(plain.name))).toBe(true)
  // Having looked once, the record of who looked says so.
  for (const name of onlookers) for (const path of [`/cases/${caseId}`, `/students/${trace.student}`]) await cast(name).get(path)
  const sheets = async () => [await printed(cast('한결우'), caseId), await printed(cast('도서진'), caseId)]
  const paper = await sheets()
  const seen = await everything()
  await cast('임보라').get(`/cases/${caseId}`)
  const lookers = async () => [...(await lookedAt(cast('한결우'), caseId, '임보라')), ...(await lookedAt(cast('문다희'), caseId, '임보라'))]
  const looked = await lookers()
  expect(looked).toHaveLength(2)
  await writeSealed(writer, WriteSealed.parse({ caseId, kind: 'ABUSE_REPORT', body: plain.says('sealed'), reporter: plain.reporter.name, readers: [] }))
  expect(await lookers()).toEqual(looked)
  expect(differences(seen, await everything())).toEqual([])
  expect([await files(), await sheets()]).toEqual([before, paper])
  await writeNote(writer, WriteNote.parse({ caseId, body: plain.says('progress'), layer: 'PLAN' }))
  expect(differences(seen, await everything(['한결우'])), 'a note is seen, so something sealed would be').not.toEqual([])
})

test('in the browser of whoever works with a child nothing of it stays behind: no address, title, cookie, store or file', async () => {
  const browser = await traced(service.address)
  const { page } = browser
  await open(page, '/sign-in')
  await page.getByLabel('이메일').fill(emailOf('임보라'))
  await page.getByLabel('비밀번호').fill(demoPassword)
  await page.getByRole('button', { name: '로그인하기' }).click()
  await page.waitForURL(`${service.address}/`)
  const { case: caseId = '', student } = service.idsOf(child)
  const { case: itsCase, record } = service.idsOf(hidden)

  // She finds the child by name, begins to refer it, and leaves.
  await open(page, '/referrals/new')
  await page.getByRole('searchbox', { name: '이름' }).fill(waiting.name)
  await page.getByRole('list', { name: '찾은 학생' }).getByRole('link').first().click()
  await page.waitForURL(/student=/)
  await awake(page)
  await page.getByRole('textbox', { name: '한 문장이면 돼요' }).fill(`${waiting.says('referral')} ${waiting.guardians[0].phone}`)
  await expect(page.getByText(/초 전 저장됨|방금 저장됨/)).toBeVisible()
  const leaks = await browser.leaks()

  // In a case she begins a note, opens what is sealed, and goes from page to page.
  await open(page, `/cases/${caseId}`)
  await page.getByLabel('무엇을 보거나 들었나요?').fill(`${child.says('draft')} ${child.reporter.name}`)
  await expect(page.getByText(/초 전 저장됨|방금 저장됨/)).toBeVisible()
  leaks.push(...(await browser.leaks()))
  await open(page, `/cases/${itsCase}/sealed/${record}`)
  await page.locator('#open-content').getByLabel('왜 여나요?').fill(hidden.says('opening'))
  await page.getByRole('button', { name: '십 분 동안 열기' }).click()
  await expect(page.getByText(hidden.word.sealed)).toBeVisible()
  leaks.push(...(await browser.leaks()))
  for (const path of [`/students/${student}`, '/cases', `/cases/${caseId}/print`, `/cases/${caseId}/sharing`]) {
    await open(page, path)
    leaks.push(...(await browser.leaks()))
  }

  // She signs out: going back shows nothing of what she saw.
  await page.getByRole('button', { name: '로그아웃' }).click()
  await page.waitForURL(`${service.address}/sign-in`)
  leaks.push(...(await browser.leaks()))
  for (const back of [1, 2]) {
    await page.goBack()
    await page.waitForURL(/\/sign-in/)
    leaks.push(...scan(`back ${back}`, await page.content()), ...(await browser.leaks()))
  }
  expect(told(leaks)).toEqual([])
  expect(told(await browser.left())).toEqual([])
})

test('neither letters nor logs, of the service or its database, hold anything of them', async () => {
  await service.stage.owner(`select 'asked with a mistake: ${child.name}'::uuid`).catch(() => undefined)
  await cast('문다희').get(`/students?q=${encodeURIComponent(child.name)}&phone=${child.phone}`)
  await visitor(service.address).post(`/api/students?q=${encodeURIComponent(child.name)}`, { q: child.name, [child.name]: child.phone })
  const { process: said, database } = service.logs()
  expect([said.length > 10_000, service.letters.length > 20]).toEqual([true, true])
  expect(told([...scan('log', said), ...scan('postgres.log', database), ...service.letters.flatMap((letter) => scan('letter', letter))])).toEqual([])
})

test('a list that was taken out holds what its maker reads on the page of it, of her own school', async () => {
  for (const canary of canaries.filter(({ lot }) => lot === 0)) {
    const answer = await cast(people[canary.school]?.lead ?? '').get(`/api/exports/${service.idsOf(canary).export}`)
    const leaks = leaksIn('file', answer)
    expect(leaks.some(({ child: n, kind }) => n === canary.n && kind === 'name'), canary.school).toBe(true)
    expect(told(leaks.filter(({ child: n, kind }) => canaries[n]?.school !== canary.school || !['name', 'next'].includes(kind)))).toEqual([])
  }
})

test.describe('a leak is found', () => {
  test('in pages, their data and what is found by typing, when somebody is let in who should not be', async () => {
    const reader = readers.find(({ email }) => email === emailOf('우세령'))
    const trace = service.idsOf(child)
    if (!reader) throw new Error('nobody to let in')
    await agreed({ stage: service.stage, canary: child, trace }, 'GU2', ['ECON'])
    await addMember(service.stage.as('임보라'), AddMember.parse({ caseId: trace.case, staffId: service.stage.ground.staffIds['우세령'], relation: 'MEMBER' }))
    const open = { path: `/cases/${trace.case}`, ids: [trace.case ?? ''] }
    const never = elsewhere(open)
    for (const way of ways) {
      const answer = await as(reader.email).get(open.path, way)
      expect(told(leaksIn(way, answer).filter((leak) => !reader.may(child).includes(leak.kind)))).toContain(`${way}: progress of ${child.n}`)
      expect(masked(answer, open.ids)).not.toBe(masked(await as(reader.email).get(never.path, way), never.ids))
    }
    expect(told(leaksIn('found', await as(reader.email).post('/api/search', { q: child.name })))).toContain(`found: name of ${child.n}`)
  })

  test('in a list that was taken out, as text and as a spreadsheet', async () => {
    await service.stage.owner('update cases set next_action = $2 where id = $1', [service.idsOf(child).case, `신고한 사람: ${child.reporter.name}`])
    for (const format of ['CSV', 'XLSX']) {
      const path = await makeExport(service.stage.as('한결우'), MakeExport.parse({ format, reason: '월례 회의에 가져가요', password: demoPassword }))
      expect(told(leaksIn(format, await cast('한결우').get(`/api/exports/${idIn(path)}`)))).toContain(`${format}: reporter of ${child.n}`)
    }
  })

  test('in what a server can say beside a page: a redirect, a header, a cookie, JSON, a title', async () => {
    const leaky = createServer((request, response) => {
      const way = request.url ?? ''
      if (way === '/redirect') response.writeHead(303, { location: `/students?name=${encodeURIComponent(child.name)}` })
      if (way === '/header') response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(child.name.normalize('NFD'))}.pdf`)
      if (way === '/cookie') response.setHeader('set-cookie', `last=${Buffer.from(child.name).toString('base64url')}`)
      if (way === '/json') response.write(JSON.stringify({ phone: `+82 ${child.phone.slice(1)}`, who: child.en.toUpperCase() }).replace(/M/g, '\\u004d'))
      if (way === '/title') response.write(`<title>${child.family}<!-- -->${child.given} | 한아이</title>`)
      response.end()
    }).listen(0)
    await once(leaky, 'listening')
    const at = visitor(`http://localhost:${(leaky.address() as AddressInfo).port}`)
    for (const way of ['redirect', 'header', 'cookie', 'json', 'title']) expect(told(leaksIn('it', await at.get(`/${way}`))).join(), way).toMatch(/name of 0/)
    leaky.close()
  })

  test('in a browser, wherever it may stand, and in the files that it leaves', async () => {
    const browser = await traced(service.address)
    const { page } = browser
    // Where no script of ours sets things right again.
    await page.goto('/api/ready')
    await page.evaluate(async ({ name, phone }) => {
      localStorage.setItem('draft', name)
      sessionStorage.setItem('draft', phone)
      window.name = name
      document.cookie = `last=${encodeURIComponent(name)}`
      document.title = name
      await (await caches.open('pages')).put('/students', new Response(name))
      await new Promise((done) => {
        const opening = indexedDB.open('drafts')
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('drafts').add(name, 'draft'))
        opening.addEventListener('success', done)
      })
      history.pushState({ name }, '', `?q=${name}`)
      console.info(name)
      await fetch('/api/ready')
    }, { name: child.name, phone: child.phone })
    const places = new Set((await browser.leaks()).map(({ where }) => where))
    for (const where of ['title', 'address', 'history', 'window', 'cookie', 'cookies', 'local', 'session', 'databases', 'caches', 'sent along', 'console']) expect([...places], where).toContain(where)
    expect((await browser.left()).length).toBeGreaterThan(0)
  })
})
