-- What the one who referred may know of her own: received, somebody in charge, under way, done; who is in charge; since
-- when. A second voice and a notice made into an application go the way of the referral they became part of.

drop function if exists app.receipts(integer);
create or replace function app.receipts_of(wanted uuid[])
  returns table (referral_id uuid, step text, since timestamptz, in_charge text, in_charge_en text)
  language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select r.id,
         case when r.state = 'WITHDRAWN' then 'WITHDRAWN'
              when x.state in ('NOT_SELECTED', 'LINKAGE_ONLY', 'WITHDRAWN') then 'DONE'
              when c.closed_at is not null then 'DONE'
              when c.id is not null then 'UNDER_WAY'
              when x.in_charge_id is not null and x.state <> 'SUBMITTED' then 'IN_CHARGE'
              else 'RECEIVED' end,
         case when c.closed_at is not null then c.closed_at when c.id is not null then c.opened_at else r.submitted_at end,
         coalesce(lead.name, charge.name, a.short_ko),
         coalesce(lead.name_en, lead.name, charge.name_en, charge.name, a.short_en)
  from app.me() me
  join referrals r on r.office_id = me.office_id and r.applicant_id = me.staff_id and r.id = any(wanted)
  left join referrals d on d.office_id = r.office_id and d.id = coalesce(r.duplicate_of_id, r.converted_to_id)
  left join referrals e on e.office_id = r.office_id and e.id = d.duplicate_of_id
  cross join lateral (select coalesce(e.state, d.state, r.state) as state,
                             coalesce(e.in_charge_id, d.in_charge_id, r.in_charge_id) as in_charge_id,
                             coalesce(e.responsible_agency_id, d.responsible_agency_id, r.responsible_agency_id) as agency_id,
                             coalesce(e.attached_case_id, d.attached_case_id, r.attached_case_id) as case_id) x
  left join cases c on c.office_id = r.office_id and c.id = x.case_id
  left join staff lead on lead.office_id = c.office_id and lead.id = c.lead_id
  left join staff charge on charge.office_id = r.office_id and charge.id = x.in_charge_id
  left join agencies a on a.office_id = r.office_id and a.id = coalesce(x.agency_id, c.school_id)
  where r.student_id is null or r.student_id not in (select app.conflicted_students())
$$;

revoke execute on function app.receipts_of(uuid[]) from public;
grant execute on function app.receipts_of(uuid[]) to hanai_app;
