import type { Browser, Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { newId } from '#lib/core/id.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import { checkPage, emailOf, enter, expect, openCase, test } from './fixture.ts'
import { startApart, type Apart } from './apart.ts'

/* Two processes on one database are one Hanai: nothing that matters is kept in either of them. */

let two: { first: string; second: string } & Pick<Apart, 'letters' | 'texts' | 'owner' | 'force' | 'stop'>
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const { addresses: [first = '', second = ''], ...more } = await startApart(2)
  two = { first, second, ...more }
})
test.afterAll(() => two.stop())

async function pageAt(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL, locale: 'ko-KR' })).newPage()
}

test('the world is made once, though both began in the same moment', async () => {
  const { rows } = await two.owner('select (select count(*)::int from offices) as offices, (select count(*)::int from app.demo_world where finished is not null) as worlds')
  expect(rows).toEqual([{ offices: 1, worlds: 1 }])
})

test('whoever signs in at one is signed in at the other, and signing out at one ends it at both', async ({ browser }) => {
  const page = await pageAt(browser, two.first)
  await enter(page, '강모아')
  await page.goto(`${two.second}/settings`)
  await expect(page.getByRole('banner').getByText('강모아')).toBeVisible()
  const cookies = await page.context().cookies()

  await page.getByRole('button', { name: '로그아웃' }).click()
  await page.waitForURL(`${two.second}/sign-in`)
  // The browser has forgotten its cookie; somebody who kept it has nothing.
  await page.context().addCookies(cookies)
  for (const address of [two.first, two.second]) {
    await page.goto(`${address}/settings`)
    await expect(page).toHaveURL(`${address}/sign-in?next=%2Fsettings`)
  }
})

test('a password is set anew by a letter: asked at one, set at the other, once; whoever asks for nobody sees the same', async ({ browser }) => {
  const [here, there] = [await pageAt(browser, two.first), await pageAt(browser, two.second)]
  await here.setViewportSize({ width: 390, height: 844 })
  const ask = async (email: string) => {
    await here.goto('/sign-in')
    await here.getByRole('link', { name: '비밀번호를 잊었어요' }).click()
    await here.getByLabel('이메일').fill(email)
    await checkPage(here)
    await here.getByRole('button', { name: '메일 받기' }).click()
    await expect(here.getByRole('heading', { name: '메일을 확인해 주세요' })).toBeVisible()
    return here.locator('main').innerText()
  }
  const [known, unknown] = [await ask(emailOf('송가비')), await ask('nobody@demo.example')]
  expect(known).toBe(unknown)
  await expect.poll(() => two.letters.filter((to) => to === emailOf('송가비')).length).toBe(1)
  expect(two.letters).not.toContain('nobody@demo.example')
  const [, link = ''] = /(\/sign-in\/link\?token=[\w-]{43})/.exec(two.texts[two.letters.indexOf(emailOf('송가비'))] ?? '') ?? []

  await there.goto(link)
  await there.getByLabel('새 비밀번호').fill('password1234')
  await there.getByRole('button', { name: '이 비밀번호로 정하기' }).click()
  await expect(there.getByText('많은 사람이 쓰는 비밀번호라').first()).toBeVisible()
  await checkPage(there)
  await there.getByLabel('새 비밀번호').fill('초록 달 아래 말 네 마리')
  await there.getByRole('button', { name: '이 비밀번호로 정하기' }).click()
  await there.waitForURL(`${two.second}/sign-in?done`)
  await there.getByLabel('이메일').fill(emailOf('송가비'))
  await there.getByLabel('비밀번호', { exact: true }).fill('초록 달 아래 말 네 마리')
  await there.getByRole('button', { name: '로그인하기' }).click()
  await there.waitForURL(`${two.second}/`)
  await here.goto(link)
  await expect(here.getByRole('heading', { name: '쓸 수 없는 주소예요' })).toBeVisible()
})

test('who lost her second factor gets in again by two others, a letter and her password; nothing opens before she has a new one', async ({ browser }) => {
  const [here, there] = [await pageAt(browser, two.first), await pageAt(browser, two.second)]
  const lost = await pageAt(browser, two.first)
  await enter(lost, '반소담', '/settings')
  await lost.getByRole('link', { name: '두 번째 확인 더하기' }).click()
  await lost.getByRole('button', { name: '인증 앱 등록하기' }).click()
  await lost.getByText('찍을 수 없으면').click()
  const secret = Secret.fromBase32(((await lost.locator('code').textContent()) ?? '').replaceAll(' ', ''))
  await lost.getByLabel('앱에 보이는 숫자').fill(new TOTP({ secret }).generate())
  await lost.getByRole('button', { name: '등록 마치기' }).click()
  await lost.getByRole('button', { name: '보관했어요' }).click()
  await lost.waitForURL('**/settings')

  await enter(here, '하도경', '/recoveries')
  await here.getByLabel('이름으로 찾기').fill('반소')
  await here.getByRole('button', { name: '찾기', exact: true }).last().click()
  await here.getByLabel(/반소담/).check()
  await here.getByRole('button', { name: '부탁하기' }).click()
  await expect(here.locator('#ask .summary')).toBeVisible()
  await here.getByLabel('왜 필요한가요?').fill('휴대전화를 물에 빠뜨렸고, 학교에서 직접 만났어요')
  await checkPage(here)
  await here.getByRole('button', { name: '부탁하기' }).click()
  await here.waitForURL(/\/recoveries\/[0-9a-f-]+$/)
  await expect(here.getByText('확인을 기다려요')).toBeVisible()
  await expect(here.getByRole('button', { name: '본인이 맞아요, 동의해요' }), 'nobody answers for what she asked herself').toHaveCount(0)
  const linked = () => two.texts.filter((text, at) => two.letters[at] === emailOf('반소담') && text.includes('/sign-in/link?token='))
  expect(linked(), 'one of them alone brings no letter').toEqual([])

  await there.setViewportSize({ width: 390, height: 844 })
  await enter(there, '류단우', new URL(here.url()).pathname)
  await checkPage(there)
  await there.getByRole('button', { name: '본인이 맞아요, 동의해요' }).click()
  await expect(there.getByText('동의했어요')).toBeVisible()
  await expect.poll(() => linked().length).toBe(1)
  const [link = ''] = /\/sign-in\/link\?token=[\w-]{43}/.exec(linked()[0] ?? '') ?? []

  const anew = await pageAt(browser, two.second)
  await anew.goto(link)
  await anew.getByLabel('비밀번호').fill('not her password')
  await anew.getByRole('button', { name: '잃어버린 것 지우기' }).click()
  await expect(anew.getByText('지금 비밀번호가 맞지 않아요.').first()).toBeVisible()
  await checkPage(anew)
  await anew.getByLabel('비밀번호').fill(demoPassword)
  await anew.getByRole('button', { name: '잃어버린 것 지우기' }).click()
  await anew.waitForURL('**/sign-in?recovered')
  await lost.goto('/settings')
  await expect(lost, 'what was open is over').toHaveURL(/\/sign-in/)
  await anew.getByLabel('이메일').fill(emailOf('반소담'))
  await anew.getByLabel('비밀번호', { exact: true }).fill(demoPassword)
  await anew.getByRole('button', { name: '로그인하기' }).click()
  await anew.waitForURL(/set-up/)
  await anew.goto('/cases')
  await expect(anew).toHaveURL(/set-up/)
  await anew.goto(link)
  await expect(anew.getByRole('heading', { name: '쓸 수 없는 주소예요' })).toBeVisible()
})

test('guesses are counted together', async ({ browser }) => {
  const [here, there] = [await pageAt(browser, two.first), await pageAt(browser, two.second)]
  const guess = async (page: Page, password: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('이메일').fill(emailOf('권이안'))
    await page.getByLabel('비밀번호').fill(password)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: '로그인하기' }).click()
    return (await answered).status()
  }
  for (let times = 0; times < 5; times++) for (const page of [here, there]) expect(await guess(page, 'a guess')).toBe(401)
  for (const page of [here, there]) {
    expect(await guess(page, demoPassword)).toBe(429)
    await expect(page.getByText(/잠시 동안 너무 많이 시도했어요\. \d+분 뒤에 다시 해 주세요\./)).toBeVisible()
  }
})

test('what is written at one appears at the other as it happens', async ({ browser }) => {
  const [writer, reader] = [await pageAt(browser, two.first), await pageAt(browser, two.second)]
  await enter(writer, '강모아')
  await enter(reader, '정하람')
  const channel = reader.waitForResponse((response) => response.url().includes('/api/live') && response.status() === 200)
  await openCase(reader, '박이든')
  await channel
  await openCase(writer, '박이든')

  const text = `교실에서 친구와 웃었어요 ${Date.now()}`
  await writer.getByLabel('무엇을 보거나 들었나요?').fill(text)
  await writer.locator('form').getByRole('button', { name: '기록하기' }).click()
  await expect(reader.getByText(text)).toBeVisible({ timeout: 5_000 })
})

test('what ends her right ends the channel that was open at one, and the next page at either', async ({ browser }) => {
  const { rows: [found] } = await two.owner(`
    select c.id as case, c.student_id as child, (select staff_id from accounts where email = $1) as counselor, p.id as partner, p.agency_id as agency
    from cases c join students s on s.id = c.student_id, staff p where s.name = '박이든' and p.id = (select staff_id from accounts where email = $2)`, [emailOf('강모아'), emailOf('정하람')])
  const { case: caseId = '', child = '', counselor = '', partner = '', agency = '' } = found as Record<string, string>
  const then = '2026-01-01T00:00:00Z'
  const ends = (table: string, column: string, where: string, before = 'null') => ({ end: `update ${table} set ${column} = '${then}' where ${where} and (${column} is null or ${column} > now())`, undo: `update ${table} set ${column} = ${before} where ${where} and ${column} = '${then}'` })
  const related = (staffId: string) => ({ end: `insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) select gen_random_uuid(), office_id, id, '${child}', id, now() from staff where id = '${staffId}'`, undo: `delete from conflicts where staff_id = '${staffId}' and student_id = '${child}'` })
  const closed = ends('cases', 'closed_at', `id = '${caseId}'`)
  const later = `now() + interval '1 year'`
  const causes: Record<string, Record<string, { end: string; undo: string }>> = {
    강모아: {
      deactivated: ends('accounts', 'deactivated_at', `staff_id = '${counselor}'`), removed: ends('case_members', 'ended_at', `staff_id = '${counselor}' and case_id = '${caseId}'`),
      conflicted: related(counselor), approval: ends('handling_approvals', 'valid_until', `staff_id = '${counselor}'`, later), training: ends('security_trainings', 'valid_until', `staff_id = '${counselor}'`, later),
    },
    정하람: {
      removed: ends('case_members', 'ended_at', `staff_id = '${partner}' and case_id = '${caseId}'`), withdrawn: ends('consents', 'withdrawn_at', `recipient_id = '${agency}' and student_id = '${child}'`),
      conflicted: related(partner), closed, body: ends('agencies', 'ended_at', `id = '${agency}'`),
    },
  }
  for (const [name, all] of Object.entries(causes)) {
    const page = await pageAt(browser, two.first)
    await enter(page, name)
    const cookie = (await page.context().cookies()).map((one) => `${one.name}=${one.value}`).join('; ')
    const pages = async () => Promise.all([two.first, two.second].map(async (at) => (await fetch(`${at}/cases/${caseId}`, { headers: { cookie }, redirect: 'manual' })).status))
    for (const [why, { end, undo }] of Object.entries(all)) {
      expect(await pages(), `${name} before she is ${why}`).toEqual([200, 200])
      let heard = 'not over'
      const channel = await fetch(`${two.second}/api/live?case=${caseId}&after=${newId()}`, { headers: { cookie } })
      void channel.text().then((all) => (heard = all))
      await two.force(end)
      // It is over as soon as anything is written to the case; nothing more is told before.
      await expect.poll(async () => {
        await two.owner(`select pg_notify('hanai', $1)`, [JSON.stringify({ case: caseId })])
        return heard
      }, `${name}, ${why}`).toMatch(/event: gone\ndata: {}\n\n$/)
      expect((await pages()).every((status) => [307, 404].includes(status)), `${name} is ${why}`).toBe(true)
      await two.force(undo)
    }
  }
})

test('each job is done once, whichever of them takes it', async () => {
  const jobs = 40
  const waiting = async () => ((await two.owner(`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'notice'`)).rows[0] as { n: number }).n
  await expect.poll(waiting, { timeout: 30_000 }).toBe(0)
  const before = two.letters.length
  const { rows } = await two.owner(`select c.office_id, c.staff_id, (select id from cases limit 1) as case_id from accounts c where c.email = $1`, [emailOf('문다희')])
  const { office_id: officeId, staff_id: staffId, case_id: caseId } = rows[0] as Record<string, string>
  for (let at = 0; at < jobs; at++) {
    await two.owner(`select app.enqueue('notice', $1::jsonb, null, $2)`, [JSON.stringify({ officeId, staffId, kind: 'case.assigned', path: `/cases/${caseId}`, direct: true }), `two ${at}`])
  }
  await expect.poll(waiting, { timeout: 30_000 }).toBe(0)
  expect(two.letters.slice(before).filter((address) => address === emailOf('문다희'))).toHaveLength(jobs)
})
