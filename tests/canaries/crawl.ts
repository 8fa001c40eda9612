import { addressFor, elsewhere, templates, type Address } from './addresses.ts'
import { canaries, type Canary } from './children.ts'
import { commonTo, type Reader } from './readers.ts'
import type { Leak } from './scan.ts'
import type { Service } from './service.ts'
import { leaksIn, masked, type Answer, type Visitor } from './visitor.ts'

/** Asked for at once. */
const atOnce = 4

export interface Crawl {
  /** Questions asked, and how many of them were about something that is not hers to know. */
  asked: number
  compared: number
  leaks: Leak[]
  /** Where what is not hers to know is answered otherwise than what never was. */
  told: string[]
}

interface Asked {
  ask: () => Promise<Answer>
  ids: readonly string[]
}

interface Question extends Asked {
  what: string
  /** Not hers to know: there must be no difference. Without it there must be none where she is told that nothing is there. */
  closed: boolean
  /** The same of something that never was. */
  never?: Asked | undefined
}

/**
 * Everything there is to ask for: each address, each time about another child, as a document or as the data of one (which
 * a document holds too); and what is typed to find one.
 */
export async function crawl(service: Service, visitor: Visitor, reader: Reader, turn: number): Promise<Crawl> {
  const found: Crawl = { asked: 0, compared: 0, leaks: [], told: [] }
  const clean = new Set<string>()
  const questions = [...addressed(service, visitor, reader, turn), ...typed(visitor, reader, turn)]
  const work = async () => {
    for (let question = questions.shift(); question; question = questions.shift()) {
      const { what, ids, ask, closed, never } = question
      const answer = await ask()
      const text = masked(answer, ids)
      found.asked++
      // What was looked through once is not looked through again.
      if (!clean.has(text)) {
        const leaks = leaksIn(what, answer).filter(({ child, kind }) => !mayOf(reader, child).includes(kind))
        if (leaks.length === 0) clean.add(text)
        found.leaks.push(...leaks)
      }
      if (!never || !(closed || answer.status === 404)) continue
      found.compared++
      if (!(await alike(text, question, never))) found.told.push(`${what}: ${answer.status}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return found
}

/** What differs for a reason of its own differs each time; rows of data may come in another order once. */
async function alike(text: string, { ask, ids }: Asked, never: Asked, times = 3): Promise<boolean> {
  if (masked(await never.ask(), never.ids) === text) return true
  return times > 1 && alike(masked(await ask(), ids), { ask, ids }, never, times - 1)
}

function mayOf(reader: Reader, child: number) {
  const canary = canaries[child]
  return canary ? reader.may(canary) : []
}

/** The addresses of a template, one for each child that has such a thing. */
export const addressesOf = (service: Service, template: string): (Address & { child: Canary })[] =>
  canaries.flatMap((child) => {
    const address = addressFor(template, service.idsOf(child))
    return address ? [{ child, ...address }] : []
  })

function addressed(service: Service, visitor: Visitor, reader: Reader, turn: number): Question[] {
  return templates.flatMap((template, at): Question[] => {
    const all = addressesOf(service, template)
    const common = commonTo.find(({ opens }) => opens.test(template))
    const place = all[(turn * 7 + at * 3) % Math.max(all.length, 1)]
    if (!place) return []
    const closed = common ? !common.to.includes(reader.email) : reader.may(place.child).length === 0
    // Is told by a stream, which for whoever may has no end.
    if (template === '/api/live' && !closed) return []
    const way = (turn + at) % 4 === 0 ? 'document' : 'data'
    const other = elsewhere(place)
    return [{
      what: `${template} (${way}), child ${place.child.n}`, ids: place.ids, closed, ask: () => visitor.get(place.path, way),
      never: place.ids.length === 0 ? undefined : { ids: other.ids, ask: () => visitor.get(other.path, way) },
    }]
  })
}

const finders = ['/api/search', '/api/students']

/** A name in every spelling, a number, and what was said: whoever types them finds nobody she may not find. */
function typed(visitor: Visitor, reader: Reader, turn: number): Question[] {
  const nobody = Object.fromEntries(finders.map((api) => [api, visitor.post(api, { q: '없는이름이에요' })]))
  return canaries.filter(({ n }) => n === turn * 3).flatMap((child): Question[] => {
    const { name, given, en, phone, word } = child
    return [name, Array.from(name).join(' '), name.normalize('NFD'), given, en, phone, word.progress].flatMap((q) => finders.map((api): Question => {
      const never = async () => (await nobody[api]) ?? (await visitor.post(api, { q: '' }))
      return { what: `${api} for ${q}`, ids: [], closed: reader.may(child).length === 0, ask: () => visitor.post(api, { q }), never: { ids: [], ask: never } }
    }))
  })
}
