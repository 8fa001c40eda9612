-- Which cases exist for me? Each function answers for the actor alone and is used as `in (select …)`: computed and
-- hashed once a query, not once a row. `rows` keeps the planner from expecting thousands.

create or replace function app.conflicted_students() returns setof uuid language sql stable rows 50
  as $$ select unnest((app.self()).avoided) $$;

-- Guardians of such children alone; whoever brings up another child too is known through that one.
create or replace function app.conflicted_guardians() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select l.guardian_id from guardian_links l, app.me() m
  where l.office_id = m.office_id and l.student_id in (select app.conflicted_students())
  except
  select l.guardian_id from guardian_links l, app.me() m
  where l.office_id = m.office_id and l.student_id not in (select app.conflicted_students())
    and l.guardian_id in (select x.guardian_id from guardian_links x where x.office_id = m.office_id and x.student_id in (select app.conflicted_students()))
$$;

-- A transaction that is about one case says so, and no other is looked for: it can only see less.
create or replace function app.only_case() returns uuid language sql stable as $$ select nullif(current_setting('hanai.only_case', true), '')::uuid $$;

-- Member inside the circle. A closed case stays readable for its last lead, who still answers for the follow-up.
-- What every page asks is written so that its plan is kept: in plpgsql, and one statement for one case, another for all.
create or replace function sealed.member_cases(me app.person, one uuid) returns setof uuid language plpgsql stable rows 50 as $$
begin
  if not coalesce(me.circle, false) or me.role not in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD') then return; end if;
  if one is null then
    return query select m.case_id from case_members m
      where m.office_id = me.office_id and m.staff_id = me.staff_id and m.agency_id = me.agency_id
        and (m.until is null or m.until > app.now())
        and (m.ended_at is null or (m.relation = 'LEAD' and m.end_reason = 'CASE_CLOSED' and exists (
              select from cases c where c.office_id = m.office_id and c.id = m.case_id and c.closed_at is not null and c.lead_id = m.staff_id)));
  else
    return query select m.case_id from case_members m
      where m.office_id = me.office_id and m.case_id = one and m.staff_id = me.staff_id and m.agency_id = me.agency_id
        and (m.until is null or m.until > app.now())
        and (m.ended_at is null or (m.relation = 'LEAD' and m.end_reason = 'CASE_CLOSED' and exists (
              select from cases c where c.office_id = m.office_id and c.id = m.case_id and c.closed_at is not null and c.lead_id = m.staff_id)));
  end if;
end $$;
create or replace function app.member_cases() returns setof uuid language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public as $$ begin return query select sealed.member_cases(app.self(), app.only_case()); end $$;

-- What an agency outside the circle may be told of a case today, and on what ground. Consent counts only when the
-- student's and a guardian's both stand (Act §11③), reaches no further than everybody's who gave one, and not at all
-- while one of them says no: who refused or withdrew has to say yes again. Evaluated at reading, never copied.
-- `of_cases` narrows it to these; null: all.
drop function if exists app.grounds(uuid, uuid);
create or replace function app.grounds(office uuid, agency uuid, of_cases uuid[] default null)
  returns table (case_id uuid, student_id uuid, ground text, items text[], sensitive boolean, until timestamptz)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  with answers as materialized (
    select k.id, k.student_id, k.subject, k.items, k.sensitive, k.valid_until, k.state = 'REFUSED' or k.withdrawn_at is not null as no
    from consents k
    where k.office_id = office and k.recipient_id = agency and k.state in ('GRANTED', 'REFUSED')
      and (of_cases is null or k.student_id = any(array(select c.student_id from cases c where c.office_id = office and c.id = any(of_cases))))
      and k.valid_from <= (select app.now()) and (k.superseded_at is null or k.superseded_at > (select app.now()))
      and (k.valid_until > (select app.now()) or k.state = 'REFUSED' or k.withdrawn_at is not null)),
  agreed as (
    select a.student_id, count(*) as answers, bool_and(a.sensitive) as sensitive, min(a.valid_until) as until
    from answers a group by a.student_id
    having not bool_or(a.no) and count(distinct a.subject) = 2),
  told as (
    select x.student_id, x.answers, array_agg(x.item) as items
    from (select a.student_id, i.item, count(distinct a.id) as answers
          from answers a cross join lateral unnest(a.items) as i(item) group by a.student_id, i.item) x
    group by x.student_id, x.answers)
  select c.id, g.student_id, 'CONSENT', coalesce(t.items, '{}'), g.sensitive, g.until
  from agreed g
  left join told t on t.student_id = g.student_id and t.answers = g.answers
  join cases c on c.office_id = office and c.student_id = g.student_id and c.closed_at is null
    and (of_cases is null or c.id = any(of_cases))
  union all
  select b.case_id, c.student_id, 'LAWFUL_BASIS', b.items, b.sensitive, b.valid_until
  from lawful_bases b
  join cases c on c.office_id = b.office_id and c.id = b.case_id and c.closed_at is null
  where b.office_id = office and b.recipient_id = agency and b.ended_at is null and (of_cases is null or b.case_id = any(of_cases))
    and b.valid_from <= (select app.now()) and b.valid_until > (select app.now())
$$;
revoke all on function app.grounds(uuid, uuid, uuid[]) from public;

-- The grounds of my own agency, when it stands outside the circle.
create or replace function app.my_grounds()
  returns table (case_id uuid, student_id uuid, ground text, items text[], sensitive boolean, until timestamptz)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select g.* from app.me() me, lateral app.grounds(me.office_id, me.agency_id) g where not me.inside
$$;

-- Partner's cases: a membership and, today, a ground; with what each ground opens.
create or replace function app.my_shares()
  returns table (case_id uuid, items text[], sensitive boolean)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select g.case_id, g.items, g.sensitive
  from app.me() me
  cross join lateral app.grounds(me.office_id, me.agency_id, array(
    select m.case_id from case_members m
    where m.office_id = me.office_id and m.staff_id = me.staff_id and m.agency_id = me.agency_id
      and (app.only_case() is null or m.case_id = app.only_case())
      and m.ended_at is null and (m.until is null or m.until > app.now()))) g
  where not me.inside and me.role in ('PARTNER_WORKER', 'PARTNER_LEAD')
$$;
create or replace function app.shared_cases() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$ select distinct s.case_id from app.my_shares() s $$;

-- What a ground over these items opens: which layers, of which domains. That there is a case and who is in charge of it
-- (GENERAL) goes with every ground.
create or replace function app.opened_by(items text[], sensitive boolean) returns table (layer public."Layer", domain text)
  language sql immutable parallel safe rows 20 set search_path = pg_catalog, public as $$
  select l.layer, d.domain
  from unnest(case when sensitive then array['EXISTENCE', 'PLAN', 'PROGRESS', 'SENSITIVE']::"Layer"[]
                   else array['EXISTENCE', 'PLAN', 'PROGRESS']::"Layer"[] end) as l(layer)
  cross join unnest(items || 'GENERAL'::text) as d(domain)
$$;

-- What of them: a row is readable when its case, layer and domain stand here.
create or replace function app.shared_entries() returns table (case_id uuid, layer public."Layer", domain text)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select distinct s.case_id, o.layer, o.domain
  from app.my_shares() s
  cross join lateral app.opened_by(s.items, s.sensitive) o
$$;

-- Who of their teams I may know, outside the circle: those inside, my own agency, and the agencies that may be told of
-- some same domain. That another body helps in a domain that is closed to me is itself of that domain.
create or replace function app.shared_teams() returns table (case_id uuid, agency_id uuid) language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  with mine as materialized (select s.case_id, s.items from app.my_shares() s),
  around as materialized (
    select distinct m.case_id, m.agency_id, m.office_id from case_members m, app.me() me
    where m.office_id = me.office_id and m.case_id in (select x.case_id from mine x)),
  bodies as materialized (
    select distinct a.office_id, a.id, app.inside_circle(a.kind, a.is_entrusted) or a.id = me.agency_id as known
    from agencies a join around o on o.office_id = a.office_id and o.agency_id = a.id, app.me() me)
  select o.case_id, o.agency_id from around o join bodies b on b.id = o.agency_id where b.known
  union
  select x.case_id, b.id from bodies b
  cross join lateral app.grounds(b.office_id, b.id, array(select y.case_id from mine y)) g
  join mine x on x.case_id = g.case_id and x.items && array_remove(g.items, 'GENERAL')
  where not b.known
$$;

create or replace function app.shared_people() returns table (case_id uuid, staff_id uuid) language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select m.case_id, m.staff_id from app.shared_teams() t
  join case_members m on m.office_id = (select app.actor_office()) and m.case_id = t.case_id and m.agency_id = t.agency_id
$$;

-- Cases of the school I lead.
create or replace function sealed.school_cases(me app.person, one uuid) returns setof uuid language plpgsql stable rows 50 as $$
begin
  if me.school_scope is null then return; end if;
  if one is null then return query select c.id from cases c where c.office_id = me.office_id and c.school_id = me.school_scope;
  else return query select c.id from cases c where c.office_id = me.office_id and c.id = one and c.school_id = me.school_scope;
  end if;
end $$;
create or replace function app.school_cases() returns setof uuid language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public as $$ begin return query select sealed.school_cases(app.self(), app.only_case()); end $$;

-- Inside the circle: as a member, or as the lead of the school.
create or replace function app.insider_cases() returns setof uuid language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if me.school_scope is null then return query select sealed.member_cases(me, app.only_case());
  else return query select sealed.member_cases(me, app.only_case()) union select sealed.school_cases(me, app.only_case());
  end if;
end $$;

create or replace function app.conflicted_cases() returns setof uuid language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if me.avoided is null then return; end if;
  return query select c.id from cases c where c.office_id = me.office_id and c.student_id = any(me.avoided);
end $$;

-- All cases whose page opens for me, short of the office's own staff (who use app.office_scope()).
create or replace function app.my_cases() returns setof uuid language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if me.circle and me.school_scope is null then return query select sealed.member_cases(me, app.only_case());
  elsif me.circle then return query select app.insider_cases();
  elsif not me.inside then return query select app.shared_cases();
  end if;
end $$;

-- Work addressed to my agency, before anyone of it is a member: its queue. A teacher's is what is addressed to herself.
create or replace function app.queue_interventions() returns setof uuid language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if me.circle then
    if me.role in ('COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD') then
      return query select i.id from interventions i where i.office_id = me.office_id and i.agency_id = me.agency_id;
    elsif me.role = 'TEACHER' then
      return query select i.id from interventions i where i.office_id = me.office_id and i.agency_id = me.agency_id and i.staff_id = me.staff_id;
    end if;
  elsif not me.inside and me.role in ('PARTNER_WORKER', 'PARTNER_LEAD') then
    return query select distinct i.id from app.my_grounds() g
      join interventions i on i.office_id = me.office_id and i.agency_id = me.agency_id and i.case_id = g.case_id and (i.domain = 'GENERAL' or i.domain = any(g.items));
  end if;
end $$;

-- Children I may know by name through a case or the queue.
create or replace function app.my_students() returns setof uuid language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public as $$
declare
  me app.person := app.self();
  mine uuid[] := array(select app.my_cases());
  queue uuid[] := array(select app.queue_interventions());
begin
  return query
  select c.student_id from cases c where c.office_id = me.office_id and c.id = any(mine)
  union
  select c.student_id from interventions i join cases c on c.office_id = i.office_id and c.id = i.case_id
  where i.office_id = me.office_id and i.id = any(queue) and c.closed_at is null;
end $$;

-- Cases to which my own referral was attached: I may add to them without reading them.
create or replace function app.attached_cases() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select r.attached_case_id from referrals r, app.me() me
  where r.office_id = me.office_id and r.applicant_id = me.staff_id and r.attached_case_id is not null and (me.cleared or not me.inside)
$$;
