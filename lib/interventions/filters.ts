import { z } from 'zod'
import type { Role } from '#lib/core/actor.ts'

/** Which of the list: what is open by the clock, a state of it, or what has ended. ACTIVE is all that was taken on and goes on. */
export const shows = ['OPEN', 'PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED', 'ENDED'] as const
export type Show = (typeof shows)[number]

/** Asked of my agency; asked by me or in cases I lead; all that I may see. */
export const scopes = ['ours', 'asked', 'all'] as const
export type Scope = (typeof scopes)[number]

export interface ListFilters {
  state: Show
  of: Scope
  staff?: string | undefined
  /** The last line of the page before: its clock in milliseconds, or `-` where it had none, and its id. */
  after?: { at: Date | null; id: string } | undefined
}

const After = z.string().regex(/^(\d+|-)_[0-9a-f-]{36}$/).transform((text) => {
  const [at = '-', id = ''] = text.split('_')
  return { at: at === '-' ? null : new Date(Number(at)), id }
})

const overseers: readonly Role[] = ['SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD']
const office: readonly Role[] = ['COORDINATOR', 'OFFICE_LEAD']

/** What somebody may choose between: only those who look after others' cases have more than their own. */
export const scopesFor = ({ role }: { role: Role }): readonly Scope[] => (overseers.includes(role) ? scopes : ['ours', 'asked'])

/** Reads the address; what it does not know it leaves out, so that an old link still opens. */
export function listFilters(query: Record<string, unknown>, actor: { role: Role }): ListFilters {
  const own = scopesFor(actor)
  const Filters = z.object({
    state: z.enum(shows).catch('OPEN'),
    of: z.enum(scopes).refine((scope) => own.includes(scope)).catch(office.includes(actor.role) && query['staff'] === undefined && query['state'] === undefined ? 'all' : 'ours'),
    staff: z.uuid().optional().catch(undefined),
    after: After.optional().catch(undefined),
  })
  return Filters.parse(query)
}

/** The address of the list with these filters. */
export function listQuery({ state, of, staff }: Omit<ListFilters, 'after'>, last?: { dueAt: Date | null; id: string }): string {
  const query = new URLSearchParams({ state, of })
  if (staff) query.set('staff', staff)
  if (last) query.set('after', `${last.dueAt?.getTime() ?? '-'}_${last.id}`)
  return `?${query}`
}
