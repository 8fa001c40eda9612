-- My work today: which things ask something of the asker, why, and by when. Only identifiers: what they say is read
-- under row security. Each reader gets only what row security shows her too (tests/verbs/today holds both together).

create index if not exists cases_open_by_turn on cases (office_id, waiting_staff_id, due_at) where closed_at is null and waiting_staff_id is not null;
create index if not exists cases_open_by_agency_turn on cases (office_id, waiting_agency_id, due_at) where closed_at is null and waiting_agency_id is not null;
create index if not exists cases_open_by_level on cases (office_id, level, due_at, id) where closed_at is null;
create index if not exists referrals_open_in_charge on referrals (office_id, in_charge_id, due_at)
  where state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON');
create index if not exists referrals_open_by_clock on referrals (office_id, due_at)
  where state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON');
create index if not exists interventions_unanswered on interventions (office_id, due_at) where state = 'PROPOSED';
create index if not exists interventions_unanswered_of_case on interventions (office_id, case_id) where state = 'PROPOSED';

-- By when somebody should see the child again. The Act asks for continuous confirmation and names no interval (§12①3);
-- these are the programme's defaults by level. An EMERGENCY never seen: 24 hours. Without a search path of its own, so
-- that it dissolves into the query around it.
create or replace function app.seen_due(level public."CrisisLevel", opened timestamptz, seen timestamptz) returns timestamptz
  language sql stable parallel safe as $$
  select coalesce(seen, opened) + case level
    when 'EMERGENCY' then case when seen is null then interval '24 hours' else interval '72 hours' end
    when 'HIGH' then interval '14 days'
    when 'MODERATE' then interval '30 days'
    else interval '56 days' end
$$;

create or replace function app.my_work(most integer)
  returns table (kind text, id uuid, case_id uuid, student_id uuid, why text[], rank integer, due_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public
  -- Fifteen questions in one: planning them anew for every page costs more than they do.
  set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  m record;
  today constant timestamptz := app.now();
  -- The end of the seventh day from now, in Seoul.
  soon constant timestamptz := (date_trunc('day', app.now() at time zone 'Asia/Seoul') + interval '8 days') at time zone 'Asia/Seoul';
  -- Asked once: for each row these would read the catalogue again.
  levels constant "CrisisLevel"[] := enum_range(null::"CrisisLevel");
  urgencies constant "Urgency"[] := enum_range(null::"Urgency");
  mine uuid[];
  queue uuid[];
  avoided uuid[];
  -- Myself, and whom I stand in for.
  us uuid[];
  whole_office boolean;
  one constant text := coalesce(current_setting('hanai.only_case', true), '');
begin
  select * into m from app.me();
  if m.staff_id is null or (m.inside and not m.cleared)
     or m.role not in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD') then return; end if;
  whole_office := m.inside and m.role in ('COORDINATOR', 'OFFICE_LEAD');
  -- On the page of one case too this is about all of them.
  perform set_config('hanai.only_case', '', true);
  mine := case when whole_office then '{}' else array(select app.my_cases()) end;
  queue := case when m.inside then '{}' else array(select app.queue_interventions()) end;
  perform set_config('hanai.only_case', one, true);
  avoided := array(select app.conflicted_students());
  us := array(select s.id from staff s where s.office_id = m.office_id and s.deputy_id = m.staff_id and s.leave_until > today and (s.leave_from is null or s.leave_from <= today)) || m.staff_id;

  return query
  with case_reasons as (
    (select c.id, 'TURN' as why from cases c
      where c.office_id = m.office_id and c.closed_at is null and c.waiting_staff_id = any(us) and c.waiting_on = 'STAFF'
        and c.due_at < soon and (whole_office or c.id = any(mine)) order by c.due_at limit most)
    union all
    (select c.id, 'AGENCY_TURN' from cases c
      where c.office_id = m.office_id and c.closed_at is null and c.waiting_agency_id = m.agency_id and c.waiting_on = 'AGENCY'
        and m.role <> 'OFFICE_LEAD' and c.due_at < soon and (whole_office or c.id = any(mine)) order by c.due_at limit most)
    union all
    (select c.id, 'LATE' from cases c
      where c.office_id = m.office_id and c.closed_at is null and c.lead_id = any(us) and c.due_at < today
        and (whole_office or c.id = any(mine)) order by c.due_at limit most)
    union all
    (select c.id, 'UNSEEN' from cases c
      where c.office_id = m.office_id and c.closed_at is null and c.lead_id = any(us)
        and app.seen_due(c.level, c.opened_at, c.child_seen_at) < today and (whole_office or c.id = any(mine))
      order by c.level, c.child_seen_at nulls first limit most)
    -- Consent was taken back or narrowed, and the help goes on (230-sharing.sql).
    union all
    (select c.id, 'TOLD_LESS' from cases c
      where m.inside and c.office_id = m.office_id and c.closed_at is null and c.lead_id = any(us) and (whole_office or c.id = any(mine))
        and c.student_id in (select k.student_id from consents k where k.office_id = m.office_id and (k.withdrawn_at is not null or k.narrows_id is not null))
        and app.told_less(c.office_id, c.student_id, c.id) order by c.due_at limit most)
    -- A consent that ends soon, and one given by word that nobody made sure of since; of a guardian who is not told nobody makes sure.
    union all
    (select c.id, case when calls then 'CONFIRM' else 'RENEW' end from cases c
      join consents k on k.office_id = c.office_id and k.student_id = c.student_id
      cross join lateral (select k.evidence_kind = 'VERBAL' and k.confirmed_at is null and not (k.subject = 'GUARDIAN' and sealed.guardian_blocked(k.student_id, k.guardian_id)) as calls) v
      where m.inside and c.office_id = m.office_id and c.closed_at is null and c.lead_id = any(us) and (whole_office or c.id = any(mine))
        and k.state = 'GRANTED' and k.withdrawn_at is null and k.superseded_at is null and k.valid_until > today
        and (calls
          or k.valid_until < today + make_interval(days => (select o.renewal_days from offices o where o.id = m.office_id)))
      order by k.valid_until limit most)
    -- What ran over goes up: to the school's lead at once, to the office the graver and the later first.
    union all
    (select c.id, 'LATE' from cases c
      where m.role = 'SCHOOL_LEAD' and c.office_id = m.office_id and c.closed_at is null and c.school_id = m.agency_id
        and c.due_at < today and c.id = any(mine) order by c.level, c.due_at limit most)
    union all
    (select c.id, 'LATE' from cases c
      where m.role = 'COORDINATOR' and whole_office and c.office_id = m.office_id and c.closed_at is null
        and c.due_at < case when c.level in ('EMERGENCY', 'HIGH') then today else today - interval '3 days' end
      order by c.level, c.due_at limit most)
    union all
    (select c.id, 'LATE' from cases c
      where m.role = 'OFFICE_LEAD' and whole_office and c.office_id = m.office_id and c.closed_at is null
        and c.due_at < case when c.level = 'EMERGENCY' then today else today - interval '7 days' end
      order by c.level, c.due_at limit most)
    union all
    (select c.id, 'UNSEEN' from cases c
      where m.role in ('SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD') and c.office_id = m.office_id and c.closed_at is null
        and c.level = 'EMERGENCY' and app.seen_due(c.level, c.opened_at, c.child_seen_at) < today
        and (whole_office or c.id = any(mine)) order by c.due_at limit most)
  ),
  referral_reasons as (
    -- The queue of the deciding agency: what nobody has taken, what I have taken, what ran over.
    (select r.id, case when r.kind = 'NOTICE' then 'CONVERT' when r.state = 'SUBMITTED' then 'RECEIVE'
                       when r.state = 'RECEIVED' then 'TRIAGE' when r.state = 'MORE_ASKED' then 'ASKED' else 'DECIDE' end as why
      from referrals r
      where m.role in ('SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD') and r.office_id = m.office_id and r.responsible_agency_id = m.agency_id
        and (m.role <> 'SCHOOL_LEAD' or r.school_id = m.agency_id)
        and r.state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON')
        and (r.due_at < today or r.in_charge_id = any(us) or (r.in_charge_id is null and m.role <> 'OFFICE_LEAD'))
        and (r.state <> 'MORE_ASKED' or r.due_at < today)
      order by r.urgency, r.due_at limit most)
    union all
    (select r.id, case r.state when 'RECEIVED' then 'TRIAGE' when 'MORE_ASKED' then 'ASKED' else 'DECIDE' end from referrals r
      where m.cleared and m.inside and m.role in ('TEACHER', 'COUNSELOR') and r.office_id = m.office_id and r.in_charge_id = any(us)
        and r.in_charge_id = m.staff_id
        and r.state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON') and (r.state <> 'MORE_ASKED' or r.due_at < today)
      order by r.due_at limit most)
    union all
    (select r.id, 'ANSWER' from referrals r
      where r.office_id = m.office_id and r.applicant_id = m.staff_id and r.state = 'MORE_ASKED'
      order by r.submitted_at desc limit most)
    union all
    (select r.id, 'LATE' from referrals r
      where m.role = 'COORDINATOR' and whole_office and r.office_id = m.office_id and r.responsible_agency_id <> m.agency_id
        and r.state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'SENT_ON')
        and r.due_at < case when r.urgency = 'THIS_WEEK' then today - interval '1 day' else today end
      order by r.due_at limit most)
  ),
  intervention_reasons as (
    -- Asked of my agency: its queue, and what stands in my name.
    (select i.id, 'ANSWER' as why from interventions i
      where i.office_id = m.office_id and i.agency_id = m.agency_id and i.state = 'PROPOSED'
        and (i.staff_id = any(us) or m.role in ('SCHOOL_LEAD', 'PARTNER_LEAD', 'COORDINATOR')
             or (i.staff_id is null and (m.role <> 'TEACHER' or i.case_id = any(mine))))
        and (m.inside or i.id = any(queue)) order by i.due_at limit most)
    union all
    (select i.id, case i.state when 'ACCEPTED' then 'START' else 'SESSION' end from interventions i
      where i.office_id = m.office_id and i.agency_id = m.agency_id and i.state in ('ACCEPTED', 'ACTIVE') and i.due_at < soon
        and (i.staff_id = any(us) or (i.staff_id is null and (m.role <> 'TEACHER' or i.case_id = any(mine)))
             or (i.due_at < today and m.role in ('PARTNER_LEAD', 'SCHOOL_LEAD')))
        and (m.inside or i.id = any(queue)) order by i.due_at limit most)
    union all
    (select i.id, 'WAKE' from interventions i
      where i.office_id = m.office_id and i.agency_id = m.agency_id and i.state = 'PAUSED' and i.wakes_on < soon
        and (i.staff_id = any(us) or (i.staff_id is null and m.role <> 'TEACHER'))
        and (m.inside or i.id = any(queue)) order by i.wakes_on limit most)
    -- No answer in time: to who leads the case, and the office.
    union all
    (select i.id, 'UNANSWERED' from interventions i
      where i.office_id = m.office_id and i.state = 'PROPOSED' and i.due_at < today and i.agency_id <> m.agency_id
        and i.case_id = any(array(
          select c.id from cases c where c.office_id = m.office_id and c.closed_at is null and c.lead_id = any(us)
            and (whole_office or (m.inside and c.id = any(mine))))) order by i.due_at limit most)
    union all
    (select i.id, 'UNANSWERED' from interventions i
      where m.role = 'COORDINATOR' and whole_office and i.office_id = m.office_id and i.state = 'PROPOSED'
        and i.due_at < today and i.agency_id <> m.agency_id order by i.due_at limit most)
  )
  select w.kind, w.id, w.case_id, w.student_id, w.why, w.rank, w.due_at from (
    select 'CASE' as kind, c.id, c.id as case_id, c.student_id, x.why, array_position(levels, c.level) - 1 as rank,
           case when x.why = '{UNSEEN}' then app.seen_due(c.level, c.opened_at, c.child_seen_at)
                when x.why @> '{TOLD_LESS}' then least(c.due_at, today)
                when x.why && '{CONFIRM,RENEW}' then least(c.due_at, soon - interval '1 day') else c.due_at end as due_at
    from (select id, array_agg(distinct why) as why from case_reasons group by id) x
    join cases c on c.office_id = m.office_id and c.id = x.id
    union all
    select 'REFERRAL', r.id, r.attached_case_id, r.student_id, x.why, array_position(urgencies, r.urgency) - 1, r.due_at
    from (select id, array_agg(distinct why) as why from referral_reasons group by id) x
    join referrals r on r.office_id = m.office_id and r.id = x.id
    union all
    select 'INTERVENTION', i.id, i.case_id, c.student_id, x.why, array_position(levels, c.level) - 1,
           coalesce(i.due_at, i.wakes_on::timestamp at time zone 'Asia/Seoul')
    from (select id, array_agg(distinct why) as why from intervention_reasons group by id) x
    join interventions i on i.office_id = m.office_id and i.id = x.id
    join cases c on c.office_id = i.office_id and c.id = i.case_id and c.closed_at is null
  ) w
  where w.student_id is null or w.student_id <> all(avoided)
  order by w.rank, w.due_at, w.id
  limit most;
end $$;

-- How much of it, for the menu of every page: 100 means a hundred or more.
create or replace function app.my_counts() returns table (today integer, referrals integer, interventions integer)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int, (count(*) filter (where kind = 'REFERRAL'))::int, (count(*) filter (where kind = 'INTERVENTION'))::int
  from app.my_work(100)
$$;

revoke execute on function app.my_work(integer), app.my_counts(), app.seen_due(public."CrisisLevel", timestamptz, timestamptz) from public;
grant execute on function app.my_work(integer), app.my_counts(), app.seen_due(public."CrisisLevel", timestamptz, timestamptz) to hanai_app;

create index if not exists audit_entries_refused on audit_entries (office_id, at) where outcome <> 'done';
create index if not exists bases_to_review on lawful_bases (office_id, review_due_at) where ended_at is null;
