/** Lets so many things happen in the same moment; whoever comes later waits, in order. */
export function atMost(most: number) {
  let running = 0
  const waiting: (() => void)[] = []

  return {
    waiting: () => waiting.length,
    async run<T>(work: () => Promise<T>): Promise<T> {
      if (running >= most) await new Promise<void>((begin) => waiting.push(begin))
      else running++
      try {
        return await work()
      } finally {
        // The place is handed on, not given up: nobody slips in between.
        const next = waiting.shift()
        if (next) next()
        else running--
      }
    },
  }
}
