type Kinds = Record<string, 'number' | 'text'>

/** The values that an ICU message asks for, by name, sorted. A plural or a number wants a number. */
export function argumentsOf(message: string): Kinds {
  const kinds: Kinds = {}
  for (const braced of bracesOf(message)) {
    const [name = '', kind = '', ...rest] = braced.split(',').map((part) => part.trim())
    const counts = ['number', 'plural', 'selectordinal'].includes(kind)
    if (!kinds[name] || counts) kinds[name] = counts ? 'number' : 'text'
    // A plural's or select's branches are messages of their own.
    if (counts || kind === 'select') for (const branch of bracesOf(rest.join(','))) Object.assign(kinds, { ...argumentsOf(branch), ...kinds })
  }
  return Object.fromEntries(Object.entries(kinds).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** One value of the right kind for each. */
export function argumentValues(message: string): Record<string, string | number> {
  return Object.fromEntries(Object.entries(argumentsOf(message)).map(([name, kind]) => [name, kind === 'number' ? 2 : '가람']))
}

/** What stands in each outermost pair of braces. */
function bracesOf(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') {
      if (depth === 0) from = index + 1
      depth += 1
    } else {
      depth -= 1
      if (depth === 0) found.push(text.slice(from, index))
    }
  }
  return found
}
