import { z } from 'zod'
import { Id } from './id.ts'

/** Where a page of a list by time ended: its last row. */
export interface Edge {
  at: Date
  id: string
}

/** As it stands in an address: the moment in milliseconds, then the row. */
export const EdgeText = z.string().regex(/^\d{1,15}_[0-9a-f-]{36}$/).transform((text): Edge => {
  const [moment, id = ''] = text.split('_')
  return { at: new Date(Number(moment)), id }
}).refine(({ at, id }) => !Number.isNaN(at.getTime()) && Id.safeParse(id).success)

export const edgeText = ({ at, id }: Edge): string => `${at.getTime()}_${id}`
