-- Through somebody else's eyes, and at another moment. Whoever answers for a case asks which of the rows she sees herself
-- are open, or were, to a person or an agency: never which others. The rules are those of 020-cases-scope.sql and
-- 200-access.sql once more, with a moment in them; tests/access/sight.test.ts holds both together in every cell.

-- What app.grounds says of one case, as it would have at that moment.
create or replace function sealed.grounds_at(office uuid, agency uuid, of_case uuid, moment timestamptz)
  returns table (items text[], sensitive boolean)
  language sql stable set search_path = pg_catalog, public as $$
  with answers as materialized (
    select k.id, k.subject, k.items, k.sensitive, k.state = 'REFUSED' or coalesce(k.withdrawn_at <= moment, false) as no
    from consents k join cases c on c.office_id = k.office_id and c.student_id = k.student_id and c.id = of_case
    where k.office_id = office and k.recipient_id = agency and k.state in ('GRANTED', 'REFUSED')
      and k.recorded_at <= moment and k.valid_from <= moment and (k.superseded_at is null or k.superseded_at > moment)
      and (k.valid_until > moment or k.state = 'REFUSED' or coalesce(k.withdrawn_at <= moment, false))),
  agreed as (select count(*) as answers, bool_and(a.sensitive) as sensitive from answers a having not bool_or(a.no) and count(distinct a.subject) = 2)
  select array(select i.item from answers a cross join lateral unnest(a.items) as i(item) group by i.item having count(distinct a.id) = g.answers), g.sensitive
  from agreed g
  union all
  select b.items, b.sensitive from lawful_bases b
  where b.office_id = office and b.recipient_id = agency and b.case_id = of_case and b.recorded_at <= moment
    and b.valid_from <= moment and b.valid_until > moment and (b.ended_at is null or b.ended_at > moment)
$$;

create or replace function sealed.was_open(of_case uuid, moment timestamptz) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  select exists (select from cases c where c.id = of_case and c.opened_at <= moment and (c.closed_at is null or c.closed_at > moment)
    and not exists (select from closures x where x.office_id = c.office_id and x.case_id = c.id and x.at <= moment
      and not exists (select from reopenings r where r.office_id = c.office_id and r.case_id = c.id and r.at >= x.at and r.at <= moment)))
$$;

-- What of the case was open to that person: which layers, in which domain (null: in all), and in what manner. Role and
-- agency are today's, for nothing else is kept.
create or replace function sealed.opened_to(person uuid, of_case uuid, moment timestamptz)
  returns table (layer public."Layer", domain text, manner text)
  language sql stable set search_path = pg_catalog, public as $$
  with who as materialized (
    select s.office_id, s.id, s.agency_id, s.role::text as role, a.kind::text as kind, app.inside_circle(a.kind, a.is_entrusted) as inside,
      exists (select from handling_approvals h where h.office_id = s.office_id and h.staff_id = s.id and h.valid_from <= moment and h.valid_until > moment
        and (h.revoked_at is null or h.revoked_at > moment))
      and exists (select from security_trainings t where t.office_id = s.office_id and t.staff_id = s.id and t.completed_at <= moment and t.valid_until > moment) as cleared,
      c.school_id, c.lead_id, sealed.was_open(of_case, moment) as open
    from cases c join staff s on s.office_id = c.office_id and s.id = person and (s.left_at is null or s.left_at > moment)
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    where c.id = of_case and c.opened_at <= moment
      and s.role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD')
      and not exists (select from conflicts x where x.office_id = c.office_id and x.student_id = c.student_id and x.staff_id = person
        and x.declared_at <= moment and (x.ended_at is null or x.ended_at > moment))),
  member as materialized (
    select from who w join case_members m on m.office_id = w.office_id and m.case_id = of_case and m.staff_id = w.id and m.agency_id = w.agency_id
    where m.since <= moment and (m.until is null or m.until > moment)
      and (m.ended_at is null or m.ended_at > moment or (w.inside and m.relation = 'LEAD' and m.end_reason = 'CASE_CLOSED' and w.lead_id = w.id and not w.open)))
  select l.layer, null, 'TEAM' from who w, unnest(array['EXISTENCE', 'PLAN', 'PROGRESS', 'SENSITIVE']::"Layer"[]) l(layer)
  where w.inside and w.cleared and exists (select from member)
  union all
  select l.layer, null, 'OFFICE' from who w, unnest(array['EXISTENCE', 'PLAN', 'PROGRESS']::"Layer"[]) l(layer)
  where w.inside and w.cleared and w.role in ('COORDINATOR', 'OFFICE_LEAD')
  union all
  select l.layer, null, 'SCHOOL' from who w, unnest(array['EXISTENCE', 'PLAN', 'PROGRESS']::"Layer"[]) l(layer)
  where w.cleared and w.role = 'SCHOOL_LEAD' and w.kind = 'SCHOOL' and w.agency_id = w.school_id
  union all
  select l.layer, null, 'GLASS' from who w, unnest(array['EXISTENCE', 'PLAN', 'PROGRESS', 'SENSITIVE']::"Layer"[]) l(layer)
  where w.inside and w.cleared and w.open and exists (select from break_glasses g where g.office_id = w.office_id and g.case_id = of_case and g.staff_id = w.id
    and g.opened_at <= moment and g.until > moment and (g.ended_at is null or g.ended_at > moment))
  union all
  select o.layer, o.domain, 'SHARED' from who w cross join lateral sealed.grounds_at(w.office_id, w.agency_id, of_case, moment) g cross join lateral app.opened_by(g.items, g.sensitive) o
  where not w.inside and w.open and w.role in ('PARTNER_WORKER', 'PARTNER_LEAD') and exists (select from member)
$$;

-- Who of an agency could have opened the case then: those of its people who were of the team, and whoever looks after all of it.
create or replace function sealed.people_of(agency uuid, of_case uuid, moment timestamptz) returns setof uuid
  language sql stable set search_path = pg_catalog, public as $$
  select m.staff_id from case_members m where m.case_id = of_case and m.agency_id = agency and m.since <= moment
  union
  select s.id from cases c join staff s on s.office_id = c.office_id and s.agency_id = agency
  where c.id = of_case and s.role in ('SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD')
$$;

-- Which of these entries, goals and helps somebody of them saw at that moment, if they were there. An entry was there
-- from when it was written down, not from when it happened.
create or replace function sealed.open_among(people uuid[], of_case uuid, moment timestamptz, ids uuid[]) returns setof uuid
  language sql stable set search_path = pg_catalog, public as $$
  with opened as materialized (
    select s.id as person, s.agency_id, s.office_id, o.* from staff s cross join lateral sealed.opened_to(s.id, of_case, moment) o where s.id = any(people)),
  entries as materialized (
    select e.*, greatest(e.at, n.written_at, (select min(a.at) from audit_entries a where a.office_id = e.office_id and a.case_id = e.case_id and a.subject_id = e.id and a.action = e.type)) as known
    from events e left join notes n on n.office_id = e.office_id and n.id = e.note_id
    where e.case_id = of_case and (ids is null or e.id = any(ids)) and e.layer <> 'SEALED')
  select distinct e.id from entries e join opened o on o.office_id = e.office_id
  where e.known <= moment
    and ((o.layer = e.layer and (o.domain is null or o.domain = e.domain)) or (e.actor_id = o.person and o.manner in ('TEAM', 'SCHOOL', 'SHARED')))
    and (e.audience = 'TEAM' or (o.manner <> 'GLASS' and ((e.audience = 'AGENCY' and e.agency_id = o.agency_id) or e.actor_id = o.person)))
    and case o.manner
      when 'GLASS' then e.type not like all (array['consent.%', 'basis.%'])
      when 'SHARED' then (e.type not like all (array['consent.%', 'basis.%']) or e.data ->> 'recipientId' = o.agency_id::text)
        and (e.type not in ('document.added', 'document.taken-back') or exists (
          select from documents d where d.office_id = e.office_id and d.id = (e.data ->> 'documentId')::uuid and (d.linked or d.uploaded_by_id = o.person)))
        and (e.type not in ('case.member-added', 'case.member-left') or exists (
          select from case_members m join agencies b on b.office_id = m.office_id and b.id = m.agency_id
          where m.office_id = e.office_id and m.case_id = e.case_id and m.staff_id = (e.data ->> 'staffId')::uuid
            and (b.id = o.agency_id or app.inside_circle(b.kind, b.is_entrusted)
              or exists (select from sealed.grounds_at(b.office_id, b.id, of_case, moment) g
                         where array_remove(g.items, 'GENERAL') && array(select x.domain from opened x where x.person = o.person)))))
      else true end
  union
  select g.id from goals g join opened o on o.office_id = g.office_id and o.layer = 'PLAN' and (o.domain is null or o.domain = g.domain)
  where g.case_id = of_case and (ids is null or g.id = any(ids)) and g.set_at <= moment
  union
  select i.id from interventions i join opened o on o.office_id = i.office_id and o.layer = 'PLAN' and (o.domain is null or o.domain = i.domain)
  where i.case_id = of_case and (ids is null or i.id = any(ids)) and i.proposed_at <= moment
$$;

-- Whoever answers for the case: its lead, the school's, the centre's.
create or replace function app.answers_for(of_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from app.self() me join cases c on c.office_id = me.office_id and c.id = of_case
    where me.circle and not coalesce(c.student_id = any(me.avoided), false)
      and (c.office_id = me.office_scope or c.school_id = me.school_scope or (c.lead_id = me.staff_id and c.id in (select app.my_cases()))))
$$;

-- Of the rows she sees herself (their ids), those that are open to the other, or were. One of `person` and `agency`.
create or replace function app.open_to(of_case uuid, person uuid, agency uuid, moment timestamptz, ids uuid[]) returns setof uuid
  language sql stable security definer rows 100 set search_path = pg_catalog, public as $$
  select x from sealed.open_among(
    case when person is not null then array[person] else array(select p from sealed.people_of(agency, of_case, least(moment, app.now())) p) end,
    of_case, least(moment, app.now()), coalesce(ids, '{}')) x
  where app.answers_for(of_case)
    and exists (select from app.self() me left join staff s on s.office_id = me.office_id and s.id = person left join agencies a on a.office_id = me.office_id and a.id = agency
      where (s.id is null) <> (a.id is null))
$$;

-- The same without content, for the privacy officer: which rows, by number and moment alone.
create or replace function app.known_to(of_number text, agency uuid, moment timestamptz) returns table (id uuid, at timestamptz, type text)
  language sql stable security definer rows 100 set search_path = pg_catalog, public as $$
  select e.id, e.at, e.type from app.self() me
  join cases c on c.office_id = me.office_id and c.number = of_number and not coalesce(c.student_id = any(me.avoided), false)
  join agencies a on a.office_id = me.office_id and a.id = agency
  join events e on e.office_id = c.office_id and e.case_id = c.id
  where me.role = 'PRIVACY_OFFICER' and e.id in (select x from sealed.open_among(
    array(select p from sealed.people_of(agency, c.id, least(moment, app.now())) p), c.id, least(moment, app.now()), null) x)
  order by e.at desc, e.id desc limit 500
$$;

revoke execute on function app.answers_for(uuid), app.open_to(uuid, uuid, uuid, timestamptz, uuid[]), app.known_to(text, uuid, timestamptz) from public;
grant execute on function app.answers_for(uuid), app.open_to(uuid, uuid, uuid, timestamptz, uuid[]), app.known_to(text, uuid, timestamptz) to hanai_app;
