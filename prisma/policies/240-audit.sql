-- The audit is only ever added to. Its order is that of transactions: an entry's place is the number of the transaction
-- that wrote it, so that everything below the oldest one still running is there for good, and is sealed (lib/audit).

create table if not exists sealed.audit_base (base bigint not null);
insert into sealed.audit_base (base) select 0 where not exists (select from sealed.audit_base);

-- A database that was moved to another server begins to count anew there: its entries still come after the old ones.
update sealed.audit_base set base = m.last + 1 - pg_current_xact_id()::text::bigint
from (select coalesce(max(e.place), 0) as last from offices o
  cross join lateral (select a.place from audit_entries a where a.office_id = o.id order by a.place desc limit 1) e) m
where m.last > sealed.audit_base.base + pg_current_xact_id()::text::bigint;

create or replace function app.place_audit() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select b.base + pg_current_xact_id()::text::bigint into new.place from sealed.audit_base b;
  -- Signing in happens before there is a transaction of somebody's.
  new.address := coalesce(nullif(current_setting('hanai.address', true), ''), case when session_user = 'hanai_auth' then new.address end);
  return new;
end $$;
drop trigger if exists place_audit on audit_entries;
create trigger place_audit before insert on audit_entries for each row execute function app.place_audit();

-- Below this every transaction has ended.
create or replace function app.audit_settled() returns bigint
  language sql stable security definer set search_path = pg_catalog, public as $$
  select b.base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint from sealed.audit_base b
$$;

create or replace function app.refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'audit_stays: what was written down stays' using errcode = '23514', constraint = 'audit_stays';
end $$;
do $$
declare t text;
begin
  foreach t in array array['audit_entries', 'audit_seals', 'audit_checks', 'audit_reviews'] loop
    execute format('drop trigger if exists audit_stays on %I', t);
    execute format('create trigger audit_stays before update or delete or truncate on %I for each statement execute function app.refuse_change()', t);
  end loop;
end $$;

-- The jobs seal and check; they read entries (identifiers alone), and write nothing but seals and what a check found.
grant select on audit_entries to hanai_jobs;
grant select, insert on audit_seals, audit_checks to hanai_jobs;
call app.policy('audit_entries', 'sealed_by_jobs', 'for select to hanai_jobs using (true)');
call app.policy('audit_seals', 'jobs', 'to hanai_jobs using (true) with check (true)');
call app.policy('audit_checks', 'jobs', 'to hanai_jobs using (true) with check (true)');
-- Whether it stands is the privacy officer's to see.
grant select on audit_seals, audit_checks to hanai_app;
call app.policy('audit_seals', 'see', $p$for select to hanai_app using (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER')$p$);
call app.policy('audit_checks', 'see', $p$for select to hanai_app using (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER')$p$);

-- The privacy officer looks a month over, once, and says what she thought.
grant select, insert on audit_reviews to hanai_app;
call app.policy('audit_reviews', 'keep', $p$to hanai_app using (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER')
  with check (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER' and by_id = (select app.actor_id()))$p$);

-- Who looked at a case and when, for whoever answers for it: its lead, the school's, the office's. By day, not by press.
create or replace function app.looks_at(one uuid)
  returns table (day date, staff_id uuid, looks int, refused int, last timestamptz)
  language sql stable security definer rows 100 set search_path = pg_catalog, public as $$
  select (e.at at time zone 'Asia/Seoul')::date, e.staff_id, count(*) filter (where e.outcome = 'done')::int,
    count(*) filter (where e.outcome <> 'done')::int, max(e.at)
  from app.self() me
  join cases c on c.office_id = me.office_id and c.id = one
  join audit_entries e on e.office_id = c.office_id and e.case_id = c.id
  where (c.id in (select app.my_cases()) or c.office_id = me.office_scope)
    and not coalesce(c.student_id = any(me.avoided), false)
    and (c.lead_id = me.staff_id or c.school_id = me.school_scope or c.office_id = me.office_scope)
    and e.staff_id is not null and e.action in ('case.read', 'case.denied', 'case.printed', 'case.exported', 'document.read', 'intervention.read', 'intervention.denied')
  group by 1, 2
$$;

-- The number of a case in the record of access: for the privacy officer, who reads no case.
create or replace function app.number_of(one uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public as $$
  select c.number from app.self() me join cases c on c.office_id = me.office_id and c.id = one where me.role = 'PRIVACY_OFFICER'
$$;
