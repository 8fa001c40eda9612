import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { addRoundPaper } from '#lib/sharing/add-round-paper.ts'
import { answerLink, openLink } from '#lib/sharing/family.ts'
import type { Shown } from '#lib/sharing/link-secret.ts'
import { recordRound } from '#lib/sharing/record-round.ts'
import { sendRoundLinks } from '#lib/sharing/round-links.ts'
import { RecordRound, schoolYearOf, StartRound } from '#lib/sharing/round.ts'
import { familiesOf, roundLinks, type RoundFamily } from '#lib/sharing/rounds.ts'
import { startRound } from '#lib/sharing/start-round.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import { signedPaper } from '../paper.ts'
import { inTurn, type Deed, type Scene } from '../story.ts'
import { idIn } from './id-in.ts'

/** Asks the families of these children of one school at once. */
export const askClass = (school: string, children: string[], { to, items, purpose }: { to: string; items: Domain[]; purpose: string }): Deed<string> => inTurn(async (scene) =>
  idIn(await startRound(scene.actor, StartRound.parse({
    schoolId: scene.agency(school), schoolYear: String(schoolYearOf(now())), students: children.map(scene.child), recipients: [scene.agency(to)], purpose, items,
  }))))

async function familyOf({ actor, child }: Scene, roundId: string, name: string): Promise<RoundFamily> {
  const family = (await asActor(actor, (tx) => familiesOf(tx, actor, roundId))).find(({ studentId }) => studentId === child(name))
  if (!family) throw new Error(`the family of ${name} was not asked`)
  return family
}

/** Links to the student and a guardian; with what is told them: the addresses and, by another way, the PINs. */
export const inviteByPhone = (roundId: string, name: string): Deed<Shown[]> => async (scene) => {
  const { formId, guardians } = await familyOf(scene, roundId, name)
  await sendRoundLinks(scene.actor, { roundId, to: [`${formId}.STUDENT`, ...guardians.slice(0, 1).map(({ id }) => `${formId}.${id}`)] })
  const links = await asActor(scene.actor, (tx) => roundLinks(tx, scene.actor, roundId))
  return links.flatMap((link) => (link.formId === formId && link.shown ? [link.shown] : []))
}

/** Who was invited agrees, each on her telephone. */
export const agreeByPhone = (invited: Shown[], { to, names, relation }: { to: string; names: string[]; relation: string }): Deed<void> => async ({ agency }) => {
  for (const [at, { token, pin }] of invited.entries()) {
    const opened = await openLink(token, pin, '')
    const key = opened && 'key' in opened ? opened.key : ''
    const answered = await answerLink(token, key, 'ko', { [`agrees-${agency(to)}`]: 'yes', typed: names[at] ?? '', typedConfirmed: 'on', confirmed: 'on', relation }, '')
    if (answered !== 'ANSWERED') throw new Error('no answer came')
  }
}

/** The family's paper came back, signed by both. */
export const agreeOnPaper = (roundId: string, name: string, to: string): Deed<string> => async (scene) => {
  const { formId, guardians } = await familyOf(scene, roundId, name)
  await addRoundPaper(scene.actor, { roundId, formId }, await signedPaper())
  return recordRound(scene.actor, RecordRound.parse({
    roundId, line0: `${formId}.${scene.agency(to)}`, student0: 'GRANTED', guardian0: 'GRANTED', who0: guardians[0]?.id, verified0: 'IN_PERSON',
  }))
}
