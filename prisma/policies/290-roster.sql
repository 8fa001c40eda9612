-- An import that nobody works on any more: the process was killed, or the session of whoever began it has ended.
-- Whoever works on one holds the office's lock within the transaction, so a running import cannot be ended from here.
create or replace function app.fail_imports(of_import uuid, why text) returns void
  language sql volatile security definer set search_path = pg_catalog, public as $$
  update roster_imports i set state = 'FAILED', failure = why, finished_at = app.now()
  where i.state in ('UPLOADING', 'READING', 'APPLYING') and (of_import is null or i.id = of_import)
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
