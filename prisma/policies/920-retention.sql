-- After the file that opens every function to the roles (300-questions.sql): the one that destroys is the jobs' alone.
-- Retention: how long a closed case is kept is computed when it closes; a hold keeps it longer; what is over is destroyed
-- when two have agreed, by night, by a function of the owner's: nobody who signs in can delete anything of a case.

select app.ensure('retention_rules', 'retention_kind', $c$check (kind in ('SCHOOL_ENDS', 'AGE', 'YEARS') and (kind = 'SCHOOL_ENDS') = (amount = 0) and amount between 0 and 100)$c$);
select app.ensure('legal_holds', 'hold_reason', $c$check (length(btrim(reason)) >= 10)$c$);
select app.ensure('legal_holds', 'hold_lifted_by_two', $c$check (
  (lift_asked_by_id is null) = (lift_asked_at is null) and (lifted_by_id is null) = (lifted_at is null)
  and (lifted_by_id is null or (lift_asked_by_id is not null and lifted_by_id <> lift_asked_by_id)))$c$);
create unique index if not exists hold_once on legal_holds (office_id, case_id) where lifted_at is null;
select app.ensure('destructions', 'destruction_state', $c$check (state in ('ASKED', 'AGREED', 'REFUSED', 'DONE'))$c$);
select app.ensure('destructions', 'destruction_by_two', $c$check (
  (state = 'ASKED') = (decided_by_id is null) and (decided_by_id is null or decided_by_id <> asked_by_id) and (state = 'DONE') = (done_at is not null))$c$);

-- The day from which on a case closed on a day is kept no longer, and by which rule. Without a rule of the office's the
-- statute's own (Act §10⑤): until the pupil would finish year twelve, the school year ending in February; and where the
-- grade is not known, until she is nineteen. Null when nothing says.
create or replace function app.retention_of(office uuid, student uuid, closed timestamptz)
  returns table (until date, rule text)
  language sql stable security definer rows 1 set search_path = pg_catalog, public as $$
  with day as (select (closed at time zone 'Asia/Seoul')::date as on_day),
  ordered as (select coalesce((select r.kind from retention_rules r, day d where r.office_id = office and r.valid_from <= d.on_day order by r.valid_from desc limit 1), 'SCHOOL_ENDS') as kind,
                     coalesce((select r.amount from retention_rules r, day d where r.office_id = office and r.valid_from <= d.on_day order by r.valid_from desc limit 1), 0) as amount)
  select case
      when o.kind = 'YEARS' then (d.on_day + make_interval(years => o.amount))::date
      when o.kind = 'AGE' then (s.birth_date + make_interval(years => o.amount))::date
      when s.grade between 1 and 12 then make_date(extract(year from d.on_day)::int + (case when extract(month from d.on_day) >= 3 then 1 else 0 end) + 12 - s.grade, 3, 1)
      else (s.birth_date + interval '19 years')::date end,
    o.kind || ' ' || o.amount
  from ordered o, day d, students s where s.office_id = office and s.id = student
$$;
revoke all on function app.retention_of(uuid, uuid, timestamptz) from public, hanai_app, hanai_jobs, hanai_auth;

create or replace function app.keep_until() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.closed_at is null then
    new.retain_until := null; new.retain_rule := null;
  else
    select r.until, r.rule into new.retain_until, new.retain_rule from app.retention_of(new.office_id, new.student_id, new.closed_at) r;
  end if;
  return new;
end $$;
drop trigger if exists keep_until on cases;
create trigger keep_until before update of closed_at on cases for each row when (new.closed_at is distinct from old.closed_at) execute function app.keep_until();

-- The office whose kept cases this person answers for: the head of the programme and the privacy officer, with a current
-- approval and training.
create or replace function app.retention_scope() returns uuid language sql stable set search_path = pg_catalog, public as $$
  select case when me.circle and me.role in ('OFFICE_LEAD', 'PRIVACY_OFFICER') then me.office_id end from app.self() me
$$;
revoke all on function app.retention_scope() from public, hanai_jobs, hanai_auth;
grant execute on function app.retention_scope() to hanai_app;

-- What comes due, for whoever answers for it: the head of the programme and the privacy officer. Numbers, no child.
create or replace function app.retained(ahead interval)
  returns table (id uuid, number text, closed_at timestamptz, retain_until date, rule text, hold uuid, waiting boolean)
  language sql stable security definer rows 100 set search_path = pg_catalog, public as $$
  select c.id, c.number, c.closed_at, c.retain_until, c.retain_rule,
    (select h.id from legal_holds h where h.office_id = c.office_id and h.case_id = c.id and h.lifted_at is null),
    exists (select from destroyed_cases x join destructions d on d.office_id = x.office_id and d.id = x.destruction_id
      where x.office_id = c.office_id and x.case_id = c.id and d.state in ('ASKED', 'AGREED'))
  from app.self() me join cases c on c.office_id = me.office_id
  where me.circle and me.role in ('OFFICE_LEAD', 'PRIVACY_OFFICER') and c.closed_at is not null and not coalesce(c.student_id = any(me.avoided), false)
    and (c.retain_until is null or c.retain_until < (app.now() at time zone 'Asia/Seoul')::date + ahead
      or exists (select from legal_holds h where h.office_id = c.office_id and h.case_id = c.id and h.lifted_at is null))
  order by c.retain_until nulls last, c.id limit 200
$$;

revoke all on function app.retained(interval) from public, hanai_jobs, hanai_auth;
grant execute on function app.retained(interval) to hanai_app;

-- Whether a case may be destroyed today.
create or replace function sealed.is_over(office uuid, of_case uuid) returns boolean language sql stable
  set search_path = pg_catalog, public as $$
  select exists (select from cases c where c.office_id = office and c.id = of_case and c.closed_at is not null
    and c.retain_until <= (app.now() at time zone 'Asia/Seoul')::date
    and not exists (select from legal_holds h where h.office_id = c.office_id and h.case_id = c.id and h.lifted_at is null))
$$;

grant select on retention_rules to hanai_app;
call app.policy('retention_rules', 'see', $p$for select to hanai_app using (office_id = (select app.retention_scope()))$p$);
grant select, insert, update (lift_asked_by_id, lift_asked_at, lifted_by_id, lifted_at) on legal_holds to hanai_app;
call app.policy('legal_holds', 'see', $p$for select to hanai_app using (office_id = (select app.retention_scope()))$p$);
call app.policy('legal_holds', 'set', $p$for insert to hanai_app with check (
  office_id = (select app.office_scope()) and (select app.actor_role()) = 'OFFICE_LEAD' and set_by_id = (select app.actor_id()) and lift_asked_by_id is null and lifted_by_id is null
  and case_id in (select c.id from cases c where c.closed_at is not null))$p$);
call app.policy('legal_holds', 'ask_lift', $p$for update to hanai_app using (office_id = (select app.office_scope()) and (select app.actor_role()) = 'OFFICE_LEAD' and lift_asked_by_id is null)
  with check (lift_asked_by_id = (select app.actor_id()) and lifted_by_id is null)$p$);
call app.policy('legal_holds', 'lift', $p$for update to hanai_app using (
    office_id = (select app.retention_scope()) and lift_asked_by_id is not null and lift_asked_by_id <> (select app.actor_id()) and lifted_at is null)
  with check (lifted_by_id = (select app.actor_id()))$p$);
call app.policy('legal_holds', 'not_conflicted', 'as restrictive to hanai_app using (case_id not in (select app.conflicted_cases()))');

grant select, insert, update (state, decided_by_id, decided_at) on destructions to hanai_app;
grant select, insert on destroyed_cases to hanai_app;
call app.policy('destructions', 'see', $p$for select to hanai_app using (office_id = (select app.retention_scope()))$p$);
call app.policy('destructions', 'ask', $p$for insert to hanai_app with check (
  office_id = (select app.office_scope()) and (select app.actor_role()) = 'OFFICE_LEAD' and asked_by_id = (select app.actor_id()) and state = 'ASKED' and (select app.just_proven()))$p$);
call app.policy('destructions', 'decide', $p$for update to hanai_app using (
    office_id = (select app.retention_scope()) and state = 'ASKED' and asked_by_id <> (select app.actor_id()))
  with check (decided_by_id = (select app.actor_id()) and state in ('AGREED', 'REFUSED') and (select app.just_proven()))$p$);
-- Who is in conflict over one of the cases neither sees nor decides about what would be destroyed with it.
create or replace function app.conflicted_destructions() returns setof uuid
  language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  select x.destruction_id from app.self() me join cases c on c.office_id = me.office_id and c.student_id = any(me.avoided)
  join destroyed_cases x on x.office_id = c.office_id and x.case_id = c.id
$$;
revoke all on function app.conflicted_destructions() from public, hanai_jobs, hanai_auth;
grant execute on function app.conflicted_destructions() to hanai_app;
call app.policy('destructions', 'not_conflicted', 'as restrictive to hanai_app using (id not in (select app.conflicted_destructions()))');
call app.policy('destroyed_cases', 'not_conflicted', 'as restrictive to hanai_app using (destruction_id not in (select app.conflicted_destructions()))');
call app.policy('destroyed_cases', 'see', $p$for select to hanai_app using (office_id = (select app.retention_scope()))$p$);
call app.policy('destroyed_cases', 'ask', $p$for insert to hanai_app with check (done_at is null and rows is null and keys_gone_at is null and exists (
  select from destructions d where d.office_id = destroyed_cases.office_id and d.id = destruction_id and d.asked_by_id = (select app.actor_id()) and d.state = 'ASKED')
  and case_id in (select r.id from app.retained(interval '0 days') r where r.hold is null and not r.waiting and r.retain_until is not null))$p$);

-- Everything that hangs on these rows, and then they themselves: whatever refers to them goes first. Follows the foreign
-- keys as they are today, so that a table that comes later is not forgotten.
create or replace function sealed.erase(target regclass, chosen text, counts jsonb) returns jsonb
  language plpgsql set search_path = pg_catalog, public as $$
declare
  link record;
  n bigint;
begin
  for link in
    select k.conrelid::regclass as child,
      (select string_agg(quote_ident(a.attname), ', ' order by u.n) from unnest(k.conkey) with ordinality u(col, n) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.col) as mine,
      (select string_agg(quote_ident(a.attname), ', ' order by u.n) from unnest(k.confkey) with ordinality u(col, n) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.col) as theirs
    from pg_constraint k where k.contype = 'f' and k.confrelid = target and k.conrelid <> target
  loop
    counts := sealed.erase(link.child, format('(%s) in (select %s from %s where %s)', link.mine, link.theirs, target, chosen), counts);
  end loop;
  execute format('delete from %s where %s', target, chosen);
  get diagnostics n = row_count;
  if n = 0 then return counts; end if;
  return counts || jsonb_build_object(target::text, coalesce((counts ->> target::text)::bigint, 0) + n);
end $$;

-- A case and all that was written in it: notes, plan, help, levels, sealed records with their envelopes, documents, the
-- referrals it grew out of, drafts; and the answers about sharing, and who stood on the other side, of a child who has no other case. The audit stays: it
-- has identifiers alone.
create or replace function sealed.destroy_case(office uuid, of_case uuid) returns jsonb
  language plpgsql set search_path = pg_catalog, public as $$
declare
  counts jsonb := '{}';
  child uuid := (select c.student_id from cases c where c.office_id = office and c.id = of_case);
  loose record;
  n bigint;
begin
  for loose in
    select c.oid::regclass as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('audit_entries', 'destroyed_cases')
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))
  loop
    counts := sealed.erase(loose.name, format('office_id = %L and case_id = %L', office, of_case), counts);
  end loop;
  counts := sealed.erase('events', format('office_id = %L and referral_id in (select r.id from referrals r where r.office_id = %L and r.attached_case_id = %L)', office, office, of_case), counts);
  delete from drafts d where d.office_id = office and d.subject = of_case::text;
  get diagnostics n = row_count;
  if n > 0 then counts := counts || jsonb_build_object('drafts', n); end if;
  counts := sealed.erase('cases', format('office_id = %L and id = %L', office, of_case), counts);
  if not exists (select from cases c where c.office_id = office and c.student_id = child) then
    counts := sealed.erase('consents', format('office_id = %L and student_id = %L', office, child), counts);
    counts := sealed.erase('other_sides', format('office_id = %L and %L in (student_id, other_id)', office, child), counts);
    counts := sealed.erase('documents', format('office_id = %L and student_id = %L and case_id is null', office, child), counts);
  end if;
  return counts;
end $$;

-- One destruction that two have agreed to, in one transaction: each of its cases that is still over, with a certificate.
-- False when there is none. For the jobs alone.
create or replace function app.destroy_next() returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  batch destructions;
  one destroyed_cases;
  papers uuid[];
begin
  select d.* into batch from destructions d where d.state = 'AGREED' order by d.decided_at, d.id limit 1 for update skip locked;
  if not found then return false; end if;
  for one in select x.* from destroyed_cases x where x.office_id = batch.office_id and x.destruction_id = batch.id order by x.case_number loop
    if not sealed.is_over(batch.office_id, one.case_id) then continue; end if;
    -- Signed papers of consents have keys of their own; an old one that of its consent.
    papers := array(select unnest(array[d.id, e.consent_id]) from cases c join documents d on d.office_id = c.office_id and d.student_id = c.student_id and d.case_id is null
      left join consent_evidence e on e.office_id = d.office_id and e.paper_id = d.id
      where c.office_id = batch.office_id and c.id = one.case_id);
    update destroyed_cases x set rows = sealed.destroy_case(batch.office_id, one.case_id), done_at = app.now()
      where x.office_id = batch.office_id and x.destruction_id = batch.id and x.case_id = one.case_id;
    -- What these were sealed with goes as soon as this is committed (lib/retention/forget-keys.ts).
    update destroyed_cases x set keys = one.case_id || array(select distinct p from unnest(papers) p where p is not null
        and not exists (select from documents d where d.office_id = batch.office_id and d.id = p) and not exists (select from consents k where k.office_id = batch.office_id and k.id = p))
      where x.office_id = batch.office_id and x.destruction_id = batch.id and x.case_id = one.case_id;
    insert into audit_entries (id, office_id, at, action, case_id, subject_id) values (gen_random_uuid(), batch.office_id, app.now(), 'case.destroyed', one.case_id, batch.id);
  end loop;
  update destructions d set state = 'DONE', done_at = app.now(), hash = sha256(convert_to((
      select coalesce(string_agg(concat_ws(' ', x.case_id, x.case_number, x.retain_until, x.rule, x.rows::text), E'\n' order by x.case_number), '')
      from destroyed_cases x where x.office_id = d.office_id and x.destruction_id = d.id and x.done_at is not null), 'UTF8'))
    where d.office_id = batch.office_id and d.id = batch.id;
  return true;
end $$;
revoke all on function app.destroy_next() from public, hanai_app, hanai_auth;
grant execute on function app.destroy_next() to hanai_jobs;

-- The keys of what was destroyed stand in no table: the job removes them, and says here that it did.
grant select (office_id, destruction_id, case_id, done_at, keys, keys_gone_at), update (keys_gone_at) on destroyed_cases to hanai_jobs;
call app.policy('destroyed_cases', 'told_to_jobs', 'for select to hanai_jobs using (done_at is not null)');
call app.policy('destroyed_cases', 'keys_gone', 'for update to hanai_jobs using (done_at is not null and keys_gone_at is null) with check (keys_gone_at is not null)');
