-- A guardian who must not be told. Everybody who knows the child through a case sees that it stands, agencies outside
-- too: who calls home must know. Why it stands is read inside the circle. One person sets it; two end it.

select app.ensure('guardian_blocks', 'guardian_block_source', $c$check (source in ('NAMED', 'BASIS') and (source = 'NAMED' or guardian_id is null))$c$);
select app.ensure('guardian_blocks', 'guardian_block_ends_by_two', $c$check (
  (ended_at is null) = (ended_by_id is null) and (end_asked_at is null) = (end_asked_by_id is null) and (not replaced or (source = 'BASIS' and ended_at is not null))
  and (ended_at is null or replaced or (end_asked_by_id is not null and end_asked_by_id <> ended_by_id)))$c$);
select app.ensure('guardian_block_reasons', 'guardian_block_reason', $c$check (
  part in ('SET', 'END') and btrim(body) <> '' and (code is not null) = (part = 'SET')
  and (code is null or code in ('SUSPECTED', 'ENDANGERS', 'CHILD_ASKS', 'INQUIRY')))$c$);
create unique index if not exists guardian_block_once on guardian_blocks (office_id, student_id, coalesce(guardian_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null;

-- Whether something may not reach this guardian; no guardian named: whether any of the child's may not be reached. For
-- rules and functions of the owner alone: who asks is not looked at.
create or replace function sealed.guardian_blocked(of_student uuid, guardian uuid) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
  select exists (select from guardian_blocks b where b.student_id = of_student and b.ended_at is null
    and (guardian is null or b.guardian_id is null or b.guardian_id = guardian))
$$;

-- The children whose blocks I see.
create or replace function app.block_students() returns setof uuid
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select app.my_students() union select app.glass_students()
$$;

-- The same question from the application. Unknown means no: for whoever does not see the child, nobody may be told.
create or replace function app.guardian_blocked(of_student uuid, guardian uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select case when exists (select from app.self() me join students s on s.office_id = me.office_id and s.id = of_student
      where not coalesce(s.id = any(me.avoided), false) and (me.office_scope is not null or s.school_id = me.school_scope or s.id in (select app.block_students())))
    then sealed.guardian_blocked(of_student, guardian) else true end
$$;

-- Nobody is left who may be told.
create or replace function app.nobody_to_tell(of_student uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select app.guardian_blocked(of_student, null) and (
    exists (select from guardian_blocks b where b.student_id = of_student and b.ended_at is null and b.guardian_id is null)
    or not exists (select from guardian_links l where l.student_id = of_student and l.ended_at is null and not sealed.guardian_blocked(of_student, l.guardian_id)))
$$;

grant select, insert, update (end_asked_by_id, end_asked_at, ended_by_id, ended_at, replaced) on guardian_blocks to hanai_app;
grant select, insert on guardian_block_reasons to hanai_app;
call app.policy('guardian_blocks', 'see', $p$for select to hanai_app using (
  office_id = (select app.actor_office()) and case when (select app.office_scope()) is not null or (select app.actor_role()) = 'PRIVACY_OFFICER' then true
    else student_id in (select app.block_students()) end)$p$);
call app.policy('guardian_blocks', 'set', $p$for insert to hanai_app with check (
  set_by_id = (select app.actor_id()) and office_id = (select app.actor_office()) and ended_at is null and end_asked_by_id is null
  and (office_id = (select app.office_scope()) or case_id = any(array(select app.my_cases())))
  and exists (select from cases c where c.office_id = guardian_blocks.office_id and c.id = case_id and c.student_id = guardian_blocks.student_id)
  and (guardian_id is null or exists (select from guardian_links l where l.office_id = guardian_blocks.office_id
         and l.student_id = guardian_blocks.student_id and l.guardian_id = guardian_blocks.guardian_id)))$p$);
call app.policy('guardian_blocks', 'end', $p$for update to hanai_app using (ended_at is null and (select app.actor_cleared()) and (
    office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases()))))
  with check ((ended_by_id is null or ended_by_id = (select app.actor_id())))$p$);
call app.policy('guardian_blocks', 'not_conflicted', 'as restrictive to hanai_app using (student_id not in (select app.conflicted_students()))');
call app.policy('guardian_block_reasons', 'see', $p$for select to hanai_app using (
  by_id = (select app.actor_id()) or block_id = any(array(select b.id from guardian_blocks b
    where b.office_id = (select app.office_scope()) or b.case_id = any(array(select app.insider_cases())))))$p$);
call app.policy('guardian_block_reasons', 'write', $p$for insert to hanai_app with check (
  by_id = (select app.actor_id()) and exists (select from guardian_blocks b where b.office_id = guardian_block_reasons.office_id and b.id = block_id
    and ((part = 'SET' and b.set_by_id = (select app.actor_id())) or (part = 'END' and b.end_asked_by_id = (select app.actor_id())))))$p$);
call app.policy('guardian_block_reasons', 'not_conflicted', 'as restrictive for select to hanai_app using (block_id = any(array(select b.id from guardian_blocks b)))');

-- Each of the two signs for herself, the second decides for the school or the centre, and an end stays where it was set.
create or replace function app.check_guardian_block() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if old.ended_at is not null then
    raise exception 'sharing_end_stays: an end stays where it was set' using errcode = '23514', constraint = 'sharing_end_stays';
  end if;
  if session_user <> 'hanai_app' then return new; end if;
  if new.end_asked_by_id is distinct from old.end_asked_by_id and new.end_asked_by_id is not null and (old.end_asked_by_id is not null or new.end_asked_by_id <> me.staff_id)
     or new.ended_at is not null and not new.replaced and (old.end_asked_by_id is null or new.end_asked_by_id is distinct from old.end_asked_by_id or (me.office_scope is null and me.school_scope is null)) then
    raise exception 'guardian_block_ends_by_two: two persons end it' using errcode = '23514', constraint = 'guardian_block_ends_by_two';
  end if;
  return new;
end $$;
drop trigger if exists guardian_block_changes on guardian_blocks;
create trigger guardian_block_changes before update on guardian_blocks for each row execute function app.check_guardian_block();

-- What stood on its own gives way to what a person named, and to nothing else.
create or replace function app.check_block_replaced() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform from guardian_blocks b where b.office_id = new.office_id and b.student_id = new.student_id and b.source = 'NAMED' and b.ended_at is null;
  if not found then raise exception 'guardian_block_ends_by_two: nothing took its place' using errcode = '23514', constraint = 'guardian_block_ends_by_two'; end if;
  return null;
end $$;
drop trigger if exists guardian_block_replaced on guardian_blocks;
create constraint trigger guardian_block_replaced after update on guardian_blocks deferrable initially deferred for each row
  when (new.replaced and not old.replaced) execute function app.check_block_replaced();

-- Setting one and telling a guardian come one after the other: what was begun before is there to be seen, what comes later is refused.
create or replace function app.block_in_turn() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('guardian ' || new.student_id, 0));
  return new;
end $$;
drop trigger if exists block_in_turn on guardian_blocks;
create trigger block_in_turn before insert on guardian_blocks for each row execute function app.block_in_turn();

-- For a table whose rows are asked of, written to or printed for a guardian: columns student_id and guardian_id.
create or replace function app.refuse_blocked_guardian() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('guardian ' || new.student_id, 0));
  if sealed.guardian_blocked(new.student_id, new.guardian_id) then
    raise exception 'guardian_blocked: this guardian is not told' using errcode = '23514', constraint = 'guardian_blocked';
  end if;
  return new;
end $$;

-- A consent is asked of and given by somebody who was told. That she says no, agrees to less or takes back what she gave stays hers.
drop trigger if exists guardian_blocked on consents;
create trigger guardian_blocked before insert on consents for each row
  when (new.subject = 'GUARDIAN' and new.state in ('ASKED', 'GRANTED') and new.narrows_id is null) execute function app.refuse_blocked_guardian();
-- Nobody calls to make sure of what such a guardian once said by word.
drop trigger if exists guardian_not_called on consents;
create trigger guardian_not_called before update of confirmed_at on consents for each row
  when (new.subject = 'GUARDIAN' and new.confirmed_at is not null and old.confirmed_at is null) execute function app.refuse_blocked_guardian();
-- A link knows its child by its form.
create or replace function app.refuse_blocked_link() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare child uuid := (select f.student_id from consent_forms f where f.office_id = new.office_id and f.id = new.form_id);
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('guardian ' || child, 0));
  if sealed.guardian_blocked(child, new.guardian_id) then
    raise exception 'guardian_blocked: this guardian is not told' using errcode = '23514', constraint = 'guardian_blocked';
  end if;
  return new;
end $$;
drop trigger if exists guardian_blocked on consent_links;
create trigger guardian_blocked before insert on consent_links for each row when (new.subject = 'GUARDIAN') execute function app.refuse_blocked_link();

-- A basis is looked at again by somebody else than who recorded it.
select app.ensure('basis_reviews', 'basis_review', $c$check (outcome in ('KEEP', 'END') and btrim(remark) <> '')$c$);
grant update (review_due_at) on lawful_bases to hanai_app;
grant select, insert on basis_reviews to hanai_app;
call app.policy('basis_reviews', 'see', $p$for select to hanai_app using (
  office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases()))
  or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER'))$p$);
call app.policy('basis_reviews', 'review', $p$for insert to hanai_app with check (
  by_id = (select app.actor_id()) and ((select app.office_scope()) is not null or (select app.school_scope()) is not null)
  and exists (select from lawful_bases b where b.office_id = basis_reviews.office_id and b.id = basis_id and b.case_id = basis_reviews.case_id
    and b.recorded_by_id <> (select app.actor_id())))$p$);
call app.policy('basis_reviews', 'not_conflicted', 'as restrictive to hanai_app using (case_id not in (select app.conflicted_cases()))');

-- The day of the next look moves by a look, and by nothing else.
create or replace function app.check_basis_due() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if session_user = 'hanai_app' and not exists (select from basis_reviews r where r.office_id = new.office_id and r.basis_id = new.id
      and r.by_id = (select app.actor_id()) and r.outcome = 'KEEP' and r.at >= app.now() - interval '1 minute') then
    raise exception 'basis_review: looked at by somebody else first' using errcode = '23514', constraint = 'basis_review';
  end if;
  return new;
end $$;
drop trigger if exists basis_due on lawful_bases;
create trigger basis_due before update of review_due_at on lawful_bases for each row when (new.review_due_at is distinct from old.review_due_at) execute function app.check_basis_due();

revoke execute on function app.block_students(), app.guardian_blocked(uuid, uuid), app.nobody_to_tell(uuid) from public;
grant execute on function app.block_students(), app.guardian_blocked(uuid, uuid), app.nobody_to_tell(uuid) to hanai_app;

-- Who is late in judging what is reminded by the clock (lib/jobs/remind-reviews.ts): identifiers and days alone.
grant select (office_id, id, case_id, recorded_by_id, review_due_at, valid_until, ended_at) on lawful_bases to hanai_jobs;
grant select (office_id, id, staff_id, review_due_at, reviewed_at) on break_glasses to hanai_jobs;
call app.policy('lawful_bases', 'jobs_remind', 'for select to hanai_jobs using (ended_at is null and review_due_at < app.now())');
call app.policy('break_glasses', 'jobs_remind', 'for select to hanai_jobs using (reviewed_at is null and review_due_at < app.now())');
