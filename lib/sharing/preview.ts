import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Many } from '#lib/core/input.ts'
import type { Entry, Lock } from '#lib/timeline/entry.ts'
import { domains, layers, type Domain } from '#lib/timeline/layers.ts'
import { entriesByIds } from '#lib/timeline/queries.ts'

/** What the recipient could be told; null: what it may be told today. */
export type Told = { items: Domain[]; sensitive: boolean } | null

/** What is asked to be previewed, as it stands in the page's address; what it does not know it leaves out. */
const Asked = z.object({
  show: z.literal('items').optional().catch(undefined),
  items: Many(z.enum(domains)).catch([]),
  sensitive: z.literal('on').optional().catch(undefined),
})

export function toldIn(query: Record<string, unknown>): Told {
  const { show, items, sensitive } = Asked.parse(query)
  return show === undefined ? null : { items, sensitive: sensitive === 'on' }
}

const Part = z.object({
  kind: z.enum(['ENTRY', 'GOAL', 'SUPPORT']), id: z.string(), at: z.date(), layer: z.enum(layers), domain: z.enum(domains),
  open: z.boolean(), why: z.enum(['LAYER', 'ITEMS']).nullable(),
})
type Part = z.output<typeof Part>

export interface Preview {
  entries: Entry[]
  locks: Lock[]
  /** Open to the recipient, but closed to the one who looks: their number is all she learns. */
  unread: number
  /** Older than what is shown here, open to the recipient. */
  older: number
  goals: string[]
  supports: { service: string; agency: string; state: string }[]
  hidden: { entries: number; goals: number; supports: number }
  /** Open entries by layer and domain. */
  counts: { layer: Part['layer']; domain: Domain; open: number; locked: number }[]
}

/** As many entries as fit a first look; the rest is counted. */
const most = 60

/** What a worker of this agency finds in the case, or would find if it could be told these items, by the rules she is read by (`app.shared_view`). */
export async function previewOf(tx: Tx, actor: Actor, caseId: string, recipientId: string, told: Told): Promise<Preview> {
  const { officeId, locale } = actor
  const items = told?.items ?? null
  const sensitive = told?.sensitive ?? false
  const rows = await tx.$queryRaw<unknown[]>`
    select kind, id, at, layer, domain, open, why from app.shared_view(${caseId}::uuid, ${recipientId}::uuid, ${items}::text[], ${sensitive}::boolean)
    order by at desc, id desc`
  const parts = rows.map((row) => Part.parse(row))
  const of = (kind: Part['kind'], open: boolean) => parts.filter((part) => part.kind === kind && part.open === open)

  const open = of('ENTRY', true)
  const shown = open.slice(0, most)
  const entries = await entriesByIds(tx, actor, caseId, shown.map(({ id }) => id))
  const since = open.length > most ? (shown.at(-1)?.at ?? new Date(0)) : new Date(0)
  const goals = await tx.$queryRaw<{ statement: string }[]>`
    select g.statement from goals g where g.office_id = ${officeId}::uuid and g.case_id = ${caseId}::uuid and g.ended_at is null
      and g.id = any(${of('GOAL', true).map(({ id }) => id)}::uuid[]) order by g.set_at, g.id`
  const supports = await tx.$queryRaw<Preview['supports']>`
    select case when ${locale} = 'en' then v.name_en else v.name_ko end as service,
      case when ${locale} = 'en' then a.short_en else a.short_ko end as agency, i.state::text as state
    from interventions i
    join services v on v.office_id = i.office_id and v.code = i.service_code
    join agencies a on a.office_id = i.office_id and a.id = i.agency_id
    where i.office_id = ${officeId}::uuid and i.case_id = ${caseId}::uuid and i.id = any(${of('SUPPORT', true).map(({ id }) => id)}::uuid[])
    order by i.proposed_at, i.id`

  return {
    entries,
    locks: of('ENTRY', false).filter(({ at }) => at >= since).map(({ id, at, why }) => ({ id, at, why: why === 'LAYER' ? 'LAYER_PARTNER' : 'ITEMS' })),
    unread: shown.length - entries.length,
    older: open.length - shown.length,
    goals: goals.map(({ statement }) => statement),
    supports,
    hidden: { entries: of('ENTRY', false).length, goals: of('GOAL', false).length, supports: of('SUPPORT', false).length },
    counts: countsOf(parts.filter(({ kind }) => kind === 'ENTRY')),
  }
}

function countsOf(entries: Part[]): Preview['counts'] {
  const counts = new Map<string, Preview['counts'][number]>()
  for (const { layer, domain, open } of entries) {
    const key = `${layers.indexOf(layer)} ${String(domains.indexOf(domain)).padStart(2, '0')}`
    const cell = counts.get(key) ?? { layer, domain, open: 0, locked: 0 }
    counts.set(key, cell)
    if (open) cell.open++
    else cell.locked++
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
}
