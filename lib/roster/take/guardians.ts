import { homeMark } from '#lib/conflicts/address.ts'
import { reduce } from '../columns.ts'
import { own, type Line } from '../values.ts'
import { count, digestOf, json, type Intake } from './intake.ts'
import { meet } from './ids.ts'
import { nameOf, readAll, type Person } from './person.ts'
import { sortOut, type Known } from './sort-out.ts'

const relations: Record<string, string> = {
  mother: 'mother', 어머니: 'mother', 모: 'mother', father: 'father', 아버지: 'father', 부: 'father', parent: 'parent', 학부모: 'parent', 부모: 'parent',
  grandmother: 'grandmother', 할머니: 'grandmother', grandfather: 'grandfather', 할아버지: 'grandfather', relative: 'relative',
}

/** Guardians have no end of their own: one who is taken away is no longer anybody's guardian. */
export async function takeGuardians(intake: Intake, people: Person[]): Promise<void> {
  if (people.length === 0) return
  const { tx, officeId, at } = intake
  const rows = readAll(people, (person) => readGuardian(intake, person))
  const known = await tx.$queryRaw<Known[]>`
    select g.id, g.sourced_id, g.import_digest,
      g.import_digest = 'left' as ended
    from guardians g where g.office_id = ${officeId}::uuid and g.sourced_id in (select unnest(${rows.map((row) => row.sourcedId)}::text[]))`
  const { fresh, changed, ended, unchanged, here } = sortOut(rows, known)
  meet(intake, 'guardians', here)
  const added = await tx.$queryRaw<{ sourced_id: string }[]>`
    insert into guardians (id, office_id, sourced_id, name, phone, email, import_digest)
    select x.id, ${officeId}::uuid, x."sourcedId", x.name, x.phone, x.email, x.digest
    from jsonb_to_recordset(${json(fresh)}::jsonb)
      as x(id uuid, "sourcedId" text, name text, phone text, email text, digest text)
    on conflict do nothing returning sourced_id`
  // Known to the table and not to us: whose only child the importing person has a conflict of interest with
  const arrived = new Set(added.map(({ sourced_id }) => sourced_id))
  for (const { sourcedId } of fresh) if (!arrived.has(sourcedId)) intake.ids.guardians.delete(sourcedId)
  await tx.$executeRaw`
    update guardians g set name = x.name, phone = x.phone, email = x.email, import_digest = x.digest
    from jsonb_to_recordset(${json(changed)}::jsonb) as x(id uuid, name text, phone text, email text, digest text)
    where g.office_id = ${officeId}::uuid and g.id = x.id`
  const homes = [...fresh.filter(({ sourcedId }) => arrived.has(sourcedId)), ...changed].filter(({ home }) => home !== undefined)
  if (homes.length > 0) await tx.$executeRaw`select app.keep_guardian_addresses(${homes.map(({ id }) => id)}::uuid[], ${homes.map(({ home }) => home ?? null)}::bytea[])`
  const gone = ended.map(({ id }) => id)
  await tx.$executeRaw`update guardians set import_digest = 'left' where office_id = ${officeId}::uuid and id in (select unnest(${gone}::uuid[]))`
  await tx.$executeRaw`
    update guardian_links set ended_at = ${at} where office_id = ${officeId}::uuid and guardian_id in (select unnest(${gone}::uuid[])) and ended_at is null`
  count(intake, 'guardians', { added: added.length, changed: changed.length, ended: ended.length, unchanged })
}

function readGuardian(intake: Intake, person: Person) {
  const { sourcedId, left, line, role } = person
  if (left) return { sourcedId, left, digest: '', name: '', phone: null, email: null, home: undefined }
  intake.relations.set(sourcedId, own(relations, reduce(role)) ?? 'guardian')
  for (const child of line.list('agentSourcedIds')) intake.children.set(child, [...(intake.children.get(child) ?? []), sourcedId])
  const { name } = nameOf(person)
  const values = { name, phone: line.text('sms', 40) || line.text('phone', 40) || null, email: line.text('email', 200) || null }
  const home = homeOf(intake, line)
  return { sourcedId, left, ...values, home, digest: digestOf(home === undefined ? values : { ...values, home: home && Buffer.from(home).toString('hex') }) }
}

/** Where she lives, as a mark; null: no home that can be made out; undefined: the file says nothing of it, and what is known stays. */
function homeOf({ officeId }: Intake, line: Line): Uint8Array<ArrayBuffer> | null | undefined {
  const address = line.text('address', 200)
  return address === '' ? undefined : homeMark(officeId, address)
}
