const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** Verbs return where to go on: the thing's id stands in it. */
export function idIn(path: string): string {
  const [id] = uuid.exec(path) ?? []
  if (!id) throw new Error(`no id in ${path}`)
  return id
}
