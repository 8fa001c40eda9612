import { addressFor, templates } from './addresses.ts'
import type { Canary } from './children.ts'
import type { Service } from './service.ts'
import { masked, type Answer, type Visitor } from './visitor.ts'

/** Minutes go by between two looks, one's sessions say when they were used, a sheet or a table when it was made, and a text how long it is with that in it. Bodies were kept byte by byte, as letters of one byte each. */
const timeless = (text: string) => Buffer.from(text, 'latin1').toString().replace(/방금|\d+(초|분|시간) (전|뒤|남)|마지막 사용 [^"<]+| \d{2}:\d{2}(?= 기준)|(?<=· \d{4}년 \d{1,2}월 \d{1,2}일) \d{2}:\d{2}|(?<=^[\da-f]+:)T[\da-f]+(?=,)/gm, '*')
const seen = (answer: Answer) => timeless(masked(answer, []))

/** What was looked at stands there and grows with each look; a printing has a number of its own, and is one more reading. */
const ownDoing = ['/access', '/cases/[id]/looks', '/cases/[id]/print']

/** All that somebody may ask for about a child, and every list it could stand in, as data. */
export async function looks(service: Service, visitor: Visitor, child: Canary): Promise<Record<string, string>> {
  const ids = service.idsOf(child)
  const all: Record<string, string> = {}
  const waiting = templates.flatMap((template) => {
    const address = !ownDoing.includes(template) && /^\/(cases|students)\/|^\/[a-z]*$/.test(template) ? addressFor(template, ids) : null
    return address ? [address.path] : []
  })
  const work = async () => {
    for (let path = waiting.shift(); path; path = waiting.shift()) all[path] = seen(await visitor.get(path, 'data'))
  }
  await Promise.all([work(), work(), work(), work()])
  all['document'] = seen(await visitor.get(`/cases/${ids.case}`))
  for (const q of [child.name, child.word.sealed, child.reporter.name]) all[`search for ${q}`] = seen(await visitor.post('/api/search', { q }))
  return all
}

/** What is said of one person on the page of who has looked at a case: looking there is a look of its own. */
export const lookedAt = async (visitor: Visitor, caseId: string, who: string): Promise<string[]> =>
  (seen(await visitor.get(`/cases/${caseId}/looks`)).match(/<tr[\s>].*?<\/tr>/gs) ?? []).filter((row) => row.includes(who))

/** The sheet of a case, but for the hours and the printing's number. */
export const printed = async (visitor: Visitor, caseId: string): Promise<string> => seen(await visitor.get(`/cases/${caseId}/print`, 'data')).replace(/\d+:\d\d|\b[0-9A-F]{8}\b/g, '*')

/** Where two looks differ, and how it looks there now. */
export const differences = (before: Record<string, string>, after: Record<string, string>): string[] => Object.entries(after).flatMap(([path, text]) => (before[path] === text ? [] : [`${path}: ${excerpt(before[path] ?? '', text)}`]))

function excerpt(one: string, other: string): string {
  const at = Array.from(other).findIndex((letter, index) => letter !== one[index])
  return other.slice(Math.max(0, at - 40), at + 80)
}
