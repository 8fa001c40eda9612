import { z } from 'zod'
import type { Entry } from './entry.ts'
import { events, type EventType } from './events.ts'
import { audiences, layers } from './layers.ts'

const Text = z.string().nullable()
const Row = z.object({
  id: z.string(), at: z.date(), type: z.string(), layer: z.enum(layers), audience: z.enum(audiences), domain: z.string(), data: z.unknown(), own: z.boolean().nullable(),
  by: Text, byAgency: Text, byKind: Text, person: Text, agency: Text, service: Text, goal: Text,
  noteId: Text, body: Text, kind: Text, childSeen: z.boolean().nullable(), writtenAt: z.date().nullable(), noteVersion: z.number().nullable(), mine: z.boolean().nullable(),
})

/** An event with what its sentence mentions, as it came from the database. */
export function entryOf(raw: unknown): Entry {
  const { noteId, body, kind, childSeen, writtenAt, noteVersion, mine, own, type, data, ...row } = Row.parse(raw)
  if (!isEventType(type)) throw new Error('an event of no known type')
  const note = noteId === null || writtenAt === null ? null : { id: noteId, body: body ?? '', kind: kind ?? '', childSeen: childSeen === true, writtenAt, mended: (noteVersion ?? 1) > 1, mine: mine === true }
  // Type and data were checked against each other by the list of events.
  return { ...row, own: own === true, type, data: events[type].parse(data), note } as Entry
}

const isEventType = (type: string): type is EventType => Object.hasOwn(events, type)
