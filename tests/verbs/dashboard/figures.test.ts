import { beforeAll, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { myDashboard, type Dashboard } from '#lib/dashboard/my-dashboard.ts'
import { students } from '#prisma/seed/students.ts'
import { day, from, putCase, putConsent, putIntervention, putReferral } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()

/** The dashboard whose `of` may be this one: an office's and a school's are one kind. */
type DashboardOf<Of extends Dashboard['of']> = Dashboard extends infer One ? (One extends { of: infer Kinds } ? (Of extends Kinds ? One : never) : never) : never

async function dashboardOf<Of extends Dashboard['of']>(name: string, of: Of): Promise<DashboardOf<Of>> {
  const dashboard = await world.at(morning, () => asActor(world.as(name), (tx) => myDashboard(tx, world.as(name))))
  if (dashboard.of !== of) throw new Error(`${name} got ${dashboard.of}`)
  return dashboard as DashboardOf<Of>
}

/** What stands in the tables, counted plainly by their owner. */
async function plain(where: string): Promise<number> {
  const { rows } = await world.owner(`select count(*)::int as n from cases where closed_at is null and ${where}`)
  return (rows[0] as { n: number }).n
}

const leads = { S1: '임보라', S2: '강모아', S3: '윤채담', S4: '류단우', S5: '송가비' } as const
const levels = ['EMERGENCY', 'HIGH', 'MODERATE', 'WATCH'] as const

beforeAll(async () => {
  // Every child of the demo world but the last five, levels and clocks in turn.
  for (const [at, { name, school }] of students.slice(0, -5).entries()) {
    const lead = leads[school as keyof typeof leads]
    const id = await putCase(world, {
      child: name, school, lead, leadAgency: school, level: levels[at % 4] ?? 'WATCH', due: from((at % 5 === 0 ? -1 : 3) * day),
      seen: at % 7 === 0 ? null : from(-day), opened: from(-40 * day), planned: at % 3 === 0,
    })
    if (at === 1) {
      await putConsent(world, name, 'NGO1', ['ECON'])
      await putIntervention(world, { caseId: id, agency: 'NGO1', proposer: lead, domain: 'ECON', state: 'ACTIVE', staff: '도서진', due: from(-day) })
      await putIntervention(world, { caseId: id, agency: 'NGO1', proposer: lead, domain: 'EMOTION' })
    }
  }
  for (const [at, { name, school }] of students.slice(-5).entries()) {
    await putReferral(world, { child: name, school, applicant: '문다희', responsible: 'ISS', submitted: from(-at * 7 * day - 3 * 3_600_000) })
  }
})

test('the office’s figures equal a plain count', async () => {
  const { cases } = await dashboardOf('문다희', 'OFFICE')
  expect(cases.all.open).toBe(await plain('true'))
  expect(cases.all.late).toBe(await plain(`due_at < '${morning.toISOString()}'`))
  expect(cases.all.stuck).toBe(0)
  for (const level of levels) expect(cases.byLevel[level]).toBe(await plain(`level = '${level}'`))
  expect(cases.byStage).toEqual({
    ACTIVE: await plain('plan_agreed_at is not null'),
    PLANNING: await plain('plan_agreed_at is null and child_seen_at is not null'),
    INTAKE: await plain('plan_agreed_at is null and child_seen_at is null'),
  })
  for (const { id, open } of cases.byLead) expect(open).toBe(await plain(`lead_id = '${id}'`))
  for (const { id, open } of cases.byAgency) expect(open).toBe(await plain(`lead_agency_id = '${id}'`))
  for (const { id, open } of cases.bySchool) expect(open).toBe(await plain(`school_id = '${id}'`))
  expect(cases.all.points).toBe(3 * (await plain(`level = 'EMERGENCY'`)) + 2 * (await plain(`level = 'HIGH'`)) + (await plain(`level = 'MODERATE'`)) + 0.5 * (await plain(`level = 'WATCH'`)))
})

test('a school’s lead sees her own school counted, and only it', async () => {
  const { cases } = await dashboardOf('남기훈', 'SCHOOL')
  expect(cases.all.open).toBe(await plain(`school_id = '${world.ground.agencyIds['S3']}'`))
  expect(cases.bySchool.map(({ name }) => name)).toEqual(['라온들중'])
})

test('referrals fall into their weeks, this week last', async () => {
  const { referrals } = await dashboardOf('문다희', 'OFFICE')
  expect(referrals.weeks).toHaveLength(12)
  expect(referrals.schools.reduce((sum, { total }) => sum + total, 0)).toBe(5)
  const weekly = referrals.weeks.map((_, week) => referrals.schools.reduce((sum, { counts }) => sum + (counts[week] ?? 0), 0))
  expect(weekly.slice(-5)).toEqual([1, 1, 1, 1, 1])
  expect(referrals).toMatchObject({ medianHours: null, answered: 0 })
})

test('the middle waiting time runs from filing to the first answer of somebody else', async () => {
  const { rows } = await world.owner('select id, office_id, submitted_at, applicant_id from referrals order by submitted_at desc limit 3')
  for (const [at, row] of (rows as { id: string; office_id: string; submitted_at: Date; applicant_id: string }[]).entries()) {
    const after = (hours: number) => new Date(row.submitted_at.getTime() + hours * 3_600_000)
    for (const [actor, hours] of [[row.applicant_id, 0.1], [world.ground.staffIds['배온유'], at + 1]] as const) {
      await world.owner(`insert into events (id, office_id, referral_id, type, at, actor_id, layer, data) values ($1, $2, $3, 'referral.received', $4, $5, 'PLAN', '{}')`, [newId(), row.office_id, row.id, after(hours), actor])
    }
  }
  const { referrals } = await dashboardOf('문다희', 'OFFICE')
  expect(referrals).toMatchObject({ medianHours: 2, answered: 3 })
})

test('a partner’s lead counts the support of her own agency, within consent', async () => {
  const { support } = await dashboardOf('피하윤', 'PARTNER')
  expect(support.byState.filter(({ count }) => count > 0)).toEqual([{ state: 'ACTIVE', count: 1, late: 1 }])
  expect(support.byPerson).toMatchObject([{ name: '도서진', open: 1 }])
  expect((await dashboardOf('백지운', 'PARTNER')).support.byState.every(({ count }) => count === 0)).toBe(true)
})

test('who has no dashboard is refused', async () => {
  for (const name of ['고은별', '윤채담', '정하람', '노을기', '하도경']) {
    await expect(asActor(world.as(name), (tx) => myDashboard(tx, world.as(name)))).rejects.toThrow('core.refusal.notAllowed')
  }
})
