import { randomBytes } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { newId } from '#lib/core/id.ts'
import type { Commons } from './commons.ts'
import type { Traces } from './stage.ts'

/** Every address that answers a GET, as the files of the house say: a page that is added is there at once. */
export const templates: string[] = globSync(['app/**/page.tsx', 'app/**/route.ts'])
  .filter((file) => file.endsWith('page.tsx') || /export (async )?function GET|export const GET/.test(readFileSync(file, 'utf8')))
  .map((file) => file.replace(/^app/, '').replace(/\/\([^)]+\)/g, '').replace(/\/(page\.tsx|route\.ts)$/, '') || '/')
  .toSorted()

/** A child with all that is known of it by identifier, and what there is for all. */
export type Ids = Traces & Commons & { importId: string; partner: string }

/** What stands for [id] below each room; for rooms in a room what they are about. */
const rooms: Record<string, (ids: Ids, template: string) => string | undefined> = {
  cases: (ids) => ids.case,
  referrals: (ids, template) => (template.endsWith('/convert') ? ids.notice : (ids.referral ?? ids.notice)),
  students: (ids) => ids.student,
  interventions: (ids, template) =>
    template.endsWith('/resumption') ? ids.paused : /\/(pause|end|completion|session)$/.test(template) ? ids.active : /\/(acceptance|assignment|refusal)$/.test(template) ? ids.asked : (ids.active ?? ids.paused ?? ids.asked),
  glass: (ids) => ids.glass,
  conflicts: (ids) => ids.conflict,
  why: (ids) => ids.event,
  notes: (ids) => ids.note,
  sealed: (ids) => ids.record,
  documents: (ids) => ids.document,
  form: (ids) => ids.form,
  consent: (ids) => ids.token,
  consents: (ids) => ids.round,
  reporters: (ids) => ids.grant,
  readers: (ids) => ids.naming,
  exports: (ids) => ids.export,
  retention: (ids) => ids.destruction,
  roster: (ids) => ids.importId,
  audit: (ids) => ids.check,
  people: (ids) => ids.person,
  attestation: (ids) => ids.agency,
  changes: (ids) => ids.change,
  recoveries: (ids) => ids.recovery,
  months: () => new Date().toISOString().slice(0, 7),
}

/** What pages ask for beside their path. */
const asked: Record<string, (ids: Ids) => string> = {
  '/cases/new': ({ student, referral }) => (referral ? `?referral=${referral}` : `?student=${student}`),
  '/referrals/new': ({ student }) => `?student=${student}`,
  '/referrals/[id]/convert': ({ student }) => `?student=${student}`,
  '/cases/[id]/sight': ({ partner }) => `?as=a_${partner}`,
  '/cases/[id]/sharing/preview': ({ partner }) => `?recipient=${partner}`,
  '/cases/[id]/sharing/affected': ({ partner }) => `?recipient=${partner}`,
  '/cases/[id]/sharing/provision': ({ partner }) => `?recipient=${partner}`,
  '/cases/[id]/sharing/withdrawal': ({ consent }) => `?consent=${consent}`,
  '/cases/[id]/sharing/narrowing': ({ consent }) => `?consent=${consent}`,
  '/cases/[id]/sharing/confirmation': ({ consent }) => `?consent=${consent}`,
  '/cases/[id]/sharing/paper': ({ consent }) => `?consent=${consent}`,
  '/cases/[id]/sharing/review': ({ basis }) => `?basis=${basis}`,
  '/cases/[id]/sharing/ending': ({ basis }) => `?basis=${basis}`,
  '/api/live': (ids) => `?case=${ids.case}&after=${newId()}`,
}

export interface Address {
  path: string
  /** The identifiers in it. */
  ids: string[]
}

const identifier = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The address of a page for one child; null when the child has no such thing. A page about something of which nothing is said above is a mistake. */
export function addressFor(template: string, ids: Ids): Address | null {
  const parts: string[] = []
  const used: string[] = []
  for (const part of template.split('/')) {
    if (!part.startsWith('[')) {
      parts.push(part)
      continue
    }
    const room = rooms[parts.at(-1) ?? '']
    if (!room) throw new Error(`say in tests/canaries/addresses.ts what stands in ${template}`)
    const id = room(ids, template)
    if (id === undefined) return null
    parts.push(id)
    used.push(id)
  }
  const query = asked[template]?.(ids) ?? ''
  if (query.includes('undefined')) return null
  return { path: `${parts.join('/') || '/'}${query}`, ids: [...used, ...(query.match(identifier) ?? [])] }
}

/** The same address of things that never were. */
export function elsewhere({ path, ids }: Address): Address {
  const others = ids.map(another)
  return { path: ids.reduce((sofar, id, at) => sofar.replace(id, others[at] ?? ''), path), ids: others }
}

/** A month stays one. */
const another = (id: string) => (id.length === 36 ? newId() : id.length === 43 ? randomBytes(32).toString('base64url') : id)
