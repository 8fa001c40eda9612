import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '#scripts/database/embedded.ts'
import { bringUpToDate, openEmbedded } from '#scripts/database/open.ts'
import { benchFolder } from './data.ts'
import { fetchText, pace, type Ask, type Pace } from './load.ts'
import { noteForm, withKey } from './note-form.ts'
import { rowSecurity } from './row-security.ts'
import { memoryOf, processorOf, signIn, start, stop, type Person } from './stage.ts'

/**
 * `npm run bench:speed`, after `npm run bench:data` and a build: the pages people open most, as they are served, beside
 * the same work by plain `pg` on `node:http`. Rounds alternate, so that whatever else the machine does meets both.
 */
const connections = 8
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const milliseconds = Number(process.env['BENCH_MS'] ?? 2_000)

/** As `npm start` starts it. */
const served = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }).scripts.start.split(' ').slice(2)

const targets: Partial<Record<Work, number>> = { list: 0.15, timeline: 0.3 }
type Work = 'list' | 'timeline' | 'note' | 'search' | 'dashboard'

const pages = mkdtempSync(join(tmpdir(), 'hanai-bench-'))
const database = await openEmbedded(benchFolder)
const owner = new pg.Client({ connectionString: database.superuserUrl })
const running: { stop: () => Promise<void> }[] = []
try {
  await bringUpToDate(database.urls.migrate)
  await owner.connect()
  await measure()
} finally {
  for (const one of running.toReversed()) await one.stop()
  await owner.end()
  await database.stop()
  rmSync(pages, { recursive: true })
}

async function measure() {
  const { worker, coordinator, caseId } = await people()
  const app = await startApp()
  const at = (base: string, who: Person, path: string): Ask => ({ url: base + path, headers: { cookie: who.cookie, accept: 'text/html' }, expected: 200 })
  const own = { list: at(app.base, worker, '/cases'), timeline: at(app.base, worker, `/cases/${caseId}`), dashboard: at(app.base, coordinator, '/dashboard') }
  const shown = { list: await fetchText(own.list), timeline: await fetchText(own.timeline), dashboard: await fetchText(own.dashboard) }

  const plainWorker = await startPlain(worker, { list: shown.list, case: shown.timeline })
  const plainCoordinator = await startPlain(coordinator, { dashboard: shown.dashboard })
  sameRows(shown.list, await fetchText(at(plainWorker.base, worker, '/cases')), /<tr><td[\s\S]*?<\/tr>/g)
  sameRows(shown.timeline, await fetchText(at(plainWorker.base, worker, `/cases/${caseId}`)), /<li class="ev"[\s\S]*?<\/li>/g)

  const posted = { origin: app.base.replace('127.0.0.1', 'localhost'), 'sec-fetch-site': 'same-origin' }
  const search = (ask: Ask): Ask => ({ ...ask, method: 'POST', headers: { ...ask.headers, ...posted }, body: () => ({ type: 'application/json', content: JSON.stringify({ q: '가람' }) }) })
  const form = noteForm(shown.timeline)
  const works: Record<Work, { own: Ask; plain: Ask }> = {
    list: { own: own.list, plain: at(plainWorker.base, worker, '/cases') },
    timeline: { own: own.timeline, plain: at(plainWorker.base, worker, `/cases/${caseId}`) },
    note: {
      own: { ...own.timeline, method: 'POST', headers: { ...own.timeline.headers, ...posted }, body: () => withKey(form), expected: 303 },
      plain: { ...at(plainWorker.base, worker, `/cases/${caseId}`), method: 'POST', expected: 303, body: () => ({ type: 'application/x-www-form-urlencoded', content: `body=${encodeURIComponent('전화로 안부를 물었어요.')}` }) },
    },
    search: { own: search(at(app.base, worker, '/api/search')), plain: search(at(plainWorker.base, worker, '/api/search')) },
    dashboard: { own: own.dashboard, plain: at(plainCoordinator.base, coordinator, '/dashboard') },
  }

  console.log(`${connections} connections, ${rounds} rounds of ${milliseconds} ms each\n`)
  console.log('work        served           plain            ratio   p50 / p95 served   p50 / p95 plain   processor a request')
  for (const [name, work] of Object.entries(works) as [Work, { own: Ask; plain: Ask }][]) {
    const plain = name === 'dashboard' ? plainCoordinator : plainWorker
    say(name, await alternate(work, app.pid, plain.pid))
    // Notes written for the measure would make the next round's timeline another one.
    if (name === 'note') await owner.query(`delete from events where note_id in (select id from notes where body = $1); `, ['전화로 안부를 물었어요.']).then(() => owner.query('delete from notes where body = $1', ['전화로 안부를 물었어요.']))
  }
  console.log(`\nmemory: Hanai ${memoryOf(app.pid)} MB (at start ${app.memory} MB), plain ${memoryOf(plainWorker.pid)} MB`)
  await rowSecurity(database, worker, coordinator, caseId)
}

interface Measured {
  own: Pace[]
  plain: Pace[]
  ownProcessor: number
  plainProcessor: number
}

async function alternate({ own, plain }: { own: Ask; plain: Ask }, ownPid: number | undefined, plainPid: number | undefined): Promise<Measured> {
  const measured: Measured = { own: [], plain: [], ownProcessor: 0, plainProcessor: 0 }
  await pace(own, connections, 1_000)
  await pace(plain, connections, 500)
  const before = [processorOf(ownPid), processorOf(plainPid)] as const
  for (let round = 0; round < rounds; round++) {
    measured.own.push(await pace(own, connections, milliseconds))
    measured.plain.push(await pace(plain, connections, milliseconds))
  }
  const asked = (paces: Pace[]) => paces.reduce((sum, { perSecond, seconds }) => sum + perSecond * seconds, 0)
  measured.ownProcessor = (processorOf(ownPid) - before[0]) / asked(measured.own)
  measured.plainProcessor = (processorOf(plainPid) - before[1]) / asked(measured.plain)
  return measured
}

function say(name: Work, { own, plain, ownProcessor, plainProcessor }: Measured) {
  const middle = (paces: Pace[], of: 'perSecond' | 'p50' | 'p95') => paces.map((each) => each[of]).sort((a, b) => a - b)[Math.floor(paces.length / 2)] ?? 0
  const ratio = middle(own, 'perSecond') / middle(plain, 'perSecond')
  const target = targets[name]
  const verdict = target === undefined ? '' : ratio >= target ? ` ✓ ≥ ${target}` : ` ✗ < ${target}`
  const times = (paces: Pace[]) => `${middle(paces, 'p50').toFixed(0)} / ${middle(paces, 'p95').toFixed(0)} ms`
  const rate = (paces: Pace[]) => `${middle(paces, 'perSecond').toFixed(0)}/s ${((paces[0]?.bytes ?? 0) / 1024).toFixed(0)} KB`
  console.log([name.padEnd(11), rate(own).padEnd(16), rate(plain).padEnd(16), ratio.toFixed(2).padEnd(7), times(own).padEnd(18), times(plain).padEnd(17), `${ownProcessor.toFixed(1)} and ${plainProcessor.toFixed(1)} ms${verdict}`].join(' '))
}

/** The counsellor who leads the case with the long timeline, and a coordinator of the same office. */
async function people() {
  const { rows } = await owner.query<{ id: string; office_id: string; lead_id: string; coordinator: string }>(`
    select c.id, c.office_id, c.lead_id, (select s.id from staff s where s.office_id = c.office_id and s.role = 'COORDINATOR' order by s.id limit 1) as coordinator
    from cases c join offices o on o.id = c.office_id where o.code = 'B1' and c.number = 'G-2026-0001'`)
  const [row] = rows
  if (!row) throw new Error('There is no bench world; make it with npm run bench:data.')
  return {
    caseId: row.id,
    worker: await signIn(owner, database.secret, { officeId: row.office_id, staffId: row.lead_id }),
    coordinator: await signIn(owner, database.secret, { officeId: row.office_id, staffId: row.coordinator }),
  }
}

async function startApp() {
  const port = await freePort()
  const { urls, secret } = database
  const base = `http://127.0.0.1:${port}`
  const child = await start(served, { PORT: String(port), HANAI_SECRET: secret, DATABASE_APP_URL: urls.app, DATABASE_AUTH_URL: urls.auth, DATABASE_JOBS_URL: urls.jobs, DATABASE_MIGRATE_URL: urls.migrate }, `${base}/api/ready`)
  running.push({ stop: () => stop(child) })
  return { base, pid: child.pid, memory: memoryOf(child.pid) }
}

async function startPlain(who: Person, html: Record<string, string>) {
  const files: Record<string, string> = {}
  for (const [name, text] of Object.entries(html)) writeFileSync((files[name] = join(pages, `${name}.html`)), text)
  const port = await freePort()
  const { rows } = await owner.query<{ agency_id: string; role: string; name: string; kind: string }>('select s.agency_id, s.role, s.name, a.kind from staff s join agencies a on a.id = s.agency_id where s.id = $1', [who.staffId])
  const actor = { sessionKey: who.key, staffId: who.staffId, officeId: who.officeId, agencyId: rows[0]?.agency_id, agencyKind: rows[0]?.kind, role: rows[0]?.role, name: rows[0]?.name, locale: 'ko', inside: true, cleared: true }
  const base = `http://127.0.0.1:${port}`
  const env = { NODE_ENV: 'production', BENCH_PORT: String(port), BENCH_URL: database.superuserUrl, BENCH_ACTOR: JSON.stringify(actor), BENCH_PAGES: JSON.stringify(files) }
  const child = await start(['tests/bench/plain.ts'], env, `${base}/ready`)
  running.push({ stop: () => stop(child) })
  return { base, pid: child.pid }
}

/** What is measured must be the same: every row of the page stands in both, to the letter. */
function sameRows(served: string, plain: string, row: RegExp) {
  const [ours, theirs] = [served.match(row) ?? [], plain.match(row) ?? []]
  const different = ours.findIndex((text, at) => text !== theirs[at])
  if (ours.length === 0 || ours.length !== theirs.length || different >= 0) throw new Error(`the plain page is another one: ${ours.length} and ${theirs.length} rows\n${ours[different]}\n${theirs[different]}`)
}
