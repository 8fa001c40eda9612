-- Exports: whoever asked reads the file, while its time lasts and as long as she may take lists out, and nobody else; a second person agrees to a long one without
-- seeing it; the privacy officer sees that there are such files, and never what is in them.

select app.ensure('exports', 'export_state', $c$check (state in ('ASKED', 'AGREED', 'REFUSED', 'READY'))$c$);
select app.ensure('exports', 'export_what', $c$check (what in ('CASES', 'AUDIT'))$c$);
select app.ensure('exports', 'export_format', $c$check (format in ('XLSX', 'CSV'))$c$);
select app.ensure('exports', 'export_reason', $c$check (length(btrim(reason)) >= 10)$c$);
select app.ensure('exports', 'export_by_another', $c$check (
  (decided_by_id is null) = (decided_at is null) and (decided_by_id is null or decided_by_id <> requested_by_id))$c$);
select app.ensure('exports', 'export_made', $c$check (
  (state = 'READY') = (made_at is not null) and (made_at is null) = (expires_at is null) and (made_at is null or what = 'AUDIT' or cardinality(case_ids) between 1 and rows))$c$);

-- More than the office's number leaves by two, and by nobody of a school; whatever the application would say.
create or replace function app.check_export() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare most int := (select o.export_rows from offices o where o.id = new.office_id);
begin
  if new.what = 'AUDIT' then return new; end if;
  if new.rows > most and new.state in ('AGREED', 'READY') and new.decided_by_id is null then
    raise exception 'export_needs_two: more than one person may take out' using errcode = '23514', constraint = 'export_needs_two';
  end if;
  if new.rows > most and (app.self()).role = 'SCHOOL_LEAD' then
    raise exception 'export_needs_two: more than a school may take out' using errcode = '23514', constraint = 'export_needs_two';
  end if;
  return new;
end $$;
drop trigger if exists export_needs_two on exports;
create trigger export_needs_two before insert or update of state, rows on exports for each row execute function app.check_export();

-- Lists of cases are taken out by who decides about cases, lines of the record of access by the privacy officer.
create or replace function app.takeable() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select array_remove(array[
    case when app.school_scope() is not null or app.office_scope() is not null then 'CASES' end,
    case when app.actor_role() = 'PRIVACY_OFFICER' and app.actor_cleared() then 'AUDIT' end], null)
$$;
revoke all on function app.takeable() from public;
grant execute on function app.takeable() to hanai_app;

grant select, insert, update (state, decided_by_id, decided_at, made_at, expires_at, bytes, case_ids) on exports to hanai_app;
grant select, insert on export_bodies to hanai_app;
call app.policy('exports', 'see', $p$for select to hanai_app using (
  (requested_by_id = (select app.actor_id()) and what = any((select app.takeable())::text[]))
  or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER' and (select app.actor_cleared()))
  or (office_id = (select app.office_scope()) and (select app.actor_role()) = 'OFFICE_LEAD' and (state = 'ASKED' or decided_by_id = (select app.actor_id()))))$p$);
call app.policy('exports', 'ask', $p$for insert to hanai_app with check (
  requested_by_id = (select app.actor_id()) and office_id = (select app.actor_office()) and decided_by_id is null and state in ('ASKED', 'AGREED')
  and (select app.just_proven()) and what = any((select app.takeable())::text[]))$p$);
call app.policy('exports', 'decide', $p$for update to hanai_app using (
    office_id = (select app.office_scope()) and (select app.actor_role()) = 'OFFICE_LEAD' and state = 'ASKED' and requested_by_id <> (select app.actor_id()))
  with check (decided_by_id = (select app.actor_id()) and state in ('AGREED', 'REFUSED') and (select app.just_proven()))$p$);
call app.policy('exports', 'make', $p$for update to hanai_app using (requested_by_id = (select app.actor_id()) and state = 'AGREED' and (select app.just_proven())
    and what = any((select app.takeable())::text[]))
  with check (requested_by_id = (select app.actor_id()) and state = 'READY')$p$);
call app.policy('export_bodies', 'see', $p$for select to hanai_app using (exists (
  select from exports x where x.office_id = export_bodies.office_id and x.id = export_id and x.requested_by_id = (select app.actor_id()) and x.what = any((select app.takeable())::text[]) and x.state = 'READY' and x.expires_at > app.now()))$p$);
call app.policy('export_bodies', 'make', $p$for insert to hanai_app with check (exists (
  select from exports x where x.office_id = export_bodies.office_id and x.id = export_id and x.requested_by_id = (select app.actor_id()) and x.state = 'AGREED'))$p$);

-- What had its time goes.
grant select (office_id, id, state, expires_at) on exports to hanai_jobs;
grant select (office_id, export_id), delete on export_bodies to hanai_jobs;
call app.policy('exports', 'told_to_jobs', 'for select to hanai_jobs using (true)');
call app.policy('export_bodies', 'swept', $p$to hanai_jobs using (exists (
  select from exports x where x.office_id = export_bodies.office_id and x.id = export_id and x.expires_at < app.now()))$p$);
