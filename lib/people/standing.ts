import { z } from 'zod'
import { roles, type Role } from '#lib/core/actor.ts'
import { Id } from '#lib/core/id.ts'
import type { AgencyKind } from '#lib/agencies/agency.ts'

/** How somebody's account stands. */
export const standings = ['ACTIVE', 'INVITED', 'SUSPENDED', 'LEAVING', 'DORMANT', 'LEFT', 'NONE'] as const
export type Standing = (typeof standings)[number]

/** What a list of people can be narrowed to; without one, everybody who has an account and has not left. */
export const shownStates = ['active', 'invited', 'ending', 'dormant', 'disabled', 'left', 'none'] as const
export type ShownState = (typeof shownStates)[number]

/** Which people the list shows, as it stands in the page's address. */
export interface PeopleFilters {
  q?: string | undefined
  agency?: string | undefined
  role?: Role | undefined
  state?: ShownState | undefined
  /** The last of the page before. */
  after?: string | undefined
}

const Filters = z.object({
  q: z.string().trim().min(1).max(60).optional().catch(undefined),
  agency: Id.optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  state: z.enum(shownStates).optional().catch(undefined),
  after: Id.optional().catch(undefined),
})

/** Reads the address; what it does not know it leaves out. */
export const peopleFilters = (query: Record<string, unknown>): PeopleFilters => Filters.parse(query)

export function peopleAddress(filters: PeopleFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (typeof value === 'string') query.set(name, value)
  return query.size > 0 ? `/people?${query}` : '/people'
}

const elsewhere: readonly AgencyKind[] = ['SCHOOL', 'ISS_CENTER', 'EDU_OFFICE', 'METRO_OFFICE']

/** Which roles there are at a body of this kind. The database says the same (app.role_fits). */
export function rolesAt(kind: AgencyKind): Role[] {
  return roles.filter((role) => {
    switch (role) {
      case 'TEACHER': case 'COUNSELOR': case 'SCHOOL_LEAD': return kind === 'SCHOOL'
      case 'COORDINATOR': case 'OFFICE_LEAD': case 'PRIVACY_OFFICER': case 'ADMIN': return kind === 'ISS_CENTER' || kind === 'EDU_OFFICE'
      case 'STATISTICS_VIEWER': return kind === 'METRO_OFFICE' || kind === 'EDU_OFFICE'
      case 'PARTNER_WORKER': case 'PARTNER_LEAD': return !elsewhere.includes(kind)
    }
  })
}

/** Days before the end of an approval or a training from which on it is said. */
export const warnDays = 30
