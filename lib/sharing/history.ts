import type { Answer, Subject } from './consent.ts'

/** One answer with all its times: what counted when. */
export interface PastAnswer {
  subject: Subject
  state: Answer
  items: string[]
  sensitive: boolean
  validFrom: Date
  validUntil: Date
  recordedAt: Date
  withdrawnAt: Date | null
  supersededAt: Date | null
}

export interface PastBasis {
  items: string[]
  sensitive: boolean
  validFrom: Date
  validUntil: Date
  endedAt: Date | null
}

interface Told {
  items: string[]
  sensitive: boolean
  ground: 'CONSENT' | 'LAWFUL_BASIS'
}

/** A stretch in which the same could be seen on the same ground. */
export interface Stretch extends Told {
  from: Date
  until: Date
}

type Between = { from: Date; until: Date }

/**
 * What a recipient could see of a case, from when until when, up to `until`: the rule of `app.grounds` asked for every
 * moment that has passed instead of for this one. What was recorded later than it is said to begin opened nothing before.
 */
export function stretchesOf(answers: readonly PastAnswer[], bases: readonly PastBasis[], { from, until }: Between): Stretch[] {
  const moments = [from, until, ...answers.flatMap(({ validFrom, validUntil, recordedAt, withdrawnAt, supersededAt }) => [validFrom, validUntil, recordedAt, withdrawnAt, supersededAt]),
    ...bases.flatMap(({ validFrom, validUntil, endedAt }) => [validFrom, validUntil, endedAt])]
  const times = [...new Set(moments.flatMap((at) => (at && at >= from && at <= until ? [at.getTime()] : [])))].sort((a, b) => a - b)
  const stretches: Stretch[] = []
  for (const [index, time] of times.slice(0, -1).entries()) {
    const ends = new Date(times[index + 1] ?? time)
    for (const told of toldAt(answers, bases, new Date(time))) {
      const before = stretches.find((one) => one.until.getTime() === time && sameTold(one, told))
      if (before) before.until = ends
      else stretches.push({ ...told, from: new Date(time), until: ends })
    }
  }
  return stretches
}

/** What may be seen at one moment, ground by ground. */
export function toldAt(answers: readonly PastAnswer[], bases: readonly PastBasis[], at: Date): Told[] {
  const lawful = bases.filter(({ validFrom, validUntil, endedAt }) => validFrom <= at && validUntil > at && !(endedAt && endedAt <= at))
  const consent = consentAt(answers, at)
  return [...(consent ? [consent] : []), ...lawful.map(({ items, sensitive }): Told => ({ items, sensitive, ground: 'LAWFUL_BASIS' }))]
}

function consentAt(answers: readonly PastAnswer[], at: Date): Told | null {
  const withdrawn = ({ withdrawnAt }: PastAnswer) => withdrawnAt !== null && withdrawnAt <= at
  const counting = answers.filter((answer) => {
    const { state, validFrom, validUntil, recordedAt, supersededAt } = answer
    if (state !== 'GRANTED' && state !== 'REFUSED') return false
    if (validFrom > at || recordedAt > at || (supersededAt && supersededAt <= at)) return false
    return validUntil > at || state === 'REFUSED' || withdrawn(answer)
  })
  if (counting.some((answer) => answer.state === 'REFUSED' || withdrawn(answer))) return null
  if (new Set(counting.map(({ subject }) => subject)).size < 2) return null
  const [one, ...others] = counting
  if (!one) return null
  return { items: one.items.filter((item) => others.every(({ items }) => items.includes(item))), sensitive: counting.every(({ sensitive }) => sensitive), ground: 'CONSENT' }
}

const sameTold = (a: Told, b: Told): boolean =>
  a.ground === b.ground && a.sensitive === b.sensitive && a.items.length === b.items.length && a.items.every((item) => b.items.includes(item))
