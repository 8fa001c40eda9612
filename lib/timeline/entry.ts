import type { EventData, EventType } from './events.ts'
import type { Audience, Layer } from './layers.ts'

/** One thing on a timeline as a reader sees it: what happened, with the names it takes to say so. */
export type Entry = {
  [T in EventType]: EntryFrame & { type: T; data: EventData<T> }
}[EventType]

export interface EntryFrame {
  id: string
  at: Date
  layer: Layer
  audience: Audience
  domain: string
  /** The reader did it herself. */
  own: boolean
  /** Who did it and for which agency; null for what the service itself noted. */
  by: string | null
  byAgency: string | null
  byKind: string | null
  /** The names the sentence speaks of. */
  person: string | null
  agency: string | null
  service: string | null
  goal: string | null
  note: EntryNote | null
}

export interface EntryNote {
  id: string
  body: string
  kind: string
  childSeen: boolean
  writtenAt: Date
  mended: boolean
  /** The reader wrote it: for a day she may change it. */
  mine: boolean
}

/** Something that happened and is closed to this reader: when, and why. */
export interface Lock {
  id: string
  at: Date
  why: 'LAYER' | 'LAYER_PARTNER' | 'ITEMS'
}
