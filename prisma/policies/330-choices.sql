-- Whose people may be chosen for a case of this child today: bodies inside the circle (of schools her own), and partners on
-- a ground. Before there is a case both consents stand for the ground; letting somebody in looks again at every word of them.
create or replace function app.possible_agencies(student uuid)
  returns table (agency_id uuid, ground text, items text[], until timestamptz)
  language sql stable security definer rows 30 set search_path = pg_catalog, public as $$
  with child as (
    select s.office_id, s.id, s.school_id,
           (select c.id from cases c where c.office_id = s.office_id and c.student_id = s.id and c.closed_at is null) as case_id
    from students s
    where s.office_id = (select app.actor_office()) and s.id = student and s.id not in (select app.conflicted_students())
      and ((select app.office_scope()) is not null or s.school_id = (select app.school_scope())
           or exists (select from cases c where c.office_id = s.office_id and c.student_id = s.id and c.id in (select app.insider_cases())))),
  partners as (
    select a.id, a.office_id from child join agencies a on a.office_id = child.office_id
    where a.ended_at is null and not app.inside_circle(a.kind, a.is_entrusted))
  select a.id, 'INSIDE', null::text[], null::timestamptz
  from child join agencies a on a.office_id = child.office_id
  where a.ended_at is null and app.inside_circle(a.kind, a.is_entrusted) and (a.kind <> 'SCHOOL' or a.id = child.school_id)
  union all
  select p.id, g.ground, g.items, g.until
  from child cross join partners p
  cross join lateral (select x.* from app.grounds(p.office_id, p.id, array[child.case_id]) x order by x.until desc limit 1) g
  where child.case_id is not null
  union all
  select p.id, 'CONSENT', null, min(k.valid_until)
  from child cross join partners p
  join consents k on k.office_id = p.office_id and k.recipient_id = p.id and k.student_id = child.id
    and k.state = 'GRANTED' and k.withdrawn_at is null and k.superseded_at is null and k.valid_from <= app.now() and k.valid_until > app.now()
  where child.case_id is null
  group by p.id having count(distinct k.subject) = 2
$$;
revoke execute on function app.possible_agencies(uuid) from public;
grant execute on function app.possible_agencies(uuid) to hanai_app;
