import { z } from 'zod'
import { AgencyKind } from '#prisma/generated/enums.ts'
import { domains } from '#lib/timeline/layers.ts'
import type { ServiceFilters } from './service.ts'
import { stages } from './service.ts'

const Filters = z.object({
  q: z.string().transform((text) => text.normalize('NFC').trim().slice(0, 60) || undefined).optional().catch(undefined),
  domain: z.enum(domains).optional().catch(undefined),
  kind: z.enum(AgencyKind).optional().catch(undefined),
  stage: z.coerce.number().pipe(z.union(stages.map((stage) => z.literal(stage)))).optional().catch(undefined),
})

/** Reads the address; what it does not know it leaves out. */
export const serviceFilters = (query: Record<string, unknown>): ServiceFilters => Filters.parse(query)
