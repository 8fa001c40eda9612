-- Which cases exist for me? Each function answers for the actor alone and is used as `in (select …)`: computed and
-- hashed once a query, not once a row. `rows` keeps the planner from expecting thousands.

create or replace function app.conflicted_students() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select c.student_id from conflicts c, app.me() m
  where c.office_id = m.office_id and c.staff_id = m.staff_id and c.ended_at is null
$$;

-- Member inside the circle. A closed case stays readable for its last lead, who still answers for the follow-up.
create or replace function app.member_cases() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select m.case_id from case_members m, app.me() me
  where m.office_id = me.office_id and m.staff_id = me.staff_id and me.inside and me.cleared
    and m.agency_id = me.agency_id
    and (m.until is null or m.until > app.now())
    and (m.ended_at is null or (m.relation = 'LEAD' and m.end_reason = 'CASE_CLOSED'))
$$;

-- What an agency outside the circle may be told of a case today, and on what ground. Consent counts only when the
-- student's and a guardian's both stand (Act §11③) and reaches no further than both; evaluated at reading, never copied.
create or replace function app.grounds(office uuid, agency uuid)
  returns table (case_id uuid, student_id uuid, ground text, items text[], sensitive boolean, until timestamptz)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select c.id, c.student_id, 'CONSENT',
         array(select unnest(s.items) intersect select unnest(g.items)),
         s.sensitive and g.sensitive, least(s.valid_until, g.valid_until)
  from consents s
  join consents g on g.office_id = s.office_id and g.student_id = s.student_id
    and g.recipient_id = s.recipient_id and g.subject = 'GUARDIAN'
  join cases c on c.office_id = s.office_id and c.student_id = s.student_id and c.closed_at is null
  where s.office_id = office and s.recipient_id = agency and s.subject = 'STUDENT'
    and s.state = 'GRANTED' and s.withdrawn_at is null and s.superseded_at is null
    and s.valid_from <= app.now() and s.valid_until > app.now()
    and g.state = 'GRANTED' and g.withdrawn_at is null and g.superseded_at is null
    and g.valid_from <= app.now() and g.valid_until > app.now()
  union all
  select b.case_id, c.student_id, 'LAWFUL_BASIS', b.items, b.sensitive, b.valid_until
  from lawful_bases b
  join cases c on c.office_id = b.office_id and c.id = b.case_id and c.closed_at is null
  where b.office_id = office and b.recipient_id = agency and b.ended_at is null
    and b.valid_from <= app.now() and b.valid_until > app.now()
$$;
revoke all on function app.grounds(uuid, uuid) from public;

-- The grounds of my own agency, when it stands outside the circle.
create or replace function app.my_grounds()
  returns table (case_id uuid, student_id uuid, ground text, items text[], sensitive boolean, until timestamptz)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select g.* from app.me() me, lateral app.grounds(me.office_id, me.agency_id) g where not me.inside
$$;

-- Partner's cases: a membership and, today, a ground.
create or replace function app.shared_cases() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select m.case_id from case_members m, app.me() me
  where m.office_id = me.office_id and m.staff_id = me.staff_id and m.agency_id = me.agency_id and not me.inside
    and m.ended_at is null and (m.until is null or m.until > app.now())
    and m.case_id in (select g.case_id from app.my_grounds() g)
$$;

-- What of them: a row is readable when its case, layer and domain stand here.
create or replace function app.shared_entries() returns table (case_id uuid, layer public."Layer", domain text)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select distinct g.case_id, l.layer, d.domain
  from app.my_grounds() g
  cross join lateral unnest(case when g.sensitive then array['EXISTENCE', 'PLAN', 'PROGRESS', 'SENSITIVE']::"Layer"[]
                                 else array['EXISTENCE', 'PLAN', 'PROGRESS']::"Layer"[] end) as l(layer)
  cross join lateral unnest(g.items || 'GENERAL'::text) as d(domain)
  where g.case_id in (select app.shared_cases())
$$;

-- Cases of the school I lead.
create or replace function app.school_cases() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select c.id from cases c where c.office_id = (select app.actor_office()) and c.school_id = (select app.school_scope())
$$;

-- Inside the circle: as a member, or as the lead of the school.
create or replace function app.insider_cases() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select app.member_cases() union select app.school_cases()
$$;

create or replace function app.conflicted_cases() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select c.id from cases c where c.office_id = (select app.actor_office()) and c.student_id in (select app.conflicted_students())
$$;

-- All cases whose page opens for me, short of the office's own staff (who use app.office_scope()).
create or replace function app.my_cases() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select app.insider_cases() union select app.shared_cases()
$$;

-- Work addressed to my agency outside the circle, before anyone of it is a member: its queue.
create or replace function app.queue_interventions() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select i.id from interventions i
  join app.me() me on i.office_id = me.office_id and i.agency_id = me.agency_id
  where (me.inside and me.cleared)
     or exists (select from app.my_grounds() g where g.case_id = i.case_id and (i.domain = 'GENERAL' or i.domain = any(g.items)))
$$;

-- Children I may know by name through a case or the queue.
create or replace function app.my_students() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select c.student_id from cases c where c.office_id = (select app.actor_office()) and c.id in (select app.my_cases())
  union
  select c.student_id from cases c
  join interventions i on i.office_id = c.office_id and i.case_id = c.id
  where i.id in (select app.queue_interventions()) and c.closed_at is null
$$;

-- Cases to which my own referral was attached: I may add to them without reading them.
create or replace function app.attached_cases() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select r.attached_case_id from referrals r, app.me() me
  where r.office_id = me.office_id and r.applicant_id = me.staff_id and r.attached_case_id is not null
$$;
