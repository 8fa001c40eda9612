-- Conflicts of interest: declared, named by the centre, or found, because somebody who works here has the telephone number,
-- the e-mail address or the home of a child's guardian, or is kin to the other side of what happened to the child. A relative's rights end with the next request; that there is none is said
-- by two persons, neither of them the one it is about.

-- A number as it is dialled here; null when it is too short to be one person's.
create or replace function app.digits(number text) returns text language sql immutable parallel safe set search_path = pg_catalog
  as $$ select case when length(d) >= 9 then d end from (select regexp_replace(regexp_replace(number, '\D', '', 'g'), '^82', '0') as d) x $$;
create index if not exists guardians_by_phone on guardians (office_id, app.digits(phone)) where phone is not null;
create index if not exists guardians_by_email on guardians (office_id, lower(email)) where email is not null;
create index if not exists staff_by_phone on staff (office_id, app.digits(phone)) where phone is not null;

select app.ensure('conflicts', 'conflict_how', $c$check (how in ('DECLARED', 'NAMED', 'PHONE', 'EMAIL', 'ADDRESS', 'OPPOSING') and (declared_by is not null or how in ('PHONE', 'EMAIL', 'ADDRESS', 'OPPOSING')))$c$);
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
    where g.email is not null and (g.id = any(of_guardians) or c.staff_id = any(of_staff))
    union all
    select o.office_id, o.staff_id, g.id, 'PHONE'
    from own_contacts o join guardians g on g.office_id = o.office_id and app.digits(g.phone) = o.phone
    where g.phone is not null and (g.id = any(of_guardians) or o.staff_id = any(of_staff))
    union all
    -- A home that three who work here share, or the guardians of six children, is a block or an institution and nobody's own.
    select o.office_id, o.staff_id, a.guardian_id, 'ADDRESS'
    from own_contacts o join guardian_addresses a on a.office_id = o.office_id and a.mark = o.address
    where (a.guardian_id = any(of_guardians) or o.staff_id = any(of_staff))
      and (select count(*) from own_contacts p where p.office_id = o.office_id and p.address = o.address) < 3
      and (select count(distinct l.student_id) from guardian_addresses b join guardian_links l on l.office_id = b.office_id and l.guardian_id = b.guardian_id and l.ended_at is null
           where b.office_id = a.office_id and b.mark = a.mark) < 6)
  insert into conflicts (id, office_id, staff_id, student_id, how, declared_at)
  select gen_random_uuid(), m.office_id, m.staff_id, l.student_id, min(m.how), app.now()
  from met m join guardian_links l on l.office_id = m.office_id and l.guardian_id = m.guardian_id
  where not exists (select from conflicts x where x.office_id = m.office_id and x.staff_id = m.staff_id and x.student_id = l.student_id)
  group by m.office_id, m.staff_id, l.student_id
  on conflict do nothing;
end $$;
revoke all on function app.find_conflicts(uuid[], uuid[]) from public;

-- Whoever is kin to one side of what happened sees nothing of the other, both ways. Kin to a child is who stands in conflict
-- with it by anything else than this; kin to somebody who is no pupil, who has her number, e-mail address or home. Where two
-- persons said of this that there is none, it is not found again.
select app.ensure('other_sides', 'other_side', $c$check (
  (other_id is null) <> (phone is null and email is null and address is null) and other_id is distinct from student_id
  and (ended_at is null) = (ended_by_id is null))$c$);
create unique index if not exists other_side_once on other_sides (office_id, least(student_id, other_id), greatest(student_id, other_id)) where ended_at is null and other_id is not null;
create or replace function app.find_opposed(of_students uuid[], of_staff uuid[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if cardinality(of_students) = 0 and cardinality(of_staff) = 0 then return; end if;
  with opposed as (
    select s.office_id, x.staff_id, v.mine as student_id
    from other_sides s
    cross join lateral (values (s.student_id, s.other_id), (s.other_id, s.student_id)) v(mine, theirs)
    join conflicts x on x.office_id = s.office_id and x.student_id = v.theirs and x.ended_at is null and x.how <> 'OPPOSING'
    where s.ended_at is null and s.other_id is not null and (v.mine = any(of_students) or v.theirs = any(of_students) or x.staff_id = any(of_staff))
    union
    select s.office_id, p.id, s.student_id
    from other_sides s join staff p on p.office_id = s.office_id and p.left_at is null
    where s.ended_at is null and s.other_id is null and (s.student_id = any(of_students) or p.id = any(of_staff))
      and ((app.digits(p.phone) = s.phone and (select count(*) from staff o where o.office_id = p.office_id and o.left_at is null and o.phone is not null and app.digits(o.phone) = s.phone) < 3)
        or exists (select from accounts c where c.office_id = p.office_id and c.staff_id = p.id and lower(c.email::text) = s.email)
        or exists (select from own_contacts o where o.office_id = p.office_id and o.staff_id = p.id and (o.phone = s.phone or (o.address = s.address
             and (select count(*) from own_contacts q where q.office_id = o.office_id and q.address = o.address) < 3)))))
  insert into conflicts (id, office_id, staff_id, student_id, how, declared_at)
  select gen_random_uuid(), m.office_id, m.staff_id, m.student_id, 'OPPOSING', app.now()
  from opposed m
  where not exists (select from conflicts y where y.office_id = m.office_id and y.staff_id = m.staff_id and y.student_id = m.student_id and (y.ended_at is null or y.how = 'OPPOSING'))
  on conflict do nothing;
end $$;
revoke all on function app.find_opposed(uuid[], uuid[]) from public;

create or replace function app.look_for_conflicts() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  case tg_table_name
    when 'guardians' then perform app.find_conflicts(array(select id from fresh where phone is not null or email is not null), '{}');
    when 'guardian_links' then perform app.find_conflicts(array(select distinct (to_jsonb(f) ->> 'guardian_id')::uuid from fresh f), '{}');
    when 'guardian_addresses' then perform app.find_conflicts(array(select (to_jsonb(f) ->> 'guardian_id')::uuid from fresh f), '{}');
    when 'other_sides' then perform app.find_opposed(array(select (to_jsonb(f) ->> 'student_id')::uuid from fresh f), '{}');
    when 'conflicts' then perform app.find_opposed(array(select (to_jsonb(f) ->> 'student_id')::uuid from fresh f where to_jsonb(f) ->> 'how' <> 'OPPOSING'), '{}');
    when 'staff' then
      perform app.find_conflicts('{}', array(select id from fresh where to_jsonb(fresh) ->> 'phone' is not null));
      perform app.find_opposed('{}', array(select id from fresh where to_jsonb(fresh) ->> 'phone' is not null));
    else
      perform app.find_conflicts('{}', array(select (to_jsonb(f) ->> 'staff_id')::uuid from fresh f));
      perform app.find_opposed('{}', array(select (to_jsonb(f) ->> 'staff_id')::uuid from fresh f));
  end case;
  return null;
end $$;
do $$
declare t text;
begin
  foreach t in array array['guardians', 'guardian_links', 'staff', 'accounts', 'guardian_addresses', 'own_contacts', 'other_sides', 'conflicts'] loop
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

-- Who stands on the other side, the centre says and reads; of somebody who is no pupil nobody reads what she is recognised by.
grant select (id, office_id, student_id, other_id, set_by_id, set_at, ended_by_id, ended_at), insert, update (ended_by_id, ended_at) on other_sides to hanai_app;
call app.policy('other_sides', 'see', $p$for select to hanai_app using (office_id = (select app.office_scope()))$p$);
call app.policy('other_sides', 'set', $p$for insert to hanai_app with check (set_by_id = (select app.actor_id()) and office_id = (select app.office_scope()) and ended_at is null)$p$);
call app.policy('other_sides', 'end', $p$for update to hanai_app using (office_id = (select app.office_scope()) and ended_at is null) with check (ended_by_id = (select app.actor_id()))$p$);
call app.policy('other_sides', 'not_conflicted', 'as restrictive to hanai_app using (student_id not in (select app.conflicted_students()) and (other_id is null or other_id not in (select app.conflicted_students())))');

-- A team learns that there is another side, and by which reference its centre speaks of it: the same in both cases, and
-- nothing by which either case, child or school could be known.
create or replace function app.side_ref(one uuid) returns text language sql immutable parallel safe set search_path = pg_catalog
  as $$ select upper(right(replace(one::text, '-', ''), 6)) $$;
create or replace function app.sides_of(of_case uuid) returns table (ref text, since timestamptz)
  language sql stable security definer rows 2 set search_path = pg_catalog, public as $$
  select app.side_ref(s.id), s.set_at from app.self() me
  join cases c on c.office_id = me.office_id and c.id = of_case
  join other_sides s on s.office_id = c.office_id and c.student_id in (s.student_id, s.other_id) and s.ended_at is null
  where not coalesce(c.student_id = any(me.avoided), false) and me.circle and (me.office_scope is not null or c.id in (select app.member_cases()))
$$;

-- Her own number and home: kept by herself alone, read back by nobody, not even by her. Nothing given leaves nothing.
create or replace function app.keep_own_contact(number text, home bytea) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if me.staff_id is null then return; end if;
  delete from own_contacts where office_id = me.office_id and staff_id = me.staff_id;
  if app.digits(number) is null and home is null then return; end if;
  insert into own_contacts (office_id, staff_id, phone, address, at) values (me.office_id, me.staff_id, app.digits(number), home, app.now());
end $$;
create or replace function app.own_contact() returns table (phone boolean, address boolean, at timestamptz)
  language sql stable security definer rows 1 set search_path = pg_catalog, public as $$
  select o.phone is not null, o.address is not null, o.at from app.self() me join own_contacts o on o.office_id = me.office_id and o.staff_id = me.staff_id
$$;

-- Where guardians live, as the roster brings it; null: no longer known.
create or replace function app.keep_guardian_addresses(of_guardians uuid[], marks bytea[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare office uuid := (app.self()).office_scope;
begin
  if office is null then return; end if;
  delete from guardian_addresses a using unnest(of_guardians) x where a.office_id = office and a.guardian_id = x;
  insert into guardian_addresses (office_id, guardian_id, mark)
  select office, x.id, x.mark from unnest(of_guardians, marks) x(id, mark) join guardians g on g.office_id = office and g.id = x.id where x.mark is not null
  on conflict do nothing;
end $$;

-- Those that were there before it was looked for.
select app.find_conflicts('{}', array(select s.id from staff s where s.left_at is null));
