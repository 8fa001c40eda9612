import { may } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { glassesWaiting } from '#lib/glass/queries.ts'
import { decisionsFor, type Decision } from './deciding.ts'
import type { FrameCounts } from './frame.ts'
import { basesToReview, lapses, refusedViews } from './keepers.ts'
import { changesWaiting } from '#lib/people/changes.ts'
import { ownerless } from '#lib/people/list.ts'
import { myWork } from './my-work.ts'
import { myReceipts } from './receipts.ts'
import { summaryOf } from './summary.ts'
import type { BasisToReview, Lapse, Receipt, Summary, WorkItem } from './today.ts'

export interface Today {
  frame: FrameCounts
  work: WorkItem[]
  summary: Summary
  receipts: Receipt[]
  keeping: { lapses: Lapse[]; refused: number } | null
  /** What somebody else did and waits for the actor's judgement. */
  judging: { bases: BasisToReview[]; glasses: { waiting: number; late: number }; decisions: Decision[] }
  /** Of the colleagues one answers for: whose rights end soon, what waits for one's word, what is nobody's. */
  people: { lapses: Lapse[]; waiting: number; ownerless: { id: string; name: string }[] } | null
}

/** Everything on the first page, for any of the ten roles. */
export async function myToday(tx: Tx, actor: Actor): Promise<Today> {
  const work = may(actor, 'case.read') ? await myWork(tx, actor) : []
  return {
    frame: {
      today: work.length,
      referrals: work.filter(({ kind }) => kind === 'REFERRAL').length,
      interventions: work.filter(({ kind }) => kind === 'INTERVENTION').length,
    },
    work,
    summary: await summaryOf(tx, actor),
    receipts: may(actor, 'referral.submit') || may(actor, 'referral.notify') ? await myReceipts(tx, actor, 20) : [],
    people: may(actor, 'people.hand') ? { lapses: await lapses(tx, actor), waiting: await changesWaiting(tx, actor), ownerless: await ownerless(tx, actor) } : null,
    keeping: actor.role === 'ADMIN' || actor.role === 'PRIVACY_OFFICER' ? await keepingOf(tx, actor) : null,
    judging: {
      bases: may(actor, 'basis.review') || actor.role === 'PRIVACY_OFFICER' ? await basesToReview(tx, actor) : [],
      glasses: may(actor, 'glass.review') ? await glassesWaiting(tx, actor) : { waiting: 0, late: 0 },
      decisions: await decisionsFor(tx, actor),
    },
  }
}

async function keepingOf(tx: Tx, actor: Actor) {
  const officer = actor.role === 'PRIVACY_OFFICER'
  return {
    lapses: await lapses(tx, actor),
    refused: officer ? await refusedViews(tx, actor) : 0,
  }
}
