/**
 * An identifier is made before its transaction ends, so that a later one may be seen first. Whoever reads on from an
 * identifier looks back this long: longer than any unit of work may take (lib/core/door.ts).
 */
const lookBack = 20_000

/** The least identifier of the moment so long before this one was made. */
export function shortlyBefore(id: string): string {
  const made = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
  const hex = Math.max(0, made - lookBack).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
