import { createServer, type IncomingMessage } from 'node:http'
import { readFileSync } from 'node:fs'
import { goalsHtml, supportsHtml } from '#components/cases/aside-html.ts'
import { audienceHtml } from '#components/cases/audience-html.ts'
import { headHtml } from '#components/cases/head-html.ts'
import { filtersHtml } from '#components/timeline/filters-html.ts'
import type { Actor } from '#lib/core/actor.ts'
import { audienceOf, goalsOf, supportsOf } from '#lib/cases/aside.ts'
import { headOf } from '#lib/cases/head.ts'
import { caseList } from '#lib/cases/list.ts'
import { newId } from '#lib/core/id.ts'
import { myDashboard } from '#lib/dashboard/my-dashboard.ts'
import { reachOf, timelineOf } from '#lib/timeline/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { found } from '#lib/today/search.ts'
import { plainDoor } from './plain-door.ts'
import { listRows, timelineDays } from './plain-rows.ts'

/**
 * What the house is measured against: the same questions without row security, the same HTML from plain string
 * templates, straight from `node:http`. One person, whose pages as the house sends them lie in BENCH_PAGES: their
 * frame, without scripts and what scripts would need, stands around what is made here.
 */
const { BENCH_PORT: port = '', BENCH_URL: url = '', BENCH_ACTOR: described = '{}', BENCH_PAGES: pages = '{}' } = process.env
const actor = JSON.parse(described) as Actor
const { raw, tx, pool } = plainDoor(url, actor.sessionKey)
const frames = Object.fromEntries(Object.entries(JSON.parse(pages) as Record<string, string>).map(([name, file]) => [name, frameOf(readFileSync(file, 'utf8'))]))

function frameOf(page: string): { before: string; main: string; after: string } {
  const plain = page.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '')
  const start = plain.indexOf('>', plain.indexOf('<main')) + 1
  const end = plain.indexOf('</main>')
  return { before: plain.slice(0, start), main: plain.slice(start, end), after: plain.slice(end) }
}

const within = (name: string, main: string) => `${frames[name]?.before}${main}${frames[name]?.after}`
const who = () => raw`select * from app.who()`

async function list(): Promise<string> {
  await who()
  await frameFor(tx)
  const { cases } = await caseList(tx, actor, {})
  return within('list', listRows(cases, new Date()))
}

async function caseOf(id: string): Promise<string> {
  await who()
  const now = new Date()
  const place = { caseId: id, now, locale: actor.locale }
  const head = await headOf(tx, actor, id)
  if (!head) return ''
  await frameFor(tx)
  const { entries, locks } = await timelineOf(tx, actor, id, {})
  const reach = await reachOf(tx, actor, id)
  await tx.draft.findFirst()
  const aside = goalsHtml(await goalsOf(tx, actor, id), place) + supportsHtml(await supportsOf(tx, actor, id), place) + audienceHtml(await audienceOf(tx, actor, id), id, actor.locale, false)
  return within('case', `${headHtml(head, now, actor.locale)}${filtersHtml({ ...place, filters: {}, reach })}${timelineDays(entries, locks, place)}${aside}`)
}

async function dashboard(): Promise<string> {
  await who()
  await frameFor(tx)
  await myDashboard(tx, actor)
  return within('dashboard', frames['dashboard']?.main ?? '')
}

async function write(caseId: string, fields: URLSearchParams): Promise<void> {
  const client = await pool.connect()
  const [note, event, now] = [newId(), newId(), new Date()]
  const { officeId, staffId, agencyId } = actor
  try {
    await client.query('begin')
    await client.query({ name: 'case', text: 'select id from cases where office_id = $1 and id = $2 and closed_at is null', values: [officeId, caseId] })
    await client.query({ name: 'note', text: `insert into notes (id, office_id, case_id, author_id, agency_id, kind, layer, audience, domain, body, child_seen, happened_at, written_at) values ($1, $2, $3, $4, $5, 'CALL', 'PROGRESS', 'TEAM', 'GENERAL', $6, false, $7, $7)`, values: [note, officeId, caseId, staffId, agencyId, fields.get('body'), now] })
    await client.query({ name: 'audit', text: `insert into audit_entries (id, office_id, at, staff_id, action, case_id, subject_id) values ($1, $2, $3, $4, 'note.written', $5, $6)`, values: [newId(), officeId, now, staffId, caseId, event] })
    await client.query({ name: 'event', text: `insert into events (id, office_id, case_id, type, at, actor_id, agency_id, layer, audience, domain, note_id, data) values ($1, $2, $3, 'note.written', $4, $5, $6, 'PROGRESS', 'TEAM', 'GENERAL', $7, '{"kind": "CALL", "childSeen": false}')`, values: [event, officeId, caseId, now, staffId, agencyId, note] })
    await client.query('commit')
  } catch (problem) {
    await client.query('rollback')
    throw problem
  } finally {
    client.release()
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString()
  return text
}

async function answer(request: IncomingMessage): Promise<{ status: number; text: string; type?: string }> {
  const path = request.url ?? '/'
  if (request.method === 'POST') {
    const body = await bodyOf(request)
    await who()
    if (path === '/api/search') return { status: 200, text: JSON.stringify({ groups: await found(tx, actor, (JSON.parse(body) as { q: string }).q) }), type: 'application/json' }
    await write(path.slice('/cases/'.length), new URLSearchParams(body))
    return { status: 303, text: '' }
  }
  if (path === '/cases') return { status: 200, text: await list() }
  if (path === '/dashboard') return { status: 200, text: await dashboard() }
  if (path === '/ready') return { status: 200, text: '' }
  return { status: 200, text: await caseOf(path.slice('/cases/'.length)) }
}

createServer((request, response) => {
  void answer(request).then(
    ({ status, text, type = 'text/html; charset=utf-8' }) => response.writeHead(status, { 'content-type': type }).end(text),
    (problem: unknown) => response.writeHead(500).end(String(problem)),
  )
}).listen(Number(port), '127.0.0.1')
