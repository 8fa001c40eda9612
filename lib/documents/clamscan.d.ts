/** What we use of it: the package brings no types. */
declare module 'clamscan' {
  import type { Readable } from 'node:stream'

  interface Settings {
    clamscan: { active: boolean }
    clamdscan: { host: string; port: number; timeout: number; active: boolean; bypassTest: boolean; localFallback: boolean; path: null }
  }

  export default class NodeClam {
    init(settings: Settings): Promise<NodeClam>
    scanStream(stream: Readable): Promise<{ isInfected: boolean | null }>
  }
}
