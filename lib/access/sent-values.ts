export type Values = Record<string, string | string[]>

/**
 * What a form sent, as it stands: a name that came more than once has all its values, in their order. Every name is a key
 * of its own, `__proto__` too, so that the schema sees and refuses it.
 */
export function valuesOf(data: FormData): Values {
  const names = [...new Set(data.keys())].filter((name) => !name.startsWith('$ACTION'))
  return Object.fromEntries(names.map((name) => {
    const all = data.getAll(name).filter((value) => typeof value === 'string')
    return [name, all.length === 1 ? (all[0] ?? '') : all]
  }))
}
