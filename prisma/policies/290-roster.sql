drop function if exists app.fail_imports(uuid, text);

-- How an import ended badly. Works without a session: the one it ran in may have ended.
create or replace function app.fail_import(of_import uuid, why text) returns void
  language sql volatile security definer set search_path = pg_catalog, public as $$
  update roster_imports set state = 'FAILED', failure = why, finished_at = app.now()
  where id = of_import and state in ('UPLOADING', 'READING', 'APPLYING')
$$;

-- Imports that nobody works on any more: their process was killed. Whoever works on one holds the office's lock within
-- the transaction, so a running import cannot be ended from here; one that has only just begun may not hold it yet.
create or replace function app.end_interrupted_imports() returns void
  language sql volatile security definer set search_path = pg_catalog, public as $$
  update roster_imports i set state = 'FAILED', failure = 'interrupted', finished_at = app.now()
  where i.state in ('UPLOADING', 'READING', 'APPLYING') and i.started_at < app.now() - interval '30 seconds'
    and case when i.state in ('UPLOADING', 'READING', 'APPLYING') then pg_try_advisory_xact_lock(hashtextextended('roster ' || i.office_id, 0)) end
$$;

-- Tables that an import fills a thousandfold: without knowing so, the planner would look through all of one for each row of
-- another, also for everybody else who reads them meanwhile. Only those that have grown fourfold since they were last looked
-- at, only the columns by which rows are found, and none that is being analysed already.
create or replace function app.weigh_roster() returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare t record;
begin
  for t in select c.relname as name, string_agg(quote_ident(a.attname), ', ') as keys
           from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.attnum > 0
             and (a.atttypid = 'uuid'::regtype or a.attname in ('sourced_id', 'key_hash', 'ended_at', 'left_at'))
           where c.relnamespace = 'public'::regnamespace
             and c.relname in ('agencies', 'staff', 'accounts', 'sessions', 'school_classes', 'students', 'guardians', 'guardian_links', 'enrolments')
             and pg_relation_size(c.oid) > 0 and (c.reltuples < 0 or pg_relation_size(c.oid) / current_setting('block_size')::int > 4 * c.relpages)
           group by c.relname loop
    execute format('analyze (skip_locked) %I (%s)', t.name, t.keys);
  end loop;
end $$;

-- The roster may not promote anybody, and of staff who are not teachers it may only note the roster's number.
create or replace function app.check_roster_staff() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user <> 'hanai_app' then return new; end if;
  if new.role <> old.role or (old.role <> 'TEACHER' and (to_jsonb(new) - 'sourced_id') <> (to_jsonb(old) - 'sourced_id')) then
    raise exception 'the roster changes teachers only' using errcode = '42501';
  end if;
  return new;
end $$;
drop trigger if exists roster_staff on staff;
create trigger roster_staff before update on staff for each row execute function app.check_roster_staff();
