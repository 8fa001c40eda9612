-- Conflicts of interest: declared, named by the centre, or found, because somebody who works here has the telephone number
-- or the e-mail address of a child's guardian. A relative's rights end with the next request; that there is none is said
-- by two persons, neither of them the one it is about.

-- A number as it is dialled here; null when it is too short to be one person's.
create or replace function app.digits(number text) returns text language sql immutable parallel safe set search_path = pg_catalog
  as $$ select case when length(d) >= 9 then d end from (select regexp_replace(regexp_replace(number, '\D', '', 'g'), '^82', '0') as d) x $$;
create index if not exists guardians_by_phone on guardians (office_id, app.digits(phone)) where phone is not null;
create index if not exists guardians_by_email on guardians (office_id, lower(email)) where email is not null;
create index if not exists staff_by_phone on staff (office_id, app.digits(phone)) where phone is not null;

select app.ensure('conflicts', 'conflict_how', $c$check (how in ('DECLARED', 'NAMED', 'PHONE', 'EMAIL') and (declared_by is not null or how in ('PHONE', 'EMAIL')))$c$);
select app.ensure('conflicts', 'conflict_ends_by_two', $c$check (
  ended_at is null or (end_asked_by_id is not null and ended_by_id is not null and end_asked_by_id <> ended_by_id
    and end_asked_by_id <> staff_id and ended_by_id <> staff_id and btrim(coalesce(end_reason, '')) <> ''))$c$);
create unique index if not exists conflict_once on conflicts (office_id, staff_id, student_id) where ended_at is null;

-- Finds those of these guardians, or of these people, that nobody has found yet. A number that three or more people share
-- is their office's and nobody's own. Where two persons said that there is none, it is not found again.
create or replace function app.find_conflicts(of_guardians uuid[], of_staff uuid[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  with met as (
    select s.office_id, s.id as staff_id, g.id as guardian_id, 'PHONE' as how
    from guardians g join staff s on s.office_id = g.office_id and app.digits(s.phone) = app.digits(g.phone)
    where s.left_at is null and s.phone is not null and g.phone is not null and (g.id = any(of_guardians) or s.id = any(of_staff))
      and (select count(*) from staff o where o.office_id = s.office_id and o.left_at is null and o.phone is not null and app.digits(o.phone) = app.digits(s.phone)) < 3
    union all
    select c.office_id, c.staff_id, g.id, 'EMAIL'
    from guardians g join accounts c on c.office_id = g.office_id and lower(c.email::text) = lower(g.email)
    where g.email is not null and (g.id = any(of_guardians) or c.staff_id = any(of_staff)))
  insert into conflicts (id, office_id, staff_id, student_id, how, declared_at)
  select gen_random_uuid(), m.office_id, m.staff_id, l.student_id, min(m.how), app.now()
  from met m join guardian_links l on l.office_id = m.office_id and l.guardian_id = m.guardian_id
  where not exists (select from conflicts x where x.office_id = m.office_id and x.staff_id = m.staff_id and x.student_id = l.student_id)
  group by m.office_id, m.staff_id, l.student_id
  on conflict do nothing;
end $$;
revoke all on function app.find_conflicts(uuid[], uuid[]) from public;

create or replace function app.look_for_conflicts() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  case tg_table_name
    when 'guardians' then perform app.find_conflicts(array(select id from fresh where phone is not null or email is not null), '{}');
    when 'guardian_links' then perform app.find_conflicts(array(select distinct (to_jsonb(f) ->> 'guardian_id')::uuid from fresh f), '{}');
    when 'staff' then perform app.find_conflicts('{}', array(select id from fresh where to_jsonb(fresh) ->> 'phone' is not null));
    else perform app.find_conflicts('{}', array(select (to_jsonb(f) ->> 'staff_id')::uuid from fresh f));
  end case;
  return null;
end $$;
do $$
declare t text;
begin
  foreach t in array array['guardians', 'guardian_links', 'staff', 'accounts'] loop
    execute format('drop trigger if exists conflicts_on_insert on %I', t);
    execute format('create trigger conflicts_on_insert after insert on %I referencing new table as fresh for each statement execute function app.look_for_conflicts()', t);
    execute format('drop trigger if exists conflicts_on_update on %I', t);
    execute format('create trigger conflicts_on_update after update on %I referencing new table as fresh for each statement execute function app.look_for_conflicts()', t);
  end loop;
end $$;

-- Whoever answers for the centre hears of each: somebody else may have to take on what she was doing.
create or replace function app.tell_of_conflict() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare judge uuid;
begin
  for judge in select s.id from staff s where s.office_id = new.office_id and s.role in ('COORDINATOR', 'OFFICE_LEAD') and s.left_at is null and s.id <> new.staff_id loop
    perform app.enqueue('notice', jsonb_build_object('officeId', new.office_id, 'kind', 'conflict.found', 'path', '/conflicts/' || new.id, 'staffId', judge), null, 'notice conflict ' || new.id || ' ' || judge);
  end loop;
  return null;
end $$;
drop trigger if exists tell_of_conflict on conflicts;
create trigger tell_of_conflict after insert on conflicts for each row execute function app.tell_of_conflict();

grant update (end_asked_by_id, end_asked_at, end_reason, ended_by_id, ended_at) on conflicts to hanai_app;
call app.policy('conflicts', 'name', $p$for insert to hanai_app with check (declared_by = (select app.actor_id()) and office_id = (select app.office_scope()) and how in ('DECLARED', 'NAMED') and ended_at is null)$p$);
call app.policy('conflicts', 'end', $p$for update to hanai_app using (office_id = (select app.office_scope()) and staff_id <> (select app.actor_id()) and ended_at is null)
  with check (office_id = (select app.office_scope()) and (ended_by_id is null or ended_by_id = (select app.actor_id())))$p$);

-- What somebody who may no longer see a child still has to do for it: somebody else must take it on.
create or replace function app.left_behind(conflict uuid)
  returns table (case_id uuid, number text, leads boolean, supports int)
  language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  select c.id, c.number, c.lead_id = x.staff_id,
    (select count(*)::int from interventions i where i.office_id = c.office_id and i.case_id = c.id and i.staff_id = x.staff_id and i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED'))
  from app.self() me
  join conflicts x on x.office_id = me.office_scope and x.id = conflict and x.ended_at is null
  join cases c on c.office_id = x.office_id and c.student_id = x.student_id and c.closed_at is null
  where not coalesce(c.student_id = any(me.avoided), false)
    and (c.lead_id = x.staff_id or c.waiting_staff_id = x.staff_id
      or exists (select from interventions i where i.office_id = c.office_id and i.case_id = c.id and i.staff_id = x.staff_id and i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED')))
$$;

-- Those that were there before it was looked for.
select app.find_conflicts('{}', array(select s.id from staff s where s.left_at is null));
