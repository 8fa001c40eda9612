import { Readable } from 'node:stream'
import NodeClam from 'clamscan'

/** Milliseconds after which a scanner that says nothing is taken to be down. */
const PATIENCE = 30_000

/**
 * Asks clamd, over TCP, what it thinks of a file (INSTREAM). Anything but a plain "OK" or "FOUND" is no answer, and
 * thrown: the file stays where it is, and is asked about again.
 */
export async function scan({ host, port }: { host: string; port: number }, content: Uint8Array, patience = PATIENCE): Promise<'clean' | 'infected'> {
  const clam = await new NodeClam().init({ clamscan: { active: false }, clamdscan: { host, port, timeout: patience, active: true, bypassTest: true, localFallback: false, path: null } })
  const silence = Promise.withResolvers<never>()
  const clock = setTimeout(() => silence.reject(new Error('the scanner does not answer')), patience)
  try {
    const { isInfected } = await Promise.race([clam.scanStream(Readable.from(chunksOf(content))), silence.promise])
    if (isInfected === null) throw new Error('the scanner gave no answer')
    return isInfected ? 'infected' : 'clean'
  } finally {
    clearTimeout(clock)
  }
}

/** clamd takes a stream piece by piece. */
function* chunksOf(content: Uint8Array, size = 65_536) {
  for (let at = 0; at < content.length; at += size) yield Buffer.from(content.subarray(at, at + size))
}
