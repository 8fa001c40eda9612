import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Files of the house by pattern, without what is generated. */
export function files(...patterns: string[]): string[] {
  return globSync(patterns, { exclude: ['prisma/generated/**', 'node_modules/**'] }).toSorted()
}

export function read(file: string): string {
  return readFileSync(file, 'utf8')
}

/** Those of `among` in which `pattern` occurs. */
export function matching(pattern: RegExp, among: string[]): string[] {
  return among.filter((file) => pattern.test(read(file)))
}

/** Our own files that this one brings along when it runs. */
function imports(file: string): string[] {
  const named = [...read(file).matchAll(/^(?:import|export) (?!type )(?:[^'"]*? from )?'([#.][^']*)'/gm)].map(([, name = '']) => name)
  return named.map((name) => (name.startsWith('#') ? name.slice(1) : join(dirname(file), name)))
}

/** What the browser gets: these files and all they bring along, as far as it is ours. */
export function broughtAlong(starts: string[]): string[] {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file) || !/\.tsx?$/.test(file)) return
    seen.add(file)
    imports(file).forEach(visit)
  }
  starts.forEach(visit)
  return [...seen].toSorted()
}
