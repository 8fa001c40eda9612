import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/core/actor.ts'
import { acceptIntervention } from '#lib/interventions/accept-intervention.ts'
import { assignIntervention } from '#lib/interventions/assign-intervention.ts'
import { completeIntervention } from '#lib/interventions/complete-intervention.ts'
import { declineIntervention } from '#lib/interventions/decline-intervention.ts'
import { discontinueIntervention } from '#lib/interventions/discontinue-intervention.ts'
import { holdSession } from '#lib/interventions/hold-session.ts'
import { moveNames, moveOf, states, type MoveName } from '#lib/interventions/intervention.ts'
import { pauseIntervention } from '#lib/interventions/pause-intervention.ts'
import { resumeIntervention } from '#lib/interventions/resume-intervention.ts'
import { closeCase } from '#lib/cases/close-case.ts'
import { putConsent, putIntervention, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { openCaseOfIdeun, rowOf } from './ask.ts'

const world = await makeWorld()
let caseId: string

beforeAll(async () => {
  caseId = await openCaseOfIdeun(world)
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  await putMember(world, { caseId, staff: '피하윤', agency: 'NGO1' })
})

const summary = '정리했어요.'
const deeds: Record<MoveName, (actor: Actor, interventionId: string) => Promise<string>> = {
  accept: (actor, interventionId) => acceptIntervention(actor, { interventionId, answer: '' }),
  decline: (actor, interventionId) => declineIntervention(actor, { interventionId, code: 'OUT_OF_AREA', answer: '' }),
  withdraw: (actor, interventionId) => discontinueIntervention(actor, { interventionId, reason: 'WITHDRAWN', summary }),
  assign: (actor, interventionId) => assignIntervention(actor, { interventionId, staffId: world.ground.staffIds['도서진'] ?? '' }),
  session: (actor, interventionId) => holdSession(actor, { interventionId, attendance: 'ATTENDED', body: '' }),
  pause: (actor, interventionId) => pauseIntervention(actor, { interventionId, wakesOn: '2026-12-24', reason: '방학 동안 쉬어요.' }),
  resume: (actor, interventionId) => resumeIntervention(actor, { interventionId }),
  complete: (actor, interventionId) => completeIntervention(actor, { interventionId, result: 'PARTLY', summary }),
  discontinue: (actor, interventionId) => discontinueIntervention(actor, { interventionId, reason: 'MOVED', summary }),
}

/** A piece of help that stands in this state, asked by the nurse of the charity. */
async function standing(state: string): Promise<string> {
  const id = await putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아', domain: 'ECON', state: 'PROPOSED' })
  const ends = { COMPLETED: `, result = 'PARTLY'`, DISCONTINUED: `, end_reason = 'MOVED'`, DECLINED: `, decline_code = 'NO_CAPACITY'`, PAUSED: `, wakes_on = '2026-12-01', due_at = null` }
  await world.owner(`update interventions set state = '${state}'${ends[state as keyof typeof ends] ?? ''} where id = $1`, [id])
  return id
}

const attempt = (name: string, move: MoveName, id: string) => world.at(morning, () => deeds[move](world.as(name), id))

/** The two ends of one verb: what is not answered yet is withdrawn, what was taken on is stopped. */
const verbOf = (move: MoveName) => (move === 'withdraw' ? 'discontinue' : move)
const allowed = (move: MoveName, state: (typeof states)[number], side: 'AGENCY' | 'LEAD' | 'OFFICE') =>
  moveNames.some((one) => verbOf(one) === verbOf(move) && (moveOf(one).from as readonly string[]).includes(state) && moveOf(one).by.includes(side))

const people = { AGENCY: '피하윤', LEAD: '강모아', OFFICE: '문다희' } as const
const cells = (Object.keys(people) as (keyof typeof people)[]).flatMap((side) =>
  moveNames.filter((move) => move !== 'withdraw').flatMap((move) => states.map((state) => ({ side, move, state, may: allowed(move, state, side) }))))

test.for(cells.filter(({ may }) => may))('$side: $move from $state', async ({ side, move, state }) => {
  const id = await standing(state)
  await attempt(people[side], move, id)
  const { to } = moveOf(move)
  expect(await rowOf(world, id)).toMatchObject({ state: move === 'discontinue' ? 'DISCONTINUED' : (to ?? state), version: 2 })
})

test.for(cells.filter(({ may }) => !may))('$side: no $move from $state', async ({ side, move, state }) => {
  const id = await standing(state)
  await expect(attempt(people[side], move, id)).rejects.toMatchObject({ name: expect.stringMatching(/^Not(Now|Allowed)$/) as string })
  expect(await rowOf(world, id)).toMatchObject({ state, version: 1 })
})

test('what ended waits for nobody, a pause has its day, and going on is due within three working days', async () => {
  const id = await standing('ACTIVE')
  await attempt('피하윤', 'pause', id)
  expect(await rowOf(world, id)).toMatchObject({ wakes_on: '2026-12-24', due_at: null })
  await attempt('피하윤', 'resume', id)
  expect(await rowOf(world, id)).toMatchObject({ wakes_on: null, due_at: new Date('2026-11-27T18:00:00+09:00') })
  await attempt('피하윤', 'complete', id)
  expect(await rowOf(world, id)).toMatchObject({ due_at: null, result: 'PARTLY', ended_at: morning })
})

test('a pause ends in the future', async () => {
  const id = await standing('ACTIVE')
  await expect(world.at(morning, () => pauseIntervention(world.as('피하윤'), { interventionId: id, wakesOn: '2026-11-24', reason: '쉬어요' }))).rejects.toMatchObject({ field: 'wakesOn' })
})

test('what was written at the end is a note of the case in the domain of the help', async () => {
  const id = await standing('ACTIVE')
  await attempt('피하윤', 'complete', id)
  const { rows } = await world.owner(`select n.body, n.layer, n.domain from events e join notes n on n.id = e.note_id where e.type = 'intervention.completed' and e.data ->> 'interventionId' = $1`, [id])
  expect(rows).toEqual([{ body: summary, layer: 'PROGRESS', domain: 'ECON' }])
})

test('an old page is told who was faster', async () => {
  const id = await standing('ACTIVE')
  await attempt('피하윤', 'session', id)
  await expect(world.at(morning, () => completeIntervention(world.as('강모아'), { interventionId: id, version: 1, result: 'ACHIEVED', summary }))).rejects
    .toMatchObject({ status: 409, message: 'interventions.refusal.faster', values: { name: '피하윤' } })
})

test('a case does not close while help is open, and closes when it has ended', async () => {
  const close = (version: number) => world.at(morning, () => closeCase(world.as('문다희'), { caseId, version, reason: 'GOALS_REACHED', summary, remaining: '', voice: '', goalResults: [] }))
  const { rows } = await world.owner('select version from cases where id = $1', [caseId])
  const version = (rows[0] as { version: number }).version
  await expect(close(version)).rejects.toMatchObject({ status: 409 })
  await world.owner(`update interventions set state = 'COMPLETED', result = 'PARTLY', due_at = null, wakes_on = null where case_id = $1 and state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED')`, [caseId])
  await close(version)
})
