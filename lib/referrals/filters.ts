import { z } from 'zod'
import { Id } from '#lib/core/id.ts'
import { urgencies, type Urgency } from './referral.ts'

/** What of the queue is shown. */
export const shows = ['turn', 'mine', 'open', 'asked', 'away', 'done', 'own'] as const
export type Show = (typeof shows)[number]

/** Finished ones and one's own stand in the order of time; what is open, the most urgent first. */
export const isByTime = (show: Show): boolean => show === 'done' || show === 'own'

/** The row a page ended with. */
export interface After {
  urgency: Urgency
  at: Date
  id: string
}

export interface QueueFilters {
  show: Show
  school?: string | undefined
  after?: After | undefined
}

const AfterText = z.string().regex(/^[0-2]_\d{1,15}_[0-9a-f-]{36}$/).transform((text): After => {
  const [rank, moment, id = ''] = text.split('_')
  return { urgency: urgencies[Number(rank)] ?? 'THIS_WEEK', at: new Date(Number(moment)), id }
}).refine(({ id }) => Id.safeParse(id).success)

const Query = z.object({
  show: z.enum(shows).optional().catch(undefined),
  school: Id.optional().catch(undefined),
  after: AfterText.optional().catch(undefined),
})

/** Reads the address; what it does not know it leaves out, so that an old link still opens. Of one school, all open ones. */
export function queueFilters(query: Record<string, unknown>): QueueFilters {
  const { show, school, after } = Query.parse(query)
  return { show: show ?? (school ? 'open' : 'turn'), school, after }
}

export const afterText = ({ urgency, at, id }: After): string => `${urgencies.indexOf(urgency)}_${at.getTime()}_${id}`

/** The address of the queue with other filters. */
export function queueHref({ show, school }: Pick<QueueFilters, 'show' | 'school'>, after?: After): string {
  const query = new URLSearchParams({ show })
  if (school) query.set('school', school)
  if (after) query.set('after', afterText(after))
  return `/referrals?${query}`
}
