import { must, type Action } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Ticked } from '#lib/core/input.ts'
import { marksOf } from '#lib/core/marks.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { piecesOf } from '#lib/students/naming.ts'
import { audit } from '#lib/timeline/audit.ts'

/** Said after the warning: the name belongs there. */
export const reporterAsked = { reporterOk: Ticked.optional() }

type Where = { caseId: string } | { interventionId: string }
type Asked = Where & { reporterOk?: boolean | undefined }

/**
 * Whoever may know who reported is asked once before she names that person where the team reads it. To everybody else
 * this says nothing and does nothing: not a word of what she wrote is compared, so that nobody finds out who reported by
 * writing names. That somebody was asked is on record, and stays although nothing else does.
 */
async function askOfReporter(actor: Actor, where: Where, text: string): Promise<void> {
  const named = await asActor({ sessionKey: actor.sessionKey }, async (tx) => {
    const caseId = await knownCase(tx, where)
    if (!caseId) return false
    const marks = await marksOf(caseId, piecesOf(text))
    const found = await tx.$queryRaw<{ id: string }[]>`select id from app.names_reporter(${caseId}::uuid, ${marks}::bytea[]) id`
    for (const { id } of found) await audit(tx, actor, 'sealed.reporter-warned', { caseId, subjectId: id })
    return found.length > 0
  })
  if (named) throw new Invalid('sealed.refusal.namesReporter', 'reporterOk')
}

/** The case, if she may know of a reporter in it. */
async function knownCase(tx: Tx, where: Where): Promise<string | undefined> {
  const [found] = 'caseId' in where
    ? await tx.$queryRaw<{ id: string }[]>`select ${where.caseId}::uuid as id where app.knows_reporter(${where.caseId}::uuid)`
    : await tx.$queryRaw<{ id: string }[]>`select i.case_id as id from interventions i where i.id = ${where.interventionId}::uuid and app.knows_reporter(i.case_id)`
  return found?.id
}

/** A verb that writes where others read, with the question before it. */
export const unnamed = <I extends Where>(action: Action, verb: (actor: Actor, input: I) => Promise<string>, textOf: (input: I) => string) =>
  async (actor: Actor, input: I & Asked): Promise<string> => {
    must(actor, action)
    if (!input.reporterOk) await askOfReporter(actor, input, textOf(input))
    return verb(actor, input)
  }
