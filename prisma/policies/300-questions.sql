-- Questions that need more than the asker's own rows, answered narrowly. Each checks the asker first.

-- The signed-in person, for the application.
create or replace function app.who()
  returns table (staff_id uuid, office_id uuid, agency_id uuid, agency_kind text, role text, name text, name_en text,
                 job_title text, locale text, agency_ko text, agency_en text, inside boolean, cleared boolean)
  language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select m.staff_id, m.office_id, m.agency_id, m.agency_kind, m.role, s.name, s.name_en, s.job_title, c.locale,
         a.short_ko, a.short_en, m.inside, m.cleared
  from app.me() m
  join staff s on s.office_id = m.office_id and s.id = m.staff_id
  join accounts c on c.office_id = s.office_id and c.staff_id = s.id
  join agencies a on a.office_id = s.office_id and a.id = s.agency_id
$$;

-- The same for a key that is given: asking who it is takes one round trip instead of a transaction's four.
drop function if exists app.who_is(text);
create or replace function app.who_is(key text, address text)
  returns table (staff_id uuid, office_id uuid, agency_id uuid, agency_kind text, role text, name text, name_en text,
                 job_title text, locale text, agency_ko text, agency_en text, inside boolean, cleared boolean)
  language plpgsql volatile set search_path = pg_catalog, public as $$
begin
  perform set_config('hanai.session', key, true), set_config('hanai.address', address, true);
  return query select * from app.who();
  if found then perform app.mark_seen(); end if;
end $$;

-- That a session is in use, to the minute.
create or replace function app.mark_seen() returns void
  language sql volatile security definer set search_path = pg_catalog, public as $$
  update sessions set last_seen_at = app.now() where key_hash = app.session_key_hash() and last_seen_at < app.now() - interval '1 minute'
$$;

-- Where I am signed in; and the end of one of them, which is mine.
create or replace function app.my_sessions()
  returns table (id uuid, began timestamptz, seen timestamptz, method text, phone boolean, address text, here boolean)
  language sql stable security definer rows 10 set search_path = pg_catalog, public as $$
  select n.id, n.created_at, coalesce(n.last_seen_at, n.created_at), n.method, coalesce(n.user_agent ~* 'android|iphone|ipad|mobile', false), n.address, n.id = me.session_id
  from app.self() me join sessions n on n.office_id = me.office_id and n.staff_id = me.staff_id
  join offices o on o.id = n.office_id
  where n.ended_at is null and n.expires_at > app.now()
    and (n.last_seen_at is null or n.last_seen_at > app.now() - make_interval(mins => o.idle_minutes))
$$;
create or replace function app.end_my_session(one uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public as $$
  with gone as (update sessions n set ended_at = app.now(), end_reason = 'ENDED_ELSEWHERE' from app.me() m
    where n.office_id = m.office_id and n.staff_id = m.staff_id and n.id = one and n.ended_at is null returning 1)
  select exists (select from gone)
$$;

-- The next number of a kind in my office: 1, 2, 3 … without gaps inside committed work.
create or replace function app.next_number(kind text) returns integer
  language sql volatile security definer set search_path = pg_catalog, public as $$
  insert into counters (office_id, name, last) select m.office_id, kind, 1 from app.me() m
  on conflict (office_id, name) do update set last = counters.last + 1 returning last
$$;

-- Children by part of the name or initial consonants, within my school or office. GIN operators are not leakproof,
-- so under row security they would be applied last; here the same scope stands inside.
create or replace function app.search_students(grams_wanted text[], initials_wanted text, part text, most integer)
  returns table (id uuid, school_id uuid, name text, name_en text, grade integer, class_name text, class_number integer)
  language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select s.id, s.school_id, s.name, s.name_en, s.grade, s.class_name, s.class_number
  from students s
  where s.office_id = (select app.actor_office()) and s.left_at is null
    and (s.school_id = (select app.roster_scope()) or (select app.office_scope()) is not null)
    and s.id not in (select app.conflicted_students())
    and case when initials_wanted <> '' then s.initials like initials_wanted || '%'
             else s.grams @> grams_wanted and (s.name ilike '%' || part || '%' or s.name_en ilike '%' || part || '%') end
  order by s.name, s.grade, s.class_name, s.class_number, s.id
  limit least(most, 50)
$$;

-- Is somebody already on it? For the school's own people, before and at filing; identifiers stay on the server.
create or replace function app.open_work(student uuid)
  returns table (kind text, id uuid)
  language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select w.kind, w.id from (
    select 'CASE' as kind, c.id, c.school_id from cases c
     where c.office_id = (select app.actor_office()) and c.student_id = student and c.closed_at is null
    union all
    select 'REFERRAL', r.id, r.school_id from referrals r
     where r.office_id = (select app.actor_office()) and r.student_id = student and r.kind = 'REQUEST'
       and r.state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON')) w
  where (w.school_id = (select app.roster_scope()) or (select app.office_scope()) is not null)
    and student not in (select app.conflicted_students())
  order by w.kind limit 1
$$;

-- Entries of my case that end where my layer or my consent ends: when, and why, and nothing else.
-- Of private and in-agency notes there is no hint.
create or replace function app.locked_entries(of_case uuid, since timestamptz)
  returns table (id uuid, at timestamptz, why text)
  language plpgsql stable security definer rows 20 set search_path = pg_catalog, public as $$
begin
  -- A member inside the circle reads every layer that has locks.
  if of_case in (select app.member_cases()) or of_case in (select app.glass_cases()) or of_case in (select app.conflicted_cases()) then return; end if;
  return query
  select e.id, e.at,
         case when e.layer = 'SENSITIVE' and not exists (select from app.shared_entries() s where s.case_id = of_case and s.layer = 'SENSITIVE')
              then 'LAYER' else 'ITEMS' end
  from events e
  where e.office_id = (select app.actor_office()) and e.case_id = of_case and e.at >= since
    and (of_case in (select app.my_cases()) or (select app.office_scope()) is not null)
    and e.audience = 'TEAM' and e.layer <> 'SEALED' and e.actor_id is distinct from (select app.actor_id())
    and ((e.layer = 'SENSITIVE' and ((select app.office_scope()) is not null or of_case in (select app.school_cases())))
      or (of_case in (select app.shared_cases())
          and (e.case_id, e.layer, e.domain) not in (select s.case_id, s.layer, s.domain from app.shared_entries() s)))
  order by e.at desc limit 200;
end $$;

-- Who can see this case, and by which row. `open` says whether the row lets its person in at this moment.
create or replace function app.case_audience(of_case uuid)
  returns table (member_id uuid, staff_id uuid, name text, job_title text, agency_id uuid, agency_ko text, agency_en text,
                 relation text, reason text, since timestamptz, until timestamptz, items text[], sensitive boolean, open boolean)
  language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select m.id, s.id, s.name, s.job_title, a.id, a.short_ko, a.short_en, m.relation::text,
         coalesce(g.ground, m.reason::text), m.since, coalesce(g.until, m.until), g.items, coalesce(g.sensitive, true),
         s.left_at is null and (g.case_id is not null or (app.inside_circle(a.kind, a.is_entrusted)))
  from case_members m
  join staff s on s.office_id = m.office_id and s.id = m.staff_id
  join agencies a on a.office_id = m.office_id and a.id = m.agency_id
  left join lateral (select x.case_id, (array_agg(x.ground order by x.until desc))[1] as ground, max(x.until) as until,
                            array(select distinct i from app.grounds(m.office_id, m.agency_id, array[of_case]) y, unnest(y.items) i) as items,
                            bool_or(x.sensitive) as sensitive
                     from app.grounds(m.office_id, m.agency_id, array[of_case]) x
                     where not app.inside_circle(a.kind, a.is_entrusted)
                     group by x.case_id) g on true
  where m.office_id = (select app.actor_office()) and m.case_id = of_case and m.ended_at is null
    and of_case not in (select app.conflicted_cases())
    and (of_case in (select app.insider_cases()) or (select app.office_scope()) is not null or of_case in (select app.glass_cases())
      or (m.case_id, m.agency_id) in (select t.case_id, t.agency_id from app.shared_teams() t))
  order by m.relation, a.id, s.name
$$;

-- On what ground may this agency be told of this case today? For those inside who are about to share.
create or replace function app.ground_of(of_case uuid, agency uuid)
  returns table (ground text, items text[], sensitive boolean, until timestamptz, inside boolean)
  language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select case when app.inside_circle(a.kind, a.is_entrusted) then 'INSIDE' else g.ground end,
         g.items, g.sensitive, g.until, app.inside_circle(a.kind, a.is_entrusted)
  from agencies a
  left join lateral (select * from app.grounds(a.office_id, a.id, array[of_case]) x order by x.until desc limit 1) g on true
  where a.office_id = (select app.actor_office()) and a.id = agency
    and of_case not in (select app.conflicted_cases())
    and (of_case in (select app.my_cases()) or (select app.office_scope()) is not null)
    and (app.inside_circle(a.kind, a.is_entrusted) or g.case_id is not null)
$$;

-- Ends one's own session.
create or replace function app.sign_out() returns void
  language sql volatile security definer set search_path = pg_catalog, public as $$
  update sessions n set ended_at = app.now(), end_reason = 'SIGNED_OUT' from app.me() m
  where n.office_id = m.office_id and n.id = m.session_id
$$;

revoke execute on all functions in schema app from public;
grant execute on all functions in schema app to hanai_app, hanai_jobs, hanai_auth;
revoke execute on function app.grounds(uuid, uuid, uuid[]), app.ensure(regclass, text, text) from hanai_app, hanai_jobs, hanai_auth;
revoke execute on function app.audit_settled() from hanai_app, hanai_auth;
revoke execute on function app.told_less(uuid, uuid, uuid) from hanai_app, hanai_auth, hanai_jobs;
revoke execute on function app.find_conflicts(uuid[], uuid[]) from hanai_app, hanai_auth, hanai_jobs;

-- Background work: what it must read and move, nothing of what people wrote.
grant select on offices to hanai_jobs;
grant select (office_id, id, agency_id, role, left_at, deputy_id, leave_from, leave_until) on staff to hanai_jobs;
grant select (office_id, id, school_id, lead_id, closed_at) on cases to hanai_jobs;
grant select (office_id, id, case_id, domain, service_code, agency_id, staff_id, state, due_at, wakes_on, version) on interventions to hanai_jobs;
grant select (office_id, staff_id, email, locale, deactivated_at) on accounts to hanai_jobs;
grant update (state, wakes_on, due_at, version) on interventions to hanai_jobs;
grant insert on events, audit_entries to hanai_jobs;
do $$
declare t text;
begin
  foreach t in array array['offices', 'staff', 'cases', 'accounts'] loop
    call app.policy(t::regclass, 'jobs', 'for select to hanai_jobs using (true)');
  end loop;
  call app.policy('interventions', 'jobs', 'to hanai_jobs using (true) with check (true)');
  call app.policy('events', 'jobs', 'for insert to hanai_jobs with check (actor_id is null)');
  call app.policy('audit_entries', 'jobs', 'for insert to hanai_jobs with check (staff_id is null)');
end $$;
