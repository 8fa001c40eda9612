/** How many channels one person may hold in this process: her open pages, and some that were just left. */
const mostEach = 20

const held = new Map<string, number>()

/** Takes a place; null when there is none left. Give it back by the returned function, once or more often. */
export function enter(staffId: string): (() => void) | null {
  const before = held.get(staffId) ?? 0
  if (before >= mostEach) return null
  held.set(staffId, before + 1)
  let left = false
  return () => {
    if (left) return
    left = true
    const now = (held.get(staffId) ?? 1) - 1
    if (now > 0) held.set(staffId, now)
    else held.delete(staffId)
  }
}
