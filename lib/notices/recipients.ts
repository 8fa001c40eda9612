import type { Ask } from '#lib/core/ask.ts'
import type { Locale } from '#lib/words/locale.ts'
import type { Notice } from './notice.ts'

export interface Recipient {
  staffId: string
  email: string
  locale: Locale
}

/** Somebody who can sign in; who is on leave and, in her stead, her deputy. */
export async function recipientOf(ask: Ask, officeId: string, staffId: string): Promise<Recipient | null> {
  const [row] = await ask<{ email: string; locale: string }>(
    `select c.email, c.locale from accounts c join staff s on s.office_id = c.office_id and s.id = c.staff_id
     where c.office_id = $1 and c.staff_id = $2 and c.deactivated_at is null and s.left_at is null`,
    [officeId, staffId],
  )
  return row ? { staffId, email: row.email, locale: row.locale === 'en' ? 'en' : 'ko' } : null
}

/**
 * To whom a notice goes: the person it names and whoever stands in for her; of an agency those who lead it, and where
 * nobody does, all of it who work with cases; of a case who leads it.
 */
export async function addressees(ask: Ask, { officeId, staffId, agencyId, caseId }: Notice): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    `with named as (
       select coalesce($2::uuid, (select c.lead_id from cases c where $3::uuid is null and c.office_id = $1 and c.id = $4::uuid)) as id),
     people as (
       select s.id, s.role in ('SCHOOL_LEAD', 'PARTNER_LEAD', 'COORDINATOR') as leads from staff s, named n
       where n.id is null and s.office_id = $1 and s.agency_id = $3::uuid and s.left_at is null
         and s.role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'PARTNER_WORKER', 'PARTNER_LEAD')),
     chosen as (
       select n.id from named n where n.id is not null
       union select p.id from people p where p.leads or not exists (select from people x where x.leads))
     select c.id from chosen c
     union select s.deputy_id from chosen c join staff s on s.office_id = $1 and s.id = c.id
       where s.deputy_id is not null and s.leave_until > app.now() and (s.leave_from is null or s.leave_from <= app.now())`,
    [officeId, staffId ?? null, agencyId ?? null, caseId ?? null],
  )
  return rows.map(({ id }) => id)
}
