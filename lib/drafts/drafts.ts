import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { DraftFields, type DraftKind, type DraftName } from './draft.ts'
import { seal, unseal } from './seal.ts'

type Owner = Pick<Actor, 'officeId' | 'staffId'>

export interface KeptDraft {
  fields: DraftFields
  savedAt: Date
}

const ownerOf = ({ officeId, staffId }: Owner, { kind, subject }: DraftName) => [officeId, staffId, kind, subject].join('/')

/** Keeps what is being written; one draft a person and thing. Not when its form was sent in the meantime. */
export async function keepDraft(tx: Tx, actor: Owner, name: DraftName, form: string, fields: DraftFields): Promise<void> {
  const sealed = await seal(JSON.stringify(fields), ownerOf(actor, name))
  await tx.$executeRaw`
    insert into drafts (office_id, staff_id, kind, subject, sealed, saved_at)
    select ${actor.officeId}::uuid, ${actor.staffId}::uuid, ${name.kind}, ${name.subject}, ${sealed}, ${now()}
    where not exists (select from sent_forms f where f.office_id = ${actor.officeId}::uuid and f.staff_id = ${actor.staffId}::uuid and f.key = ${form}::uuid)
    on conflict (office_id, staff_id, kind, subject)
    do update set sealed = excluded.sealed, saved_at = excluded.saved_at, version = drafts.version + 1`
}

/** What was being written, or null. */
export async function draftOf(tx: Tx, actor: Owner, name: DraftName): Promise<KeptDraft | null> {
  const row = await tx.draft.findFirst({ where: { officeId: actor.officeId, staffId: actor.staffId, ...name }, select: { sealed: true, savedAt: true } })
  const text = row && (await unseal(row.sealed, ownerOf(actor, name)))
  if (!row || text === null) return null
  const fields = DraftFields.safeParse(JSON.parse(text))
  return fields.success ? { fields: fields.data, savedAt: row.savedAt } : null
}

/** What one began and has not sent, newest first: what each is about, and since when it lies there. */
export async function draftsOf(tx: Tx, { officeId, staffId }: Owner, kind: DraftKind): Promise<{ subject: string; savedAt: Date }[]> {
  return tx.draft.findMany({ where: { officeId, staffId, kind }, select: { subject: true, savedAt: true }, orderBy: { savedAt: 'desc' }, take: 5 })
}

/** It was sent, or is no longer wanted. */
export async function dropDraft(tx: Tx, { officeId, staffId }: Owner, { kind, subject }: DraftName): Promise<void> {
  await tx.draft.deleteMany({ where: { officeId, staffId, kind, subject } })
}
