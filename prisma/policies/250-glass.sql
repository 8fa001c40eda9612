-- Break-glass: somebody inside the circle opens one case she has no part in, to read it, for a reason and at most four
-- hours; whoever answers for the case and the privacy officer learn of it at once, and somebody else judges it
-- afterwards. It gives nothing to write with: it stands in rules for reading alone. A conflict of interest beats it.

select app.ensure('break_glasses', 'glass_period', $c$check (until > opened_at and until <= opened_at + interval '4 hours')$c$);
select app.ensure('break_glasses', 'glass_reason', $c$check (length(btrim(reason)) >= 10)$c$);
select app.ensure('break_glasses', 'glass_review', $c$check (
  (reviewed_at is null) = (reviewed_by_id is null) and (reviewed_at is null) = (outcome is null)
  and (outcome is null or outcome in ('JUSTIFIED', 'NOT_JUSTIFIED')) and (outcome is null or btrim(coalesce(remark, '')) <> ''))$c$);
select app.ensure('break_glasses', 'glass_reviewed_by_another', 'check (reviewed_by_id is null or reviewed_by_id <> staff_id)');

-- She proved who she is a moment ago: by signing in, her password, a code or a passkey (▲).
create or replace function app.just_proven() returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from app.self() me join sessions n on n.office_id = me.office_id and n.id = me.session_id
    where greatest(n.created_at, n.proven_at, n.second_at) > app.now() - interval '10 minutes')
$$;

-- May the actor break the glass of this case? Her own school's, or her office's; open, and not a relative's.
create or replace function app.may_break(of_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from app.self() me join cases c on c.office_id = me.office_id and c.id = of_case
    where me.circle and c.closed_at is null and not coalesce(c.student_id = any(me.avoided), false)
      and ((me.role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD') and me.agency_kind = 'SCHOOL' and c.school_id = me.agency_id) or me.office_scope is not null))
$$;

-- The open case of a pupil, for whoever has just proven who she is and may break its glass: to nobody else is it said that there is one.
create or replace function app.case_behind_glass(of_student uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id from app.self() me join cases c on c.office_id = me.office_id and c.student_id = of_student
  where c.closed_at is null and app.just_proven() and app.may_break(c.id)
$$;

-- Cases the actor reads through broken glass now.
create or replace function app.glass_cases() returns setof uuid language plpgsql stable security definer rows 5
  set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if not coalesce(me.circle, false) then return; end if;
  return query select g.case_id from break_glasses g join cases c on c.office_id = g.office_id and c.id = g.case_id and c.closed_at is null
    where g.office_id = me.office_id and g.staff_id = me.staff_id and g.ended_at is null and g.until > app.now()
      and (app.only_case() is null or g.case_id = app.only_case());
end $$;
create or replace function app.glass_students() returns setof uuid language sql stable security definer rows 5
  set search_path = pg_catalog, public as $$ select c.student_id from cases c where c.office_id = (select app.actor_office()) and c.id in (select app.glass_cases()) $$;

grant select, insert, update (ended_at, reviewed_by_id, reviewed_at, outcome, remark) on break_glasses to hanai_app;
call app.policy('break_glasses', 'see', $p$for select to hanai_app using (
  staff_id = (select app.actor_id())
  or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER')
  or office_id = (select app.office_scope())
  or case_id = any(array(select c.id from cases c where c.lead_id = (select app.actor_id()))))$p$);
call app.policy('break_glasses', 'open', $p$for insert to hanai_app with check (
  staff_id = (select app.actor_id()) and office_id = (select app.actor_office()) and reviewed_at is null and ended_at is null
  and (select app.just_proven()) and app.may_break(case_id))$p$);
-- One ends one's own; another judges it, who is not of the case's team.
call app.policy('break_glasses', 'end', $p$for update to hanai_app using (staff_id = (select app.actor_id()) and ended_at is null)
  with check (staff_id = (select app.actor_id()) and reviewed_at is null)$p$);
call app.policy('break_glasses', 'review', $p$for update to hanai_app using (
    office_id = (select app.actor_office()) and staff_id <> (select app.actor_id()) and reviewed_at is null
    and (select app.actor_role()) in ('PRIVACY_OFFICER', 'OFFICE_LEAD')
    and not exists (select from case_members m where m.office_id = break_glasses.office_id and m.case_id = break_glasses.case_id and m.staff_id = (select app.actor_id()) and m.ended_at is null))
  with check (reviewed_by_id = (select app.actor_id()))$p$);
call app.policy('break_glasses', 'not_conflicted', 'as restrictive to hanai_app using (case_id not in (select app.conflicted_cases()))');

-- Whoever has one that nobody has judged in time opens no other.
create or replace function app.check_glass() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform from break_glasses g where g.office_id = new.office_id and g.staff_id = new.staff_id and g.reviewed_at is null and g.review_due_at < app.now();
  if found then raise exception 'glass_unreviewed: an earlier one still waits for its review' using errcode = '23514', constraint = 'glass_unreviewed'; end if;
  return new;
end $$;
drop trigger if exists glass_unreviewed on break_glasses;
create trigger glass_unreviewed before insert on break_glasses for each row execute function app.check_glass();

-- What it opens: the case, its team, plan and course, and what the team reads of it, sensitive records included. Not what
-- one agency or person keeps to itself, and nothing of the family's answers about sharing.
call app.policy('cases', 'glass', 'for select to hanai_app using (id in (select app.glass_cases()))');
do $$
declare t text;
begin
  foreach t in array array['case_members', 'case_levels', 'closures', 'reopenings', 'goals', 'interventions', 'level_proposals'] loop
    call app.policy(t::regclass, 'glass', 'for select to hanai_app using (case_id in (select app.glass_cases()))');
  end loop;
end $$;
call app.policy('notes', 'glass', $p$for select to hanai_app using (audience = 'TEAM' and layer <> 'SEALED' and case_id in (select app.glass_cases()))$p$);
call app.policy('events', 'glass', $p$for select to hanai_app using (
  audience = 'TEAM' and layer <> 'SEALED' and type not like all (array['consent.%', 'basis.%']) and case_id in (select app.glass_cases()))$p$);
-- That it was broken stands on the case's timeline, where the team sees it.
call app.policy('events', 'glass_broken', $p$for insert to hanai_app with check (
  type = 'case.glass-broken' and actor_id = (select app.actor_id()) and agency_id = (select app.actor_agency()) and office_id = (select app.actor_office())
  and case_id in (select app.glass_cases()))$p$);

-- How often she opened a page of it meanwhile: for whoever judges it.
create or replace function app.glass_looks(glass uuid) returns int
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from app.self() me
  join break_glasses g on g.office_id = me.office_id and g.id = glass
  join audit_entries e on e.office_id = g.office_id and e.case_id = g.case_id and e.staff_id = g.staff_id and e.at between g.opened_at and coalesce(g.ended_at, g.until)
  where me.role in ('PRIVACY_OFFICER', 'OFFICE_LEAD') and e.action like any(array['%.read', '%.viewed', '%.printed'])
$$;
