import { expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { discardDraft } from '#lib/drafts/discard-draft.ts'
import type { DraftName } from '#lib/drafts/draft.ts'
import { draftOf, draftsOf } from '#lib/drafts/drafts.ts'
import { saveDraft } from '#lib/drafts/save-draft.ts'
import { submitReferral } from '#lib/referrals/submit-referral.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { request } from '../referrals/filing.ts'

const world = await makeWorld()
const about = (child: string): DraftName => ({ kind: 'referral', subject: world.studentIds[child] ?? '' })
const kept = (who: string, name: DraftName) => asActor(world.as(who), (tx) => draftOf(tx, world.as(who), name))
const save = (who: string, name: DraftName, fields: Record<string, string | string[]>, form = newId()) => world.at(morning, () => saveDraft(world.as(who), name, { form, fields }))

test('what is being written comes back to its writer as it was', async () => {
  const fields = { sentence: '집에 전기가 끊겼다고 했어요.\n🕯', concerns: ['HARDSHIP', 'SKIPPED_MEALS'], urgency: 'TODAY' }
  await save('고은별', about('김지우'), { sentence: '집에' })
  await save('고은별', about('김지우'), fields)
  expect(await kept('고은별', about('김지우'))).toEqual({ fields, savedAt: morning })
  const list = await asActor(world.as('고은별'), (tx) => draftsOf(tx, world.as('고은별'), 'referral'))
  expect(list).toEqual([{ subject: world.studentIds['김지우'], savedAt: morning }])
})

test('in the database nobody can read it, the database’s owner included', async () => {
  const { rows } = await world.owner('select sealed from drafts')
  expect(rows).toHaveLength(1)
  const { sealed } = rows[0] as { sealed: Buffer }
  expect(sealed.toString('utf8')).not.toMatch(/전기|HARDSHIP|sentence/)
})

test('it is its writer’s alone: no colleague, leader or coordinator finds it', async () => {
  for (const who of ['윤채담', '남기훈', '문다희', '노을기', '하도경']) {
    expect(await kept(who, about('김지우')), who).toBeNull()
    expect((await world.sql(who, 'select 1 from drafts')).rowCount, who).toBe(0)
  }
})

test('moved into somebody else’s name it does not open', async () => {
  await world.owner(`insert into drafts (office_id, staff_id, kind, subject, sealed, saved_at) select office_id, $1, kind, subject, sealed, saved_at from drafts where staff_id = $2`, [
    world.ground.staffIds['윤채담'], world.ground.staffIds['고은별'],
  ])
  expect(await kept('윤채담', about('김지우'))).toBeNull()
})

test('an emptied form keeps nothing, and a draft that is no longer wanted goes', async () => {
  await save('고은별', about('서지안'), { sentence: '쓰다가' })
  await save('고은별', about('서지안'), { sentence: '', concerns: [] })
  expect(await kept('고은별', about('서지안'))).toBeNull()
  await save('고은별', about('서지안'), { sentence: '다시' })
  await discardDraft(world.as('고은별'), about('서지안'))
  expect(await kept('고은별', about('서지안'))).toBeNull()
})

test('sent, it is gone, and a straggling save of the same form does not bring it back', async () => {
  const form = newId()
  const actor = world.as('고은별')
  await save('고은별', about('장우림'), { sentence: '사흘째 결석' }, form)
  await world.at(morning, () => submitReferral({ ...actor, form: { key: form, digest: new Uint8Array(32) } }, request(world, '장우림')))
  expect(await kept('고은별', about('장우림'))).toBeNull()
  await save('고은별', about('장우림'), { sentence: '사흘째 결석' }, form)
  expect(await kept('고은별', about('장우림'))).toBeNull()
  await save('고은별', about('장우림'), { sentence: '새로 쓰는 다른 의뢰' })
  expect(await kept('고은별', about('장우림'))).not.toBeNull()
})
