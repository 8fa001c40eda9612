import { canaries } from './children.ts'
import { lives } from './lives.ts'
import { enrol } from './roster.ts'
import type { Stage, Traces } from './stage.ts'

export interface Settled {
  traces: Map<number, Traces>
  importId: string
}

/** As many lives at once as two cores have use for. */
const atOnce = 4

/** All fifty come, and live. */
export async function settle(stage: Stage): Promise<Settled> {
  const { traces, importId } = await enrol(stage)
  // Nobody scans here: files come clean, this office says.
  await stage.owner('update offices set scanned_elsewhere = true where id = $1', [stage.ground.officeId])
  const waiting = [...canaries]
  const tell = async () => {
    for (let canary = waiting.shift(); canary; canary = waiting.shift()) {
      const trace = traces.get(canary.n)
      if (!trace) throw new Error(`no child ${canary.n}`)
      for (const [at, chapter] of (lives[canary.lot] ?? []).entries()) {
        const life = { stage, canary, trace }
        await stage.at(() => chapter(life)).catch((cause: unknown) => {
          throw new Error(`child ${life.canary.n}, chapter ${at}`, { cause })
        })
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, tell))
  return { traces, importId }
}
