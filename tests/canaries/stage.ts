import type pg from 'pg'
import type { Actor } from '#lib/core/actor.ts'
import type { Ground } from '#prisma/seed/bootstrap.ts'

/** Where the children live: a world of the tests with its fixed morning, or a service that runs. */
export interface Stage {
  ground: Ground
  as: (name: string) => Actor
  owner: (text: string, values?: unknown[]) => Promise<pg.QueryResult>
  /** Does something at the time of this place. */
  at: <T>(deed: () => Promise<T>) => Promise<T>
  /** What day it is there. */
  today: Date
}

/** What there is of a child, by identifier; what it has not got is not there. */
export interface Traces {
  student: string
  guardian: string
  referral?: string
  notice?: string
  case?: string
  note?: string
  event?: string
  record?: string
  document?: string
  glass?: string
  conflict?: string
  consent?: string
  basis?: string
  /** A form made out for the family, and the address of the link by which it may answer. */
  form?: string
  token?: string
  round?: string
  /** Of who reported: asked for by somebody named. */
  grant?: string
  /** Of somebody of a private body who is to be named for what is sealed. */
  naming?: string
  export?: string
  destruction?: string
  /** Helps by what they wait for. */
  asked?: string
  active?: string
  paused?: string
}

/** The people who work with the children of each school. */
export const people: Record<string, { counselor: string; lead: string }> = {
  S1: { counselor: '임보라', lead: '한결우' },
  S2: { counselor: '강모아', lead: '진서율' },
  S3: { counselor: '윤채담', lead: '남기훈' },
  S4: { counselor: '반소담', lead: '류단우' },
  S5: { counselor: '송가비', lead: '권이안' },
}

/** One question after the other: they share a connection. */
export function inOrder(owner: Stage['owner']): Stage['owner'] {
  let last: Promise<unknown> = Promise.resolve()
  return (text, values) => {
    const next = last.then(() => owner(text, values))
    last = next.catch(() => undefined)
    return next
  }
}
