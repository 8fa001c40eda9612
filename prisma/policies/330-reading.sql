-- How many different cases one person opens in 24 hours: counted from the record of access, by the statement that opens a
-- case and writes the reading down. At the office's number she has to prove who she is before the next; each proof gives
-- her as many again. A case she has opened within that time stays open to her.

create index if not exists audit_case_reads on audit_entries (office_id, staff_id, at) include (case_id, action) where action in ('case.read', 'reading.extended');

create or replace function app.reading_spent(of_case uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  me app.person := app.self();
  allowed int;
  since timestamptz := app.now() - interval '24 hours';
begin
  select o.cases_a_day into allowed from offices o where o.id = me.office_id;
  if allowed is null then return false; end if;
  perform from audit_entries e where e.office_id = me.office_id and e.case_id = of_case and e.staff_id = me.staff_id and e.action = 'case.read' and e.at > since;
  if found then return false; end if;
  -- Who has read less often than that has read fewer cases.
  perform from audit_entries e where e.office_id = me.office_id and e.staff_id = me.staff_id and e.action in ('case.read', 'reading.extended') and e.at > since
    offset allowed - 1 limit 1;
  if not found then return false; end if;
  return (select count(distinct e.case_id) filter (where e.action = 'case.read') >= allowed * (1 + count(*) filter (where e.action = 'reading.extended'))
    from audit_entries e where e.office_id = me.office_id and e.staff_id = me.staff_id and e.action in ('case.read', 'reading.extended') and e.at > since);
end $$;
revoke execute on function app.reading_spent(uuid) from public;
grant execute on function app.reading_spent(uuid) to hanai_app;

-- For the words on the page: how many a day; and whom to tell.
create or replace function app.cases_a_day() returns int
  language sql stable security definer set search_path = pg_catalog, public as $$ select o.cases_a_day from app.self() me join offices o on o.id = me.office_id $$;
revoke execute on function app.cases_a_day() from public;
grant execute on function app.cases_a_day() to hanai_app;
