import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Plugin } from 'vite'
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
  return {
    name: 'refusals',
    enforce: 'pre',
    load(id) {
      const mutations = named.get(relative(process.cwd(), id.split('?', 1)[0] ?? ''))
      if (!mutations) return null
      const lines = readFileSync(id.split('?', 1)[0] ?? '', 'utf8').split('\n')
      for (const { name, source } of mutations) {
        if (!source) continue
        if (without === undefined) lines[source.line] = saying(source.text, `globalThis.hanaiRefused?.(${JSON.stringify(name)})`)
        else if (without === name) lines[source.line] = ''
      }
      return lines.join('\n')
    },
  }
}

function saying(line: string, say: string): string {
  const thrown = /^(\s*(?:if \(.*\) )?)(throw new .*)$/.exec(line)
  return thrown ? `${thrown[1]}{ ${say}; ${thrown[2]} }` : `try { ${line.trim()} } catch (refusal) { ${say}; throw refusal }`
}
