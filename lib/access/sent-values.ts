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

/** A file that was sent with a form, as it came. */
export interface SentFile {
  name: string
  content: Uint8Array
}

/** Takes the one file out of a form that has a box for it; a box that was left empty comes as a file without name and content. */
export async function takeFile(data: FormData, name: string): Promise<SentFile | 'several' | undefined> {
  const sent = data.getAll(name)
  const files = sent.filter((one) => typeof one !== 'string')
  // Text under this name was not typed into that box: it stays, and the schema refuses it
  if (files.length === sent.length) data.delete(name)
  const [file, ...others] = files.filter((one) => one.name !== '' && one.size > 0)
  if (others.length > 0) return 'several'
  return file && { name: file.name, content: new Uint8Array(await file.arrayBuffer()) }
}
