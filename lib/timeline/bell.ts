export interface Bell {
  ring: () => void
  /** True when it rang, or had rung since the last wait; false after so many milliseconds of quiet. */
  wait: (milliseconds: number) => Promise<boolean>
}

/** Several rings before a wait are one. */
export function makeBell(): Bell {
  let rung = false
  let heard: (() => void) | undefined

  return {
    ring: () => {
      rung = true
      heard?.()
    },
    wait: async (milliseconds) => {
      let quiet: NodeJS.Timeout | undefined
      if (!rung) {
        await new Promise<void>((resolve) => {
          heard = resolve
          quiet = setTimeout(resolve, milliseconds)
        })
      }
      clearTimeout(quiet)
      heard = undefined
      const rang = rung
      rung = false
      return rang
    },
  }
}
