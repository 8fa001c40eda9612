-- Consent and basis: what was answered is never written over, and what a recipient would see can be looked at before.

-- Withdrawn, superseded, ended: once set, never taken back or moved later. (Superseded may be moved earlier: a newer
-- answer may begin before the one that was to follow.)
create or replace function app.check_sharing_end() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
declare
  was jsonb := to_jsonb(old);
  becomes jsonb := to_jsonb(new);
  stamp text;
begin
  foreach stamp in array array['withdrawn_at', 'withdrawn_by_id', 'withdrawn_how', 'confirmed_at', 'confirmed_by_id', 'confirmed_how', 'ended_at'] loop
    if was ->> stamp is not null and becomes -> stamp is distinct from was -> stamp then
      raise exception 'sharing_end_stays: an end stays where it was set' using errcode = '23514', constraint = 'sharing_end_stays';
    end if;
  end loop;
  -- Who takes a consent back, or makes sure of one, signs for herself.
  if app.actor_id() is not null and ((was ->> 'withdrawn_by_id' is null and (becomes ->> 'withdrawn_by_id')::uuid <> app.actor_id())
      or (was ->> 'confirmed_by_id' is null and (becomes ->> 'confirmed_by_id')::uuid <> app.actor_id())) then
    raise exception 'sharing_signed_by_self: signed for somebody else' using errcode = '23514', constraint = 'sharing_signed_by_self';
  end if;
  if (was ->> 'superseded_at') is not null and ((becomes ->> 'superseded_at') is null
      or (becomes ->> 'superseded_at')::timestamptz > (was ->> 'superseded_at')::timestamptz) then
    raise exception 'sharing_end_stays: an end stays where it was set' using errcode = '23514', constraint = 'sharing_end_stays';
  end if;
  return new;
end $$;
drop trigger if exists sharing_end_stays on consents;
create trigger sharing_end_stays before update on consents for each row execute function app.check_sharing_end();
drop trigger if exists sharing_end_stays on lawful_bases;
create trigger sharing_end_stays before update on lawful_bases for each row execute function app.check_sharing_end();

-- Whom else the family allowed to be told, and who else came or went, is nobody's business outside the circle but that
-- of the one it is about and of those who may know of it.
call app.policy('events', 'others_sharing', $p$as restrictive for select to hanai_app using (
  type not in ('consent.recorded', 'consent.narrowed', 'consent.withdrawn', 'basis.recorded', 'basis.reviewed', 'basis.ended', 'case.member-added', 'case.member-left')
  or (select app.actor_cleared())
  or (type like any (array['consent.%', 'basis.%']) and data ->> 'recipientId' = (select app.actor_agency())::text)
  or (type like 'case.member-%' and (case_id, (data ->> 'staffId')::uuid) in (select s.case_id, s.staff_id from app.shared_people() s)))$p$);

-- What a worker of an agency outside the circle finds in this case on the grounds of today (no items given), or would
-- find if it could be told these: every entry, goal and support with whether it is open to her, and else why not. By the
-- rules she is read by: `app.opened_by`, and the audience. For those inside who can see the case themselves; of what is
-- kept for one agency or one person there is no hint.
create or replace function app.shared_view(of_case uuid, agency uuid, items text[], sensitive boolean)
  returns table (kind text, id uuid, at timestamptz, layer public."Layer", domain text, open boolean, why text)
  language sql stable security definer rows 200 set search_path = pg_catalog, public as $$
  with asked as materialized (
    select c.office_id, c.id from cases c
    join agencies a on a.office_id = c.office_id and a.id = agency and a.ended_at is null and not app.inside_circle(a.kind, a.is_entrusted)
    where c.office_id = (select app.actor_office()) and c.id = of_case and c.closed_at is null
      and of_case not in (select app.conflicted_cases())
      and (of_case in (select app.insider_cases()) or (select app.office_scope()) is not null)),
  opened as materialized (
    select o.layer, o.domain from app.opened_by(shared_view.items, shared_view.sensitive) o where shared_view.items is not null
    union
    select o.layer, o.domain from asked q, app.grounds(q.office_id, agency, array[of_case]) g, app.opened_by(g.items, g.sensitive) o
    where shared_view.items is null),
  parts as (
    select 'ENTRY' as kind, e.id, e.at, e.layer, e.domain, e.audience = 'TEAM' as team
    from asked q join events e on e.office_id = q.office_id and e.case_id = q.id
    where (e.audience = 'TEAM' or (e.audience = 'AGENCY' and e.agency_id = agency))
      and (e.type not in ('consent.recorded', 'consent.narrowed', 'consent.withdrawn', 'basis.recorded', 'basis.reviewed', 'basis.ended') or e.data ->> 'recipientId' = agency::text)
      and (e.type not in ('document.added', 'document.taken-back') or exists (
        select from documents d where d.office_id = e.office_id and d.id = (e.data ->> 'documentId')::uuid and d.linked))
      and (e.type not in ('case.member-added', 'case.member-left') or exists (
        select from case_members m join agencies b on b.office_id = m.office_id and b.id = m.agency_id
        where m.office_id = e.office_id and m.case_id = e.case_id and m.staff_id = (e.data ->> 'staffId')::uuid
          and (b.id = agency or app.inside_circle(b.kind, b.is_entrusted)
            or exists (select from app.grounds(b.office_id, b.id, array[of_case]) g
                       where array_remove(g.items, 'GENERAL') && array(select x.domain from opened x)))))
    union all
    select 'GOAL', g.id, g.set_at, 'PLAN', g.domain, true
    from asked q join goals g on g.office_id = q.office_id and g.case_id = q.id
    union all
    select 'SUPPORT', i.id, i.proposed_at, 'PLAN', i.domain, true
    from asked q join interventions i on i.office_id = q.office_id and i.case_id = q.id)
  select p.kind, p.id, p.at, p.layer, p.domain, p.open,
         case when p.open then null
              when p.layer = 'SENSITIVE' and not exists (select from opened x where x.layer = 'SENSITIVE') then 'LAYER' else 'ITEMS' end
  from (select p.*, (p.layer, p.domain) in (select x.layer, x.domain from opened x) as open from parts p) p
  where p.open or p.team
$$;

-- Who outside the circle may be told of this case today, on which grounds. An outsider learns of her own agency's alone.
create or replace function app.case_grounds(of_case uuid)
  returns table (agency_id uuid, ground text, items text[], sensitive boolean, until timestamptz)
  language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  with asked as materialized (
    select c.office_id, c.id, c.student_id from cases c
    where c.office_id = (select app.actor_office()) and c.id = of_case
      and of_case not in (select app.conflicted_cases())
      and (of_case in (select app.my_cases()) or (select app.office_scope()) is not null)),
  recipients as (
    select q.office_id, k.recipient_id from asked q join consents k on k.office_id = q.office_id and k.student_id = q.student_id
    union
    select q.office_id, b.recipient_id from asked q join lawful_bases b on b.office_id = q.office_id and b.case_id = q.id)
  select r.recipient_id, g.ground, g.items, g.sensitive, g.until
  from recipients r
  join agencies a on a.office_id = r.office_id and a.id = r.recipient_id and a.ended_at is null and not app.inside_circle(a.kind, a.is_entrusted)
  cross join lateral app.grounds(r.office_id, r.recipient_id, array[of_case]) g
  where (r.recipient_id = (select app.actor_agency()) or (select app.actor_cleared()))
$$;

-- Beside the end itself (200-access.sql): who took it back and how, and who made sure of what was said by word.
grant update (withdrawn_by_id, withdrawn_how, confirmed_at, confirmed_by_id, confirmed_how) on consents to hanai_app;

-- On which days somebody of this agency opened the case: for the list that the family gets, made by those inside who work
-- with the case. No names.
create or replace function app.looks_by(of_case uuid, agency uuid) returns table (day date, last timestamptz)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select (e.at at time zone 'Asia/Seoul')::date, max(e.at)
  from app.self() me
  join cases c on c.office_id = me.office_id and c.id = of_case
  join audit_entries e on e.office_id = c.office_id and e.case_id = c.id
  join staff s on s.office_id = e.office_id and s.id = e.staff_id and s.agency_id = agency
  where me.circle and (c.id in (select app.insider_cases()) or me.office_scope is not null)
    and not coalesce(c.student_id = any(me.avoided), false)
    and e.action in ('case.read', 'case.printed', 'intervention.read') and e.outcome = 'done'
  group by 1
$$;

-- Whoever leads a case is asked about help that goes on although its agency may no longer be told what it needs.
create index if not exists consents_taken_back on consents (office_id, student_id, recipient_id) where withdrawn_at is not null or narrows_id is not null;
create or replace function app.told_less(office uuid, of_student uuid, of_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from consents k
    join interventions i on i.office_id = k.office_id and i.agency_id = k.recipient_id and i.case_id = of_case and i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED')
    where k.office_id = office and k.student_id = of_student and (k.withdrawn_at is not null or k.narrows_id is not null)
      and (k.superseded_at is null or k.superseded_at > app.now())
      and (k.withdrawn_at is not null or (i.domain <> 'GENERAL' and i.domain <> all (k.items)))
      and not exists (select from lawful_bases b where b.office_id = office and b.case_id = of_case and b.recipient_id = k.recipient_id
        and b.ended_at is null and b.valid_from <= app.now() and b.valid_until > app.now() and (i.domain = 'GENERAL' or i.domain = any(b.items))))
$$;
