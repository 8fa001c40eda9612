import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { Day, Maybe, Text } from '#lib/core/input.ts'
import { Invalid } from '#lib/core/refusal.ts'
import type { WaitingOn } from './case.ts'

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Whom to wait for, as one choice of a list: `STAFF:<id>`, `AGENCY:<id>` or `FAMILY`. */
export const Waits = z.string().regex(new RegExp(`^(STAFF:${uuid}|AGENCY:${uuid}|FAMILY)$`), 'core.field.choose')

/** What happens next, by when, and whose turn it is: the fields every form has that moves a case on. */
export const turnFields = {
  nextAction: Text(200),
  dueOn: Day,
  dueTime: Maybe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'core.field.date')),
  waits: Waits,
}

interface TurnInput {
  nextAction: string
  dueOn: string
  dueTime?: string | undefined
  waits: string
}

/** The columns of `cases` a turn fills. */
export interface Turn {
  nextAction: string
  dueAt: Date
  waitingOn: WaitingOn
  waitingStaffId: string | null
  waitingAgencyId: string | null
}

/** Reads the fields; whoever is waited for must be of this office and still at work. */
export async function turnOf(tx: Tx, actor: Actor, input: TurnInput): Promise<Turn> {
  const [on, id = null] = input.waits.split(':') as [WaitingOn, string?]
  const { officeId } = actor
  const found =
    on === 'FAMILY' ? 1
    : on === 'STAFF' ? await tx.staff.count({ where: { officeId, id: id ?? '', leftAt: null } })
    : await tx.agency.count({ where: { officeId, id: id ?? '', endedAt: null } })
  if (found === 0) throw new Invalid('core.refusal.foreign', 'waits')

  return {
    nextAction: input.nextAction,
    dueAt: dueMoment(input.dueOn, input.dueTime, now()),
    waitingOn: on,
    waitingStaffId: on === 'STAFF' ? id : null,
    waitingAgencyId: on === 'AGENCY' ? id : null,
  }
}

/** Without a time the end of the working day; chosen after that, the end of the day. Never in the past. */
export function dueMoment(day: string, time: string | undefined, now: Date): Date {
  const at = (clock: string) => new Date(`${day}T${clock}:00+09:00`)
  const due = at(time ?? '18:00')
  if (due > now) return due
  if (time === undefined && at('23:59') > now) return at('23:59')
  throw new Invalid('core.field.future', 'dueOn')
}

/** The other way round, for the form that changes a turn. */
export function waitsOf(turn: { waitingOn: WaitingOn | null; waitingStaffId: string | null; waitingAgencyId: string | null }): string {
  if (turn.waitingOn === 'STAFF') return `STAFF:${turn.waitingStaffId ?? ''}`
  if (turn.waitingOn === 'AGENCY') return `AGENCY:${turn.waitingAgencyId ?? ''}`
  return turn.waitingOn ?? ''
}
