-- Sealed records: read by persons named one by one, after proving who they are and saying why, for ten minutes. To
-- everybody else there is nothing: no entry, no count, no lock. What stands in the tables is encrypted with keys that are
-- not in the database.

select app.ensure('sealed_records', 'sealed_kind', $c$check (kind in ('ABUSE_REPORT', 'VERBATIM', 'METHOD', 'OTHER'))$c$);
select app.ensure('sealed_openings', 'sealed_opening_what', $c$check (what in ('CONTENT', 'REPORTER'))$c$);
select app.ensure('sealed_openings', 'sealed_opening_reason', $c$check (length(btrim(reason)) >= 10)$c$);
create unique index if not exists sealed_reader_once on sealed_readers (office_id, record_id, staff_id) where ended_at is null;

-- Of which domain a record is: what consent or another law must reach for an agency outside to read it.
create or replace function app.sealed_domain(kind text) returns text language sql immutable parallel safe set search_path = pg_catalog
  as $$ select case kind when 'ABUSE_REPORT' then 'ABUSE' when 'VERBATIM' then 'EMOTION' when 'METHOD' then 'SUICIDE' else 'GENERAL' end $$;

-- Bodies outside the circle that are part of the administration or stand in for it by law. At any other, two persons
-- agree before somebody of it reads what is sealed; so at one that nobody has thought of.
create or replace function app.public_body(kind public."AgencyKind") returns boolean language sql immutable parallel safe set search_path = pg_catalog, public
  as $$ select kind in ('DISTRICT', 'DONG_CENTER', 'DREAM_START', 'CHILD_PROTECT', 'MENTAL_HEALTH', 'YOUTH_COUNSEL', 'SUNFLOWER', 'JUSTICE', 'POLICE') $$;

-- Whether an agency outside may be told what is sealed of this case today: sensitive matters, and of that domain (null: of any).
create or replace function sealed.covered(office uuid, agency uuid, of_case uuid, domain text) returns boolean language sql stable set search_path = pg_catalog, public
  as $$ select exists (select from app.grounds(office, agency, array[of_case]) g where g.sensitive and (domain is null or domain = any(g.items || 'GENERAL'::text))) $$;

-- Who may be named: of the circle, working with this case or answering for all of them; of an agency outside, a member
-- whose agency may be told of it today; and no relative. Asked by whoever sees the case herself. No kind: of any.
drop function if exists app.may_be_named(uuid, uuid) cascade;
create or replace function app.may_be_named(of_case uuid, person uuid, kind text default null) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from staff s join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    where s.office_id = (select app.actor_office()) and s.id = person and s.left_at is null and a.ended_at is null
      and (of_case in (select app.insider_cases()) or (select app.office_scope()) is not null)
      and (app.inside_circle(a.kind, a.is_entrusted) or (s.role in ('PARTNER_WORKER', 'PARTNER_LEAD') and sealed.covered(s.office_id, a.id, of_case, app.sealed_domain(may_be_named.kind))))
      and (s.role in ('COORDINATOR', 'OFFICE_LEAD')
        or (s.role = 'SCHOOL_LEAD' and exists (select from cases c where c.office_id = s.office_id and c.id = of_case and c.school_id = s.agency_id))
        or exists (select from case_members m where m.office_id = s.office_id and m.case_id = of_case and m.staff_id = s.id and m.agency_id = s.agency_id
             and m.ended_at is null and (m.until is null or m.until > app.now())))
      and s.role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD')
      and not exists (select from conflicts x join cases c on c.office_id = x.office_id and c.student_id = x.student_id
        where x.office_id = s.office_id and c.id = of_case and x.staff_id = s.id and x.ended_at is null))
$$;

-- Of a private body outside the circle: to name her takes two.
create or replace function app.named_by_two(person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from staff s join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    where s.office_id = (select app.actor_office()) and s.id = person and not app.inside_circle(a.kind, a.is_entrusted) and not app.public_body(a.kind))
$$;

-- The records I am named for, in cases I still see by my own part or office: not through broken glass. Outside the circle
-- what my agency may be told today decides with each reading, and at a private body that a second person agreed.
create or replace function app.my_sealed() returns setof uuid
  language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select r.id from app.self() me
  join sealed_readers n on n.office_id = me.office_id and n.staff_id = me.staff_id and n.ended_at is null
  join sealed_records r on r.office_id = n.office_id and r.id = n.record_id
  join cases c on c.office_id = r.office_id and c.id = r.case_id
  where me.circle and not coalesce(c.student_id = any(me.avoided), false)
    and (me.office_scope is not null or r.case_id in (select app.insider_cases()))
  union all
  select r.id from app.self() me
  join sealed_readers n on n.office_id = me.office_id and n.staff_id = me.staff_id and n.ended_at is null
  join sealed_records r on r.office_id = n.office_id and r.id = n.record_id
  join cases c on c.office_id = r.office_id and c.id = r.case_id
  where not me.inside and not coalesce(c.student_id = any(me.avoided), false)
    and (app.public_body(me.agency_kind::"AgencyKind") or exists (select from reader_grants g where g.office_id = n.office_id and g.reader_id = n.id and g.answer = 'GRANTED'))
    and exists (select from app.my_shares() s where s.case_id = r.case_id and s.sensitive and app.sealed_domain(r.kind) = any(s.items || 'GENERAL'::text))
$$;

create or replace function app.sealed_by_me(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from app.self() me join sealed_records r on r.office_id = me.office_id and r.id = record and r.by_id = me.staff_id)
$$;


-- The case of a record I wrote myself.
create or replace function app.sealed_case_of_mine(record uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select r.case_id from app.self() me join sealed_records r on r.office_id = me.office_id and r.id = record and r.by_id = me.staff_id
$$;

create or replace function app.sealed_kind_of_mine(record uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public as $$
  select r.kind from app.self() me join sealed_records r on r.office_id = me.office_id and r.id = record and r.by_id = me.staff_id
$$;

-- What I opened within ten minutes.
create or replace function app.open_sealed(kind text) returns setof uuid
  language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  select o.record_id from app.self() me join sealed_openings o on o.office_id = me.office_id and o.staff_id = me.staff_id
  where o.what = kind and o.at > app.now() - interval '10 minutes' and o.record_id in (select app.my_sealed())
$$;

-- That they are there, for those who are named: what kind, when and by whom, and no content.
create or replace function app.sealed_of(of_case uuid)
  returns table (id uuid, kind text, at timestamptz, by_id uuid, mine boolean, with_reporter boolean)
  language sql stable security definer rows 10 set search_path = pg_catalog, public as $$
  select r.id, r.kind, r.at, r.by_id, r.by_id = me.staff_id,
    r.by_id = me.staff_id and exists (select from sealed_reporters p where p.office_id = r.office_id and p.record_id = r.id)
  from app.self() me join sealed_records r on r.office_id = me.office_id and r.case_id = of_case
  where r.id in (select app.my_sealed())
$$;

-- Written once: neither changed nor erased by anybody who signs in. (Keys are turned by the owner: npm run keys:rotate.)
grant select, insert on sealed_records, sealed_openings, sealed_reporters to hanai_app;
grant select, insert, update (ended_at) on sealed_readers to hanai_app;
call app.policy('sealed_records', 'see', $p$for select to hanai_app using (id in (select app.open_sealed('CONTENT')))$p$);
call app.policy('sealed_records', 'write', $p$for insert to hanai_app with check (
  by_id = (select app.actor_id()) and office_id = (select app.actor_office()) and (select app.actor_cleared())
  and (office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases()))))$p$);
call app.policy('sealed_records', 'not_conflicted', 'as restrictive to hanai_app using (case_id not in (select app.conflicted_cases()))');
-- Who else is named, outside the circle nobody learns.
call app.policy('sealed_readers', 'see', $p$for select to hanai_app using ((record_id in (select app.my_sealed()) and ((select app.actor_cleared()) or staff_id = (select app.actor_id()))) or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER'))$p$);
call app.policy('sealed_readers', 'name', $p$for insert to hanai_app with check (
  named_by_id = (select app.actor_id()) and office_id = (select app.actor_office()) and app.sealed_by_me(record_id)
  and app.may_be_named(app.sealed_case_of_mine(record_id), staff_id, app.sealed_kind_of_mine(record_id)))$p$);
call app.policy('sealed_readers', 'end', 'for update to hanai_app using (app.sealed_by_me(record_id) and ended_at is null) with check (app.sealed_by_me(record_id))');
call app.policy('sealed_openings', 'see', $p$for select to hanai_app using (staff_id = (select app.actor_id()) or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER'))$p$);
call app.policy('sealed_openings', 'open', $p$for insert to hanai_app with check (
  staff_id = (select app.actor_id()) and office_id = (select app.actor_office()) and (select app.just_proven())
  and record_id in (select app.my_sealed()) and (what = 'CONTENT' or app.sealed_by_me(record_id)))$p$);
call app.policy('sealed_reporters', 'see', $p$for select to hanai_app using (by_id = (select app.actor_id()) and record_id in (select app.open_sealed('REPORTER')))$p$);
call app.policy('sealed_reporters', 'write', $p$for insert to hanai_app with check (
  by_id = (select app.actor_id()) and office_id = (select app.actor_office()) and app.sealed_by_me(record_id))$p$);

-- Who opened one, of which case, and why: for the privacy officer, who reads none of them.
create or replace function app.seals_broken(most int)
  returns table (id uuid, at timestamptz, staff_id uuid, number text, what text, reason text)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select o.id, o.at, o.staff_id, c.number, o.what, o.reason
  from app.self() me
  join sealed_openings o on o.office_id = me.office_id
  join sealed_records r on r.office_id = o.office_id and r.id = o.record_id
  join cases c on c.office_id = r.office_id and c.id = r.case_id
  where me.role = 'PRIVACY_OFFICER' and not coalesce(c.student_id = any(me.avoided), false)
  order by o.at desc, o.id desc limit most
$$;

-- A relative learns of none, whatever her role.
create or replace function app.conflicted_sealed() returns setof uuid
  language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  select r.id from app.self() me join sealed_records r on r.office_id = me.office_id and r.case_id in (select app.conflicted_cases())
$$;
call app.policy('sealed_readers', 'not_conflicted', 'as restrictive to hanai_app using (record_id not in (select app.conflicted_sealed()))');
call app.policy('sealed_openings', 'not_conflicted', 'as restrictive to hanai_app using (record_id not in (select app.conflicted_sealed()))');

-- Naming somebody of a private body outside is asked of the centre's lead, who agrees or not and reads nothing by it.
select app.ensure('reader_grants', 'reader_grant_reason', $c$check (length(btrim(reason)) >= 10)$c$);
select app.ensure('reader_grants', 'reader_grant_by_two', $c$check (
  (answer is null) = (answered_by_id is null) and (answer is null) = (answered_at is null) and (answered_by_id is null or answered_by_id <> asked_by_id)
  and (answer is null or answer in ('GRANTED', 'REFUSED')))$c$);
grant select, insert, update (answer, answered_by_id, answered_at) on reader_grants to hanai_app;
call app.policy('reader_grants', 'see', $p$for select to hanai_app using (
  asked_by_id = (select app.actor_id())
  or (office_id = (select app.office_scope()) and (select app.actor_role()) = 'OFFICE_LEAD')
  or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER'))$p$);
call app.policy('reader_grants', 'ask', $p$for insert to hanai_app with check (
  asked_by_id = (select app.actor_id()) and office_id = (select app.actor_office()) and answer is null
  and exists (select from sealed_readers n where n.office_id = reader_grants.office_id and n.id = reader_id and n.named_by_id = (select app.actor_id()) and n.ended_at is null
    and app.sealed_case_of_mine(n.record_id) = reader_grants.case_id))$p$);
call app.policy('reader_grants', 'answer', $p$for update to hanai_app using (
    office_id = (select app.office_scope()) and (select app.actor_role()) = 'OFFICE_LEAD' and asked_by_id <> (select app.actor_id()) and answer is null and (select app.just_proven()))
  with check (answered_by_id = (select app.actor_id()))$p$);
call app.policy('reader_grants', 'not_conflicted', 'as restrictive to hanai_app using (case_id not in (select app.conflicted_cases()))');

-- Whom a request is about: for the centre's lead who decides on it and whoever asked, who may not look into the records.
create or replace function app.reader_asked(grant_id uuid) returns table (staff_id uuid, kind text)
  language sql stable security definer rows 1 set search_path = pg_catalog, public as $$
  select n.staff_id, r.kind from app.self() me
  join reader_grants g on g.office_id = me.office_id and g.id = grant_id
  join sealed_readers n on n.office_id = g.office_id and n.id = g.reader_id
  join sealed_records r on r.office_id = n.office_id and r.id = n.record_id
  join cases c on c.office_id = g.office_id and c.id = g.case_id
  where not coalesce(c.student_id = any(me.avoided), false)
    and (g.asked_by_id = me.staff_id or (me.office_scope is not null and me.role = 'OFFICE_LEAD'))
$$;
