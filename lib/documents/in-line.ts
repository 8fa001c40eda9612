/** Files looked at in the same moment: each is held in memory a few times over. */
const atOnce = 2

let under = 0
const waiting: (() => void)[] = []

/** Waits for one's turn, works, and lets the next one begin. */
export async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (under >= atOnce) await new Promise<void>((begin) => waiting.push(begin))
  else under++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else under--
  }
}
