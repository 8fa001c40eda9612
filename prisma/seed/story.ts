import type pg from 'pg'
import type { Actor } from '#lib/core/actor.ts'
import { atTime } from '#lib/core/clock.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Ground } from './bootstrap.ts'
import { calendarFor, type Calendar } from './calendar.ts'

/** What the deeds of a story find: the world by its names, and the person who acts. */
export interface Scene {
  actor: Actor
  calendar: Calendar
  agency: (key: string) => string
  person: (name: string) => string
  child: (name: string) => string
  guardian: (child: string) => string
  /** One value that no verb returns, asked as the owner of the tables. */
  value: (text: string, values: unknown[]) => Promise<string>
  /** What no verb can do: as the owner of the tables. */
  owner: (text: string, values: unknown[]) => Promise<unknown>
}

/** Something a person of the cast does; its result is what the story goes on with, mostly an id. */
export interface Deed<Result> {
  (scene: Scene): Promise<Result>
  /** It is given a number of the office: only when all that came before has happened, so that numbers follow time. */
  inTurn?: boolean
}

export const inTurn = <Result>(deed: Deed<Result>): Deed<Result> => Object.assign(deed, { inTurn: true })

/** `await at('T-20 13:22', '강모아', refer({…}))`: when, who, what. */
export type At = <Result>(when: string, who: string, deed: Deed<Result>) => Promise<Result>

export type Story = (at: At) => Promise<void>

/** A connection as owner of the tables, or one that several deeds share. */
export interface Owner {
  query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<pg.QueryResult<Row>>
}

/** One question after the other, whoever asks: a connection takes no second one before it has answered the first. */
export function oneAtATime(owner: Owner): Owner {
  let last: Promise<unknown> = Promise.resolve()
  return {
    query: (text, values) => {
      const answer = last.then(() => owner.query<never>(text, values))
      last = answer.catch(() => {})
      return answer
    },
  }
}

export interface World {
  owner: Owner
  ground: Ground
  studentIds: Record<string, string>
  guardianIds: Record<string, string>
  /** The moment it is made. */
  made: Date
  as: (name: string) => Promise<Actor>
}

interface Waiting {
  moment: Date
  inTurn: boolean
  happen: () => Promise<void>
}

/** As many deeds at once as two cores have use for. */
const atOnce = 3

/**
 * Tells all stories at once, as life does: whatever comes first begins first. Within a story one thing follows the other;
 * what takes a number waits for all that came before.
 */
export async function tellStories(stories: Record<string, Story>, world: World, say: (line: string) => void): Promise<void> {
  const waiting: Waiting[] = []
  const happening = new Set<Promise<void>>()
  const failures: unknown[] = []
  let told = 0

  const all = Promise.all(Object.entries(stories).map(([name, story]) => tell(name, story, world, waiting)))
  // Awaited below; until then a failure only ends the telling.
  all.catch((failure: unknown) => failures.push(failure))
  await breath()
  while (failures.length === 0 && waiting.length + happening.size > 0) {
    const next = waiting.reduce<Waiting | undefined>((first, one) => (first && first.moment <= one.moment ? first : one), undefined)
    if (!next || happening.size >= (next.inTurn ? 1 : atOnce)) {
      await Promise.race(happening)
      await breath()
      continue
    }
    waiting.splice(waiting.indexOf(next), 1)
    const deed = next.happen().finally(() => happening.delete(deed))
    happening.add(deed)
    if (next.inTurn) await deed
    await breath()
    if (++told % 100 === 0) say(`  ${formatDay(next.moment, 'ko')}까지 ${told}가지 일 · ${told} deeds until ${formatDay(next.moment, 'en')}`)
  }
  await Promise.allSettled(happening)
  await all
}

async function tell(name: string, story: Story, world: World, waiting: Waiting[]): Promise<void> {
  const calendar = calendarFor(world.made, await rehearse(story))
  await story((when, who, deed) => new Promise((resolve, reject) => {
    const moment = calendar.next(when)
    const happen = async () => {
      try {
        const scene = sceneFor(world, await world.as(who), calendar)
        resolve(await atTime(moment, () => deed(scene)))
      } catch (cause) {
        reject(new Error(`${name}, ${when}, ${who}`, { cause }))
      }
    }
    waiting.push({ moment, inTurn: deed.inTurn === true, happen })
  }))
}

/** Reads a story through without doing anything, for the days it speaks of. */
async function rehearse(story: Story): Promise<string[]> {
  const told: string[] = []
  // What a deed leads to is only ever handed on to later ones, which do not happen here either.
  await story(<Result>(when: string) => Promise.resolve((told.push(when), undefined as Result)))
  return told
}

/** Lets the story whose deed is done go on to its next one. */
const breath = () => new Promise((resolve) => setImmediate(resolve))

function sceneFor({ ground, studentIds, guardianIds, owner }: World, actor: Actor, calendar: Calendar): Scene {
  return {
    actor, calendar,
    agency: (key) => known(ground.agencyIds, key),
    person: (name) => known(ground.staffIds, name),
    child: (name) => known(studentIds, name),
    guardian: (child) => known(guardianIds, child),
    owner: (text, values) => owner.query(text, values),
    value: async (text, values) => {
      const { rows } = await owner.query<{ value: string }>(text, values)
      if (!rows[0]) throw new Error(`nothing found: ${text}`)
      return rows[0].value
    },
  }
}

function known(ids: Record<string, string>, name: string): string {
  const id = ids[name]
  if (!id) throw new Error(`the demo world knows no ${name}`)
  return id
}
