-- Who reported may be read by one more than who wrote it down: a coordinator who is named for the record asks, with a
-- reason; the centre's lead allows it, for a day. Two persons, and the second reads nothing by it.

select app.ensure('reporter_grants', 'reporter_grant_reason', $c$check (length(btrim(reason)) >= 10)$c$);
select app.ensure('reporter_grants', 'reporter_grant_by_two', $c$check (
  (answer is null) = (answered_by_id is null) and (answer is null) = (answered_at is null) and (answered_by_id is null or answered_by_id <> asked_by_id)
  and (answer is null or answer in ('GRANTED', 'REFUSED')) and (until is not null) = (answer is not distinct from 'GRANTED')
  and (until is null or until <= answered_at + interval '24 hours'))$c$);
create unique index if not exists reporter_grant_waits_once on reporter_grants (office_id, record_id, asked_by_id) where answer is null;

-- The records whose reporter I may read: my own, and what I was granted and am still named for.
create or replace function app.my_reporters() returns setof uuid
  language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  select r.id from app.self() me join sealed_records r on r.office_id = me.office_id
  where r.id in (select app.my_sealed()) and (r.by_id = me.staff_id or exists (
    select from reporter_grants g where g.office_id = r.office_id and g.record_id = r.id and g.asked_by_id = me.staff_id and g.answer = 'GRANTED' and g.until > app.now()))
$$;

-- As in 260-sealed.sql, with who may read the reporter now.
create or replace function app.sealed_of(of_case uuid)
  returns table (id uuid, kind text, at timestamptz, by_id uuid, mine boolean, with_reporter boolean)
  language sql stable security definer rows 10 set search_path = pg_catalog, public as $$
  select r.id, r.kind, r.at, r.by_id, r.by_id = me.staff_id,
    r.id in (select app.my_reporters()) and exists (select from sealed_reporters p where p.office_id = r.office_id and p.record_id = r.id)
  from app.self() me join sealed_records r on r.office_id = me.office_id and r.case_id = of_case
  where r.id in (select app.my_sealed())
$$;

call app.policy('sealed_openings', 'open', $p$for insert to hanai_app with check (
  staff_id = (select app.actor_id()) and office_id = (select app.actor_office()) and (select app.just_proven())
  and record_id in (select app.my_sealed()) and (what = 'CONTENT' or record_id in (select app.my_reporters())))$p$);
call app.policy('sealed_reporters', 'see', $p$for select to hanai_app using (
  record_id in (select app.my_reporters()) and record_id in (select app.open_sealed('REPORTER')))$p$);

grant select, insert, update (answer, answered_by_id, answered_at, until) on reporter_grants to hanai_app;
call app.policy('reporter_grants', 'see', $p$for select to hanai_app using (
  asked_by_id = (select app.actor_id())
  or (office_id = (select app.office_scope()) and (select app.actor_role()) = 'OFFICE_LEAD')
  or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER'))$p$);
call app.policy('reporter_grants', 'ask', $p$for insert to hanai_app with check (
  asked_by_id = (select app.actor_id()) and office_id = (select app.office_scope()) and (select app.actor_role()) = 'COORDINATOR' and answer is null
  and record_id in (select app.my_sealed()) and (record_id, case_id) in (select s.id, case_id from app.sealed_of(case_id) s))$p$);
call app.policy('reporter_grants', 'answer', $p$for update to hanai_app using (
    office_id = (select app.office_scope()) and (select app.actor_role()) = 'OFFICE_LEAD' and asked_by_id <> (select app.actor_id()) and answer is null and (select app.just_proven()))
  with check (answered_by_id = (select app.actor_id()) and until <= app.now() + interval '24 hours' is not false)$p$);
call app.policy('reporter_grants', 'not_conflicted', 'as restrictive to hanai_app using (case_id not in (select app.conflicted_cases()))');

-- A text that would name the reporter. The marks by which it is recognised are put down with who reported, and read by no
-- role. Asked about the words of a text, the database answers only whoever may know who reported, about what she may know:
-- to everybody else there is no such record and no difference, whatever words she sends.
grant insert on reporter_marks to hanai_app;
call app.policy('reporter_marks', 'put', $p$for insert to hanai_app with check (office_id = (select app.actor_office()) and app.sealed_by_me(record_id))$p$);

create or replace function app.known_reporters(of_case uuid) returns setof uuid
  language sql stable security definer rows 2 set search_path = pg_catalog, public as $$
  select p.record_id from app.self() me
  join sealed_records r on r.office_id = me.office_id and r.case_id = of_case
  join sealed_reporters p on p.office_id = r.office_id and p.record_id = r.id
  where r.id in (select app.my_reporters())
$$;
revoke all on function app.known_reporters(uuid) from public;
create or replace function app.knows_reporter(of_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$ select exists (select from app.known_reporters(of_case)) $$;
create or replace function app.names_reporter(of_case uuid, words bytea[]) returns setof uuid
  language sql stable security definer rows 1 set search_path = pg_catalog, public as $$
  select k from app.known_reporters(of_case) k
  where exists (select from app.self() me join reporter_marks m on m.office_id = me.office_id and m.record_id = k where m.mark = any(words))
$$;
