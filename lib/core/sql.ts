import { Prisma } from '#prisma/generated/client.ts'

/**
 * Statements put together from pieces, for lists with many filters: a condition that is not asked for is not in the
 * text, so that the plan fits what is asked. Values stay parameters, in pieces too.
 */
export const sql = Prisma.sql
export const nothing = Prisma.empty
export type Sql = Prisma.Sql
