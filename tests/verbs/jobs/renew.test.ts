import { expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { renewConsents } from '#lib/jobs/renew-consents.ts'
import { myWork } from '#lib/today/my-work.ts'
import { day, from, putCase, putConsent } from '#tests/verbs/today/put.ts'
import { makeWorld } from '#tests/world.ts'
import { asJobs } from './run-job.ts'

const world = await makeWorld()

test('a consent that ends within the office’s days is in the work of whoever leads the case, and is told by mail without content; a later one is not', async () => {
  const soon = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putCase(world, { child: '문시우', school: 'S1', lead: '임보라', leadAgency: 'S1' })
  for (const child of ['박이든', '문시우']) await putConsent(world, child, 'NGO1', ['ECON'])
  await world.owner('update offices set renewal_days = 20')
  const at = from(11 * day)
  await world.owner(`update consents set valid_until = $1 where student_id = $2`, [from(60 * day), world.studentIds['문시우']])
  await world.at(from(9 * day), () => asJobs(renewConsents))
  const told = async () => (await world.owner(`select payload from graphile_worker._private_jobs where payload ->> 'kind' = 'consent.renew'`)).rows.map(({ payload }) => payload)
  expect(await told()).toEqual([])
  for (let pressed = 0; pressed < 2; pressed++) await world.at(at, () => asJobs(renewConsents))
  expect(await told()).toEqual([{ officeId: world.ground.officeId, kind: 'consent.renew', path: `/cases/${soon}/sharing`, staffId: world.ground.staffIds['강모아'] }])
  const why = async (name: string) => (await world.at(at, () => asActor(world.as(name), (tx) => myWork(tx, world.as(name))))).flatMap((item): string[] => [...item.why])
  expect(await why('강모아')).toContain('RENEW')
  expect(await why('임보라')).not.toContain('RENEW')
})
