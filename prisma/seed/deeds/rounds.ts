import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { addRoundPaper } from '#lib/sharing/add-round-paper.ts'
import { recordRound } from '#lib/sharing/record-round.ts'
import { sendRoundLinks } from '#lib/sharing/round-links.ts'
import { RecordRound, schoolYearOf, StartRound } from '#lib/sharing/round.ts'
import { familiesOf, type RoundFamily } from '#lib/sharing/rounds.ts'
import { startRound } from '#lib/sharing/start-round.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import { signedPaper } from '../paper.ts'
import { inTurn, type Deed, type Scene } from '../story.ts'
import { idIn } from './id-in.ts'

/** Asks the families of these children of one school at once, for a school year that does not end meanwhile. */
export const askClass = (school: string, children: string[], { to, items, purpose }: { to: string; items: Domain[]; purpose: string }): Deed<string> => inTurn(async (scene) =>
  idIn(await startRound(scene.actor, StartRound.parse({
    schoolId: scene.agency(school), schoolYear: String(schoolYearOf(new Date(now().getTime() + 30 * 86_400_000))), students: children.map(scene.child), recipients: [scene.agency(to)], purpose, items,
  }))))

async function familyOf({ actor, child }: Scene, roundId: string, name: string): Promise<RoundFamily> {
  const family = (await asActor(actor, (tx) => familiesOf(tx, actor, roundId))).find(({ studentId }) => studentId === child(name))
  if (!family) throw new Error(`the family of ${name} was not asked`)
  return family
}

/** Links to the student and a guardian, who have not answered yet. */
export const inviteByPhone = (roundId: string, name: string): Deed<string> => async (scene) => {
  const { formId, guardians } = await familyOf(scene, roundId, name)
  return sendRoundLinks(scene.actor, { roundId, to: [`${formId}.STUDENT`, ...guardians.slice(0, 1).map(({ id }) => `${formId}.${id}`)] })
}

/** The family's paper came back, signed by both. */
export const agreeOnPaper = (roundId: string, name: string, to: string): Deed<string> => async (scene) => {
  const { formId, guardians } = await familyOf(scene, roundId, name)
  await addRoundPaper(scene.actor, { roundId, formId }, await signedPaper())
  return recordRound(scene.actor, RecordRound.parse({
    roundId, line0: `${formId}.${scene.agency(to)}`, student0: 'GRANTED', guardian0: 'GRANTED', who0: guardians[0]?.id, verified0: 'IN_PERSON',
  }))
}
