-- Questions around a piece of help that need more than the asker's own rows, answered narrowly.

-- Who did the last thing to it: said to the one who came second. For those to whom it is visible.
create or replace function app.intervention_last(of_intervention uuid) returns table (staff_id uuid)
  language sql stable security definer rows 1 set search_path = pg_catalog, public as $$
  select e.actor_id
  from interventions i
  join events e on e.office_id = i.office_id and e.case_id = i.case_id
    and e.type like 'intervention.%' and e.data ->> 'interventionId' = i.id::text and e.actor_id is not null
  where i.office_id = (select app.actor_office()) and i.id = of_intervention
    and i.case_id not in (select app.conflicted_cases())
    and (i.id in (select app.queue_interventions()) or i.case_id in (select app.my_cases()) or (select app.office_scope()) is not null)
  order by e.at desc, e.id desc limit 1
$$;

-- May this person of the asked agency be let in to give the help: for which reason, today? No row: not of that agency.
create or replace function app.taker_of(of_intervention uuid, person uuid)
  returns table (reason text, conflicted boolean, already boolean)
  language sql stable security definer rows 1 set search_path = pg_catalog, public as $$
  select case when app.inside_circle(a.kind, a.is_entrusted) then case a.kind when 'SCHOOL' then 'SCHOOL_TEAM' else 'OFFICE_TEAM' end
              else (select g.ground from app.grounds(i.office_id, i.agency_id, array[i.case_id]) g
                    where (i.domain = 'GENERAL' or i.domain = any(g.items)) order by g.until desc limit 1) end,
         exists (select from conflicts x join cases c on c.office_id = x.office_id and c.student_id = x.student_id
                 where x.office_id = i.office_id and c.id = i.case_id and x.staff_id = s.id and x.ended_at is null),
         exists (select from case_members m where m.office_id = i.office_id and m.case_id = i.case_id and m.staff_id = s.id and m.ended_at is null)
  from interventions i
  join agencies a on a.office_id = i.office_id and a.id = i.agency_id
  join staff s on s.office_id = i.office_id and s.id = person and s.agency_id = i.agency_id and s.left_at is null
    and s.role not in ('ADMIN', 'PRIVACY_OFFICER', 'STATISTICS_VIEWER')
  where i.office_id = (select app.actor_office()) and i.id = of_intervention
    and i.case_id not in (select app.conflicted_cases())
    and (i.id in (select app.queue_interventions()) or (select app.office_scope()) is not null)
$$;

-- What these agencies may be told of a case today, and on what ground: for those who see the case and are about to ask.
-- An agency inside the circle has one row without a ground; one outside without any has one too. A partner learns of its
-- own agency's grounds; of others' only where it leads the case and so asks them.
create or replace function app.grounds_for(of_case uuid, of_agencies uuid[])
  returns table (agency_id uuid, short_ko text, short_en text, inside boolean, ground text, items text[], sensitive boolean, until timestamptz)
  language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select a.id, a.short_ko, a.short_en, app.inside_circle(a.kind, a.is_entrusted), g.ground, g.items, g.sensitive, g.until
  from agencies a
  left join lateral (select * from app.grounds(a.office_id, a.id, array[of_case]) x
                     where not app.inside_circle(a.kind, a.is_entrusted)) g on true
  where a.office_id = (select app.actor_office()) and a.id = any(of_agencies) and a.ended_at is null
    and of_case not in (select app.conflicted_cases())
    and (of_case in (select app.my_cases()) or (select app.office_scope()) is not null)
    and (a.id = (select app.actor_agency()) or (select app.actor_cleared())
         or exists (select from cases c where c.office_id = a.office_id and c.id = of_case and c.lead_id = (select app.actor_id())))
  order by a.id, g.until desc
$$;

-- The child of a piece of help, for those who see the help: before it answers, the case itself is closed to an agency.
create or replace function app.helped(of_interventions uuid[]) returns table (intervention_id uuid, student_id uuid)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select i.id, c.student_id
  from interventions i
  join cases c on c.office_id = i.office_id and c.id = i.case_id
  where i.office_id = (select app.actor_office()) and i.id = any(of_interventions)
    and c.student_id not in (select app.conflicted_students())
    and ((select app.office_scope()) is not null or i.id in (select app.queue_interventions()) or i.case_id in (select app.my_cases()))
$$;

revoke execute on function app.intervention_last(uuid), app.taker_of(uuid, uuid), app.grounds_for(uuid, uuid[]), app.helped(uuid[]) from public;
grant execute on function app.intervention_last(uuid), app.taker_of(uuid, uuid), app.grounds_for(uuid, uuid[]), app.helped(uuid[]) to hanai_app;

-- The jobs look whether a missed answer was noted already, and at nothing else of what happened.
grant select (office_id, case_id, type, at, data) on events to hanai_jobs;
call app.policy('events', 'jobs_overdue', $p$for select to hanai_jobs using (type = 'intervention.overdue')$p$);
create index if not exists interventions_asleep on interventions (wakes_on) where state = 'PAUSED';
