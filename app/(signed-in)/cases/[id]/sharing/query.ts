import { Id } from '#lib/core/id.ts'

export type Query = Record<string, string | string[] | undefined>

/** An identifier of the page's address, or undefined for anything else. */
export function idIn(query: Query, name: string): string | undefined {
  const value = query[name]
  return Id.safeParse(value).success ? String(value) : undefined
}
