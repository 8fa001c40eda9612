import { z } from 'zod'
import { now } from '#lib/core/clock.ts'
import { Id } from '#lib/core/id.ts'
import { Many, Maybe, MaybeText, Text, Ticked } from '#lib/core/input.ts'
import { domains } from '#lib/timeline/layers.ts'
import { isoDay } from '#lib/words/days.ts'
import { verifications, type Verification } from './wording/text.ts'

/** As many families and agencies as one page asks about at once. */
export const mostFamilies = 60
export const mostLines = 120

/** The school year of a day: it begins in March. */
export function schoolYearOf(at: Date): number {
  const [year = 0, month = 0] = isoDay(at).split('-').map(Number)
  return month >= 3 ? year : year - 1
}

/** The last day of a school year. */
export const lastDayOf = (schoolYear: number): string => isoDay(new Date(Date.UTC(schoolYear + 1, 2, 0)))

/** The year is over, and with it what was asked for it. */
export const isOver = ({ schoolYear }: { schoolYear: number }): boolean => isoDay(now()) > lastDayOf(schoolYear)

export const StartRound = z.object({
  schoolId: Id,
  schoolYear: z.coerce.number('core.field.choose').int().min(2020).max(2100),
  students: Many(z.uuid('core.field.choose'), 1, mostFamilies),
  recipients: Many(z.uuid('core.field.choose'), 1, 4),
  purpose: Text(300),
  items: Many(z.enum(domains), 1),
  sensitive: Ticked.optional(),
})
export type StartRound = z.output<typeof StartRound>

/** What stands on a paper that came back; left open: it has not come back. */
export const roundAnswers = ['GRANTED', 'SENSITIVE', 'REFUSED', 'UNABLE'] as const
export type RoundAnswer = (typeof roundAnswers)[number]

const places = Array.from({ length: mostLines }, (_, at) => at)

/** One line of the table: a family's form and one agency on it, what the student and a guardian answered. */
const Line = {
  line: MaybeText(80),
  student: Maybe(z.enum(roundAnswers, 'core.field.choose')),
  guardian: Maybe(z.enum(roundAnswers, 'core.field.choose')),
  who: Maybe(Id),
  verified: Maybe(z.enum(verifications, 'core.field.choose')),
}

/** The whole table in one press. Each line has fields of its own, so that what is wrong stands where it is wrong. */
export const RecordRound = z.object({
  roundId: Id,
  ...Object.fromEntries(places.flatMap((at) => Object.entries(Line).map(([name, field]) => [`${name}${at}`, field]))),
})
export type RecordRound = z.output<typeof RecordRound>

export interface RoundLine {
  at: number
  formId: string
  recipientId: string
  student: RoundAnswer | undefined
  guardian: RoundAnswer | undefined
  who: string | undefined
  verified: Verification | undefined
}

const Given = z.object({ formId: Id, recipientId: Id, student: Line.student, guardian: Line.guardian, who: Line.who, verified: Line.verified })

/** The lines on which something was answered. */
export function linesIn(input: Record<string, unknown>): RoundLine[] {
  return places.flatMap((at) => {
    const named = input[`line${at}`]
    const [formId, recipientId] = typeof named === 'string' ? named.split('.') : []
    const line = Given.safeParse({ formId, recipientId, student: input[`student${at}`], guardian: input[`guardian${at}`], who: input[`who${at}`], verified: input[`verified${at}`] })
    if (!line.success || (!line.data.student && !line.data.guardian)) return []
    const { student, guardian, who, verified } = line.data
    return [{ at, formId: line.data.formId, recipientId: line.data.recipientId, student, guardian, who, verified }]
  })
}

/** STUDENT, or the guardian's identifier, of one form of the round. */
const person = z.string().regex(/^[0-9a-f-]{36}\.(STUDENT|[0-9a-f-]{36})$/, 'core.field.choose')

export const SendRoundLinks = z.object({ roundId: Id, to: Many(person, 1, 4 * mostFamilies) })
export type SendRoundLinks = z.output<typeof SendRoundLinks>

export const EndRoundLinks = z.object({ roundId: Id })
export type EndRoundLinks = z.output<typeof EndRoundLinks>

export const AddRoundPaper = z.object({ roundId: Id, formId: Id })
export type AddRoundPaper = z.output<typeof AddRoundPaper>
