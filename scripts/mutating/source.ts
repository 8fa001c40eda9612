import { globSync, readFileSync } from 'node:fs'
import type { Mutation } from './database.ts'

/** A line that does nothing but refuse: who may not, who is too late, what does not fit. */
const guard = /^\s+((await )?(must|refuse\w*|prove)\(.*\)|(if \(.*\) )?throw new .*)$/

/** Every refusal of the verbs, one line each, to be left out one at a time. */
export function ofTheSource(): Mutation[] {
  return globSync('lib/**/*.ts').filter((file) => !file.startsWith('lib/words/')).toSorted().flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n')
    return lines.flatMap((text, line) => {
      if (!guard.test(text)) return []
      const before = lines.slice(0, line).filter((each) => each === text).length
      return [{ name: `guard ${file}: ${text.trim()}${before > 0 ? ` (${before + 1})` : ''}`, about: file, source: { file, line, text } }]
    })
  })
}
