-- How much each agency of my office has in hand, for whoever looks for help: a number per agency and nothing of whom.
-- Small numbers are not told to whoever could not see them anyway: an agency's own, and those of the centre.
create or replace function app.open_work_of_agencies() returns table (agency_id uuid, open integer)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select i.agency_id, count(*)::int
  from app.me() me
  join interventions i on i.office_id = me.office_id and i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED')
  where me.role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD', 'ADMIN')
  group by i.agency_id, me.agency_id, me.inside, me.cleared, me.role
  having count(*) >= 5 or i.agency_id = me.agency_id or (me.inside and me.cleared and me.role in ('COORDINATOR', 'OFFICE_LEAD'))
$$;
revoke execute on function app.open_work_of_agencies() from public;
grant execute on function app.open_work_of_agencies() to hanai_app;
