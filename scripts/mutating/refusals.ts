import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Plugin } from 'vitest/config'
import { ofTheSource } from './source.ts'

declare global {
  var hanaiRefused: ((name: string) => void) | undefined
}

const named = Map.groupBy(ofTheSource(), ({ about }) => about)

/**
 * Rewrites the files of ours as a test reads them: each refusal says that it refuses (scripts/mutating/noticed.ts), or, with
 * HANAI_WITHOUT, the one of that name is left out. The files themselves stay as they are.
 */
export function refusals(): Plugin {
  const without = process.env['HANAI_WITHOUT']
  const refusalsIn = (id: string) => named.get(relative(process.cwd(), fileOf(id)))
  return {
    name: 'refusals',
    enforce: 'pre',
    // What was transformed is kept on the disk: with something left out it is another file.
    configureVitest({ defineCacheKeyGenerator }) {
      defineCacheKeyGenerator(({ id }) => (refusalsIn(id)?.some(({ name }) => without === undefined || name === without) ? (without ?? 'says') : null))
    },
    load(id) {
      const here = refusalsIn(id)
      if (!here) return null
      const lines = readFileSync(fileOf(id), 'utf8').split('\n')
      for (const { name, source } of here) {
        if (!source) continue
        if (without === undefined) lines[source.line] = saying(source.text, `globalThis.hanaiRefused?.(${JSON.stringify(name)})`)
        else if (without === name) lines[source.line] = ''
      }
      return lines.join('\n')
    },
  }
}

const fileOf = (id: string): string => id.split('?', 1)[0] ?? ''

function saying(line: string, say: string): string {
  const thrown = /^(\s*(?:if \(.*\) )?)(throw new .*)$/.exec(line)
  return thrown ? `${thrown[1]}{ ${say}; ${thrown[2]} }` : `try { ${line.trim()} } catch (refusal) { ${say}; throw refusal }`
}
