import { isoDay } from '#lib/words/days.ts'
import { idIn as idInPath } from '#prisma/seed/deeds/id-in.ts'
import type { Stage } from './stage.ts'

export const idIn = idInPath

/** So many days from today, as a form sends it. */
export const day = ({ today }: Stage, days: number): string => isoDay(new Date(today.getTime() + days * 86_400_000))
