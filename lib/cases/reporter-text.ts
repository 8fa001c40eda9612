import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { marksOf } from '#lib/core/marks.ts'
import { callsOf, namesIn, numbersIn } from '#lib/students/naming.ts'

/** Who reported: what that person is called, and all else, as it was written. Both are in one box. */
const ReporterText = z.object({ names: z.string(), text: z.string() })
export type ReporterText = z.output<typeof ReporterText>

export const packReporter = (told: ReporterText): string => (told.names === '' ? told.text : JSON.stringify(told))

/** A box of before names were asked for holds the text alone. */
export function unpackReporter(box: string): ReporterText {
  try {
    return ReporterText.parse(JSON.parse(box))
  } catch {
    return { names: '', text: box }
  }
}

/** As whoever may know it reads it. */
export const readReporter = (box: string): string => {
  const { names, text } = unpackReporter(box)
  return [names, text].filter((part) => part !== '').join('\n')
}

const MARKS = 24

/**
 * By which a text that names the reporter is recognised: names as they are called, what looks like a name in the rest, and
 * telephone numbers. Filled up with chance, so that their number says nothing.
 */
export async function reporterMarks(caseId: string, told: ReporterText): Promise<Uint8Array<ArrayBuffer>[]> {
  const { names, text } = told
  const marks = await marksOf(caseId, [...callsOf(names), ...namesIn(text).flatMap(callsOf), ...numbersIn(`${names}\n${text}`)])
  const filled = Math.ceil((marks.length + 1) / MARKS) * MARKS
  return [...marks, ...Array.from({ length: filled - marks.length }, () => new Uint8Array(randomBytes(16)))]
}
