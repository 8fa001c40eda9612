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
