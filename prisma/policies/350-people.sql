-- People and their rights. What widens rights is asked by one and decided by another, and done by the database in the
-- moment of the decision: the application's role has no right to do it itself. What narrows them is done at once, by one.
-- Whatever changes them, whoever writes it, is put down (rights_entries).

-- Whom I look after: an administrator, the privacy officer and the head of the centre everybody, a lead her own agency's people.
create or replace function app.my_people() returns setof uuid language plpgsql stable security definer rows 100
  set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if me.role in ('ADMIN', 'PRIVACY_OFFICER', 'OFFICE_LEAD') then return query select s.id from staff s where s.office_id = me.office_id;
  elsif me.role in ('SCHOOL_LEAD', 'PARTNER_LEAD') then return query select s.id from staff s where s.office_id = me.office_id and s.agency_id = me.agency_id;
  end if;
end $$;
-- The same for whoever may narrow somebody's rights; the privacy officer only looks.
create or replace function app.in_my_charge(person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from app.self() me where me.role in ('ADMIN', 'OFFICE_LEAD', 'SCHOOL_LEAD', 'PARTNER_LEAD') and person <> me.staff_id and person in (select app.my_people()))
$$;

-- One person under two names, or of one household: they share a telephone that is not a whole office's.
create or replace function app.same_person(office uuid, one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select one = other or exists (
    select from staff a join staff b on b.office_id = a.office_id and app.digits(b.phone) = app.digits(a.phone)
    where a.office_id = office and a.id = one and b.id = other and a.phone is not null and b.phone is not null
      and (select count(*) from staff o where o.office_id = office and o.left_at is null and o.phone is not null and app.digits(o.phone) = app.digits(a.phone)) < 3)
$$;

-- Which roles there are at which bodies.
create or replace function app.role_fits(role public."Role", kind public."AgencyKind") returns boolean
  language sql immutable parallel safe set search_path = pg_catalog, public as $$
  select case when role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD') then kind = 'SCHOOL'
    when role in ('COORDINATOR', 'OFFICE_LEAD', 'PRIVACY_OFFICER', 'ADMIN') then kind in ('ISS_CENTER', 'EDU_OFFICE')
    when role = 'STATISTICS_VIEWER' then kind in ('METRO_OFFICE', 'EDU_OFFICE')
    when role in ('PARTNER_WORKER', 'PARTNER_LEAD') then kind not in ('SCHOOL', 'ISS_CENTER', 'EDU_OFFICE', 'METRO_OFFICE')
    else false end
$$;
create or replace function app.handles_cases(role public."Role") returns boolean language sql immutable parallel safe set search_path = pg_catalog, public
  as $$ select role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD') $$;

-- What waits for this person, by kind: cases she leads, turns, help she gives, referrals in her hands.
create or replace function sealed.work_of(office uuid, person uuid) returns table (kind text, n int)
  language sql stable set search_path = pg_catalog, public as $$
  select 'LEADS', count(*)::int from cases c where c.office_id = office and c.lead_id = person and c.closed_at is null
  union all select 'TURNS', count(*)::int from cases c where c.office_id = office and c.waiting_staff_id = person and c.lead_id <> person and c.closed_at is null
  union all select 'SUPPORTS', count(*)::int from interventions i where i.office_id = office and i.staff_id = person and i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED')
  union all select 'REFERRALS', count(*)::int from referrals r where r.office_id = office and r.in_charge_id = person and r.state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON')
$$;
create index if not exists interventions_open_of_staff on interventions (office_id, staff_id) where staff_id is not null and state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED');
-- How much of it, and nothing of what: for whoever looks after her. With it the teams she is in, which end with her.
create or replace function app.work_of(person uuid) returns table (kind text, n int)
  language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  select w.kind, w.n from app.self() me, lateral (select * from sealed.work_of(me.office_id, person)
    union all select 'TEAMS', count(*)::int from case_members m join cases c on c.office_id = m.office_id and c.id = m.case_id and c.closed_at is null
      where m.office_id = me.office_id and m.staff_id = person and m.ended_at is null and m.relation <> 'LEAD') w
  where person in (select app.my_people())
$$;

-- May this person be given a referral to look at? For whoever looks after the referral; not a relative.
create or replace function app.referral_conflict(referral uuid, person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from app.self() me join referrals r on r.office_id = me.office_id and r.id = referral and (r.school_id = me.school_scope or me.office_scope is not null)
    join conflicts x on x.office_id = r.office_id and x.student_id = r.student_id and x.staff_id = person and x.ended_at is null)
$$;

-- Nobody leaves, moves or stops working with cases while something waits for her (invariant 5).
create or replace function app.check_leaving() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from sealed.work_of(new.office_id, new.id) w where w.n > 0) then
    raise exception 'person_has_work: somebody else must take on her work first' using errcode = '23514', constraint = 'person_has_work';
  end if;
  return new;
end $$;
drop trigger if exists person_has_work on staff;
create trigger person_has_work before update of left_at, agency_id, role on staff for each row
  when ((new.left_at is not null and old.left_at is null) or new.agency_id <> old.agency_id or (app.handles_cases(old.role) and not app.handles_cases(new.role)))
  execute function app.check_leaving();

-- Everything at once: teams, seals, broken glass, open browsers, what was half written, and the approval of the body she leaves.
create or replace function app.lose_everything() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  m record;
  entry uuid;
  gone boolean := new.left_at is not null and old.left_at is null;
begin
  for m in select x.* from case_members x where x.office_id = new.office_id and x.staff_id = new.id and x.ended_at is null loop
    update case_members set ended_at = app.now(), end_reason = case when gone then 'LEFT' else 'MOVED' end where office_id = m.office_id and id = m.id;
    entry := gen_random_uuid();
    insert into events (id, office_id, case_id, type, at, actor_id, agency_id, layer, audience, domain, data)
    values (entry, m.office_id, m.case_id, 'case.member-left', app.now(), app.actor_id(), app.actor_agency(), 'PLAN', 'TEAM', 'GENERAL', jsonb_build_object('staffId', new.id));
    insert into audit_entries (id, office_id, at, staff_id, session_id, action, case_id, subject_id)
    values (gen_random_uuid(), m.office_id, app.now(), app.actor_id(), app.actor_session(), 'case.member-left', m.case_id, entry);
  end loop;
  update sealed_readers set ended_at = app.now() where office_id = new.office_id and staff_id = new.id and ended_at is null;
  update break_glasses set ended_at = app.now() where office_id = new.office_id and staff_id = new.id and ended_at is null and until > app.now();
  update sessions set ended_at = app.now(), end_reason = case when gone then 'LEFT' else 'MOVED' end where office_id = new.office_id and staff_id = new.id and ended_at is null;
  delete from drafts where office_id = new.office_id and staff_id = new.id;
  if gone or new.agency_id <> old.agency_id then
    update handling_approvals set revoked_at = app.now() where office_id = new.office_id and staff_id = new.id and revoked_at is null and valid_until > app.now();
  end if;
  if gone then
    update accounts set deactivated_at = coalesce(deactivated_at, app.now()), deactivated_why = 'LEFT' where office_id = new.office_id and staff_id = new.id;
    update access_changes set state = 'WITHDRAWN', decided_by_id = coalesce(app.actor_id(), asked_by_id), decided_at = app.now()
     where office_id = new.office_id and staff_id = new.id and state = 'ASKED';
  end if;
  return null;
end $$;
drop trigger if exists lose_everything on staff;
create trigger lose_everything after update of left_at, agency_id, role on staff for each row
  when ((new.left_at is not null and old.left_at is null) or new.agency_id <> old.agency_id or (app.handles_cases(old.role) and not app.handles_cases(new.role)))
  execute function app.lose_everything();

-- Asked and decided.
select app.ensure('access_changes', 'change_kind', $c$check (kind in ('ROLE', 'APPROVAL', 'RETURN', 'INVITATION') and state in ('ASKED', 'GRANTED', 'RETURNED', 'WITHDRAWN'))$c$);
select app.ensure('access_changes', 'change_not_own', 'check (asked_by_id <> staff_id)');
select app.ensure('access_changes', 'change_by_two', $c$check (
  (state = 'ASKED') = (decided_by_id is null) and (state = 'ASKED') = (decided_at is null)
  and (state not in ('GRANTED', 'RETURNED') or (decided_by_id <> asked_by_id and decided_by_id <> staff_id)))$c$);
select app.ensure('access_changes', 'change_complete', $c$check (
  (btrim(reason) <> '' or kind = 'APPROVAL') and (kind <> 'APPROVAL' or valid_until is not null) and (valid_until is null or btrim(coalesce(paper, '')) <> '')
  and (kind <> 'INVITATION' or (btrim(coalesce(name, '')) <> '' and btrim(coalesce(email::text, '')) <> '')))$c$);
create unique index if not exists access_change_one_waits on access_changes (office_id, staff_id, kind) where state = 'ASKED';
create unique index if not exists access_change_one_address on access_changes (email) where state = 'ASKED' and kind = 'INVITATION';
create index if not exists access_changes_waiting on access_changes (office_id, asked_at, id) where state = 'ASKED';

-- What she is today stands in the request as it is, whatever was sent.
create or replace function app.prepare_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  who record;
  body "AgencyKind" := (select a.kind from agencies a where a.office_id = new.office_id and a.id = new.agency_id and a.ended_at is null);
begin
  if body is null or not app.role_fits(new.role, body) then
    raise exception 'change_role_fits: no such role at this body' using errcode = '23514', constraint = 'change_role_fits';
  end if;
  select s.role, s.agency_id, s.left_at, c.deactivated_at, c.staff_id as account into who from staff s left join accounts c on c.office_id = s.office_id and c.staff_id = s.id where s.office_id = new.office_id and s.id = new.staff_id;
  -- A roster brings teachers without an account: they are invited as who they are.
  if (case when new.kind = 'INVITATION' then exists (select from accounts c where c.office_id = new.office_id and c.staff_id = new.staff_id) or who.left_at is not null or (who.agency_id is not null and who.agency_id <> new.agency_id)
          else who.account is null end) then raise exception 'change_of_somebody: it is about somebody who works here' using errcode = '23514', constraint = 'change_of_somebody'; end if;
  new.from_role := who.role;
  new.from_agency_id := who.agency_id;
  if new.kind = 'APPROVAL' and (new.role <> who.role or new.agency_id <> who.agency_id or who.left_at is not null)
     or new.kind = 'ROLE' and who.left_at is not null
     or new.kind = 'RETURN' and who.deactivated_at is null and who.left_at is null then
    raise exception 'change_of_somebody: it is about somebody who works here' using errcode = '23514', constraint = 'change_of_somebody';
  end if;
  return new;
end $$;
drop trigger if exists change_prepared on access_changes;
create trigger change_prepared before insert on access_changes for each row execute function app.prepare_change();

-- May I decide it? Not what I asked, not about me, nor as the same person under another name. Of an agency its lead, where
-- an administrator asked; of everybody the head of the centre; of the head of the centre another one, or the privacy officer.
create or replace function app.may_decide(of_change uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from app.self() me
    join access_changes c on c.office_id = me.office_id and c.id = of_change and c.state = 'ASKED'
    join staff asker on asker.office_id = c.office_id and asker.id = c.asked_by_id
    where (me.cleared or not me.inside)
      and not app.same_person(me.office_id, me.staff_id, c.asked_by_id) and not app.same_person(me.office_id, me.staff_id, c.staff_id)
      and (me.role = 'OFFICE_LEAD'
        or (me.role in ('SCHOOL_LEAD', 'PARTNER_LEAD') and c.agency_id = me.agency_id and asker.role = 'ADMIN')
        or (me.role = 'PRIVACY_OFFICER' and 'OFFICE_LEAD' in (c.role::text, c.from_role::text))))
$$;

-- Done in the moment it is decided. Whoever returns or moves comes as somebody new: what she had before does not come back.
create or replace function app.do_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform set_config('hanai.change', new.id::text, true);
  if new.kind = 'INVITATION' then
    insert into staff (id, office_id, agency_id, role, name, name_en, job_title)
    values (new.staff_id, new.office_id, new.agency_id, new.role, new.name, new.name_en, coalesce(new.job_title, ''))
    on conflict (office_id, id) do update set role = excluded.role, job_title = excluded.job_title, version = staff.version + 1;
    insert into accounts (office_id, staff_id, email, created_at) values (new.office_id, new.staff_id, new.email, app.now());
  elsif new.kind in ('ROLE', 'RETURN') then
    update staff set role = new.role, agency_id = new.agency_id, job_title = coalesce(new.job_title, job_title), left_at = null, leaving_on = null, version = version + 1
     where office_id = new.office_id and id = new.staff_id;
    if new.kind = 'RETURN' then update accounts set deactivated_at = null, deactivated_why = null where office_id = new.office_id and staff_id = new.staff_id; end if;
  end if;
  if new.valid_until is not null then
    insert into handling_approvals (id, office_id, staff_id, approved_by, valid_from, valid_until, paper)
    values (gen_random_uuid(), new.office_id, new.staff_id, new.decided_by_id, app.now(), new.valid_until, new.paper);
  end if;
  perform set_config('hanai.change', '', true);
  return null;
end $$;
drop trigger if exists change_done on access_changes;
create trigger change_done after update of state on access_changes for each row when (new.state = 'GRANTED' and old.state = 'ASKED') execute function app.do_change();

-- Decided once.
create or replace function app.check_change() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'change_decided: it was decided already' using errcode = '23514', constraint = 'change_decided';
end $$;
drop trigger if exists change_decided on access_changes;
create trigger change_decided before update on access_changes for each row when (old.state <> 'ASKED') execute function app.check_change();

grant select, insert, update (state, decided_by_id, decided_at, comment) on access_changes to hanai_app;
call app.policy('access_changes', 'see', $p$for select to hanai_app using (
  office_id = (select app.actor_office()) and (asked_by_id = (select app.actor_id())
    or (select app.actor_role()) in ('ADMIN', 'PRIVACY_OFFICER', 'OFFICE_LEAD')
    or ((select app.actor_role()) in ('SCHOOL_LEAD', 'PARTNER_LEAD') and (agency_id = (select app.actor_agency()) or from_agency_id = (select app.actor_agency())))))$p$);
call app.policy('access_changes', 'ask', $p$for insert to hanai_app with check (
  office_id = (select app.actor_office()) and asked_by_id = (select app.actor_id()) and state = 'ASKED'
  and ((select app.actor_role()) in ('ADMIN', 'OFFICE_LEAD')
    or ((select app.actor_role()) in ('SCHOOL_LEAD', 'PARTNER_LEAD') and agency_id = (select app.actor_agency()) and (from_agency_id is null or from_agency_id = (select app.actor_agency())))))$p$);
call app.policy('access_changes', 'decide', $p$for update to hanai_app using (app.may_decide(id))
  with check (decided_by_id = (select app.actor_id()) and state in ('GRANTED', 'RETURNED'))$p$);
call app.policy('access_changes', 'withdraw', $p$for update to hanai_app using (asked_by_id = (select app.actor_id()) and state = 'ASKED')
  with check (asked_by_id = (select app.actor_id()) and decided_by_id = (select app.actor_id()) and state = 'WITHDRAWN')$p$);

-- Whoever looks after people sees their accounts (never what opens them), approvals and trainings.
create or replace function app.people_emails() returns table (staff_id uuid, email text)
  language sql stable security definer rows 100 set search_path = pg_catalog, public as $$
  select c.staff_id, c.email::text from app.self() me join accounts c on c.office_id = me.office_id where c.staff_id in (select app.my_people())
$$;
grant select (created_at, deactivated_at, deactivated_why, last_sign_in_at) on accounts to hanai_app;
call app.policy('accounts', 'people', 'for select to hanai_app using (staff_id in (select app.my_people()))');
call app.policy('handling_approvals', 'people', 'for select to hanai_app using (staff_id in (select app.my_people()))');
call app.policy('security_trainings', 'people', 'for select to hanai_app using (staff_id in (select app.my_people()))');

-- Narrowed at once, by one: not her own.
create or replace function app.suspend_person(person uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public as $$
  with cut as (update accounts c set deactivated_at = app.now(), deactivated_why = 'SUSPENDED' from app.self() me
      where c.office_id = me.office_id and c.staff_id = person and app.in_my_charge(person) and c.deactivated_at is null returning c.office_id, c.staff_id),
    out as (update sessions n set ended_at = app.now(), end_reason = 'SUSPENDED' from cut where n.office_id = cut.office_id and n.staff_id = cut.staff_id and n.ended_at is null)
  select exists (select from cut)
$$;
-- Signed out wherever she is; she may sign in again.
create or replace function app.sign_person_out(person uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public as $$
  with out as (update sessions n set ended_at = app.now(), end_reason = 'ENDED_BY_ANOTHER' from app.self() me
      where n.office_id = me.office_id and n.staff_id = person and app.in_my_charge(person) and n.ended_at is null)
  select app.in_my_charge(person)
$$;
create or replace function app.end_person(person uuid, last_day date) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if not app.in_my_charge(person) then return false; end if;
  if last_day >= (app.now() at time zone 'Asia/Seoul')::date then
    update staff set leaving_on = last_day, version = version + 1 where office_id = me.office_id and id = person and left_at is null;
  else
    update staff set left_at = app.now(), leaving_on = null, version = version + 1 where office_id = me.office_id and id = person and left_at is null;
  end if;
  return found;
end $$;
create or replace function app.stay_person(person uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public as $$
  with kept as (update staff s set leaving_on = null, version = version + 1 from app.self() me
    where s.office_id = me.office_id and s.id = person and s.left_at is null and s.leaving_on is not null and app.in_my_charge(person) returning 1)
  select exists (select from kept)
$$;
create or replace function app.end_approval(person uuid) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public as $$
  with ended as (update handling_approvals h set revoked_at = app.now() from app.self() me
    where h.office_id = me.office_id and h.staff_id = person and h.revoked_at is null and h.valid_until > app.now() and app.in_my_charge(person) returning 1)
  select exists (select from ended)
$$;
-- A training that was done, for a year from its day; never one's own.
create or replace function app.train_people(people uuid[], done date) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  me app.person := app.self();
  n int;
begin
  insert into security_trainings (id, office_id, staff_id, completed_at, valid_until)
  select gen_random_uuid(), s.office_id, s.id, d.at, d.at + interval '1 year'
  from staff s, (select done::timestamp at time zone 'Asia/Seoul' as at) d
  where s.office_id = me.office_id and s.id = any(people) and s.left_at is null and app.in_my_charge(s.id)
    and d.at <= app.now() and d.at + interval '1 year' > app.now()
    and not exists (select from security_trainings t where t.office_id = s.office_id and t.staff_id = s.id and t.completed_at >= d.at);
  get diagnostics n = row_count;
  return n;
end $$;
-- Who is away from a day to a day, and who of her body stands in for her: said by herself or by whoever looks after her. It
-- gives the deputy no right to see: only what she may see anyway stands in her list too.
select app.ensure('staff', 'absence_has_deputy', 'check (leave_from is null or (leave_until is not null and leave_until > leave_from and deputy_id is not null and deputy_id <> id))');
create or replace function app.set_absence(person uuid, away timestamptz, back timestamptz, deputy uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if me.staff_id is null or not (person = me.staff_id or app.in_my_charge(person)) then return false; end if;
  update staff s set leave_from = away, leave_until = back, deputy_id = deputy, version = s.version + 1
   where s.office_id = me.office_id and s.id = person and s.left_at is null
     and (deputy is null or exists (select from staff d join accounts c on c.office_id = d.office_id and c.staff_id = d.id and c.deactivated_at is null
       where d.office_id = s.office_id and d.id = deputy and d.agency_id = s.agency_id and d.left_at is null and app.handles_cases(d.role)));
  return found;
end $$;
-- Is there an account with this address, of whatever office? For whoever is about to invite.
create or replace function app.address_taken(address text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select (select me.role from app.self() me) in ('ADMIN', 'OFFICE_LEAD', 'SCHOOL_LEAD', 'PARTNER_LEAD')
    and exists (select from accounts c where c.email = address::citext)
$$;

-- What changed somebody's rights, whoever wrote it.
create or replace function app.put_down_rights() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
  becomes jsonb := to_jsonb(new);
  whose uuid := (case when tg_table_name = 'staff' then becomes ->> 'id' else becomes ->> 'staff_id' end)::uuid;
  office uuid := (becomes ->> 'office_id')::uuid;
  body uuid := (select s.agency_id from staff s where s.office_id = office and s.id = whose);
  day text;
begin
  if not exists (select from accounts c where c.office_id = office and c.staff_id = whose) then return null; end if;
  if tg_table_name = 'staff' then
    if was ->> 'role' <> becomes ->> 'role' then perform sealed.put_right(office, whose, body, 'ROLE', was ->> 'role', becomes ->> 'role'); end if;
    if was ->> 'agency_id' <> becomes ->> 'agency_id' then perform sealed.put_right(office, whose, body, 'AGENCY', was ->> 'agency_id', becomes ->> 'agency_id'); end if;
    if was ->> 'left_at' is null and becomes ->> 'left_at' is not null then perform sealed.put_right(office, whose, body, 'LEFT', null, null); end if;
    if was ->> 'left_at' is not null and becomes ->> 'left_at' is null then perform sealed.put_right(office, whose, body, 'RETURNED', null, becomes ->> 'role'); end if;
  elsif tg_table_name = 'accounts' then
    if tg_op = 'INSERT' then perform sealed.put_right(office, whose, body, 'JOINED', null, (select s.role::text from staff s where s.office_id = office and s.id = whose));
    elsif was ->> 'deactivated_at' is null and becomes ->> 'deactivated_at' is not null and becomes ->> 'deactivated_why' is distinct from 'LEFT' then
      perform sealed.put_right(office, whose, body, 'SUSPENDED', null, becomes ->> 'deactivated_why');
    elsif was ->> 'deactivated_at' is not null and becomes ->> 'deactivated_at' is null and was ->> 'deactivated_why' is distinct from 'LEFT' then
      perform sealed.put_right(office, whose, body, 'RETURNED', was ->> 'deactivated_why', null);
    end if;
  elsif tg_table_name = 'handling_approvals' then
    day := to_char((becomes ->> 'valid_until')::timestamptz at time zone 'Asia/Seoul', 'YYYY-MM-DD');
    if tg_op = 'UPDATE' and was ->> 'revoked_at' is null and becomes ->> 'revoked_at' is not null then perform sealed.put_right(office, whose, body, 'APPROVAL_ENDED', day, null);
    elsif tg_op = 'INSERT' or was ->> 'valid_until' <> becomes ->> 'valid_until' or (was ->> 'revoked_at' is not null and becomes ->> 'revoked_at' is null) then
      perform sealed.put_right(office, whose, body, 'APPROVAL', null, day);
    end if;
  elsif tg_op = 'INSERT' or was ->> 'valid_until' <> becomes ->> 'valid_until' then
    perform sealed.put_right(office, whose, body, 'TRAINING', null, to_char((becomes ->> 'valid_until')::timestamptz at time zone 'Asia/Seoul', 'YYYY-MM-DD'));
  end if;
  return null;
end $$;
create or replace function sealed.put_right(office uuid, whose uuid, body uuid, what text, before text, after text) returns void
  language sql volatile set search_path = pg_catalog, public as $$
  insert into rights_entries (id, office_id, at, staff_id, agency_id, what, before, after, by_id, change_id)
  -- Whoever sets up a world holds the database: she may say that it was so before.
  values (gen_random_uuid(), office, coalesce(case when session_user not in ('hanai_app', 'hanai_auth', 'hanai_jobs') then nullif(current_setting('hanai.rights_at', true), '')::timestamptz end, app.now()), whose, body, what, before, after, app.actor_id(), nullif(current_setting('hanai.change', true), '')::uuid)
$$;
do $$
declare t text;
begin
  foreach t in array array['staff', 'accounts', 'handling_approvals', 'security_trainings'] loop
    execute format('drop trigger if exists rights_put_down on %I', t);
    execute format('create trigger rights_put_down after %s on %I for each row execute function app.put_down_rights()', case t
      when 'staff' then 'update of role, agency_id, left_at' when 'accounts' then 'insert or update of deactivated_at' else 'insert or update' end, t);
  end loop;
end $$;
drop trigger if exists audit_stays on rights_entries;
create trigger audit_stays before update or delete or truncate on rights_entries for each statement execute function app.refuse_change();
drop trigger if exists audit_stays on rights_attestations;
create trigger audit_stays before update or delete or truncate on rights_attestations for each statement execute function app.refuse_change();
grant select on rights_entries to hanai_app;
call app.policy('rights_entries', 'see', $p$for select to hanai_app using (office_id = (select app.actor_office()) and staff_id in (select app.my_people()))$p$);

-- The privacy officer goes through an agency's people once a quarter, and says so.
grant select, insert on rights_attestations to hanai_app;
call app.policy('rights_attestations', 'see', $p$for select to hanai_app using (office_id = (select app.actor_office())
  and ((select app.actor_role()) in ('PRIVACY_OFFICER', 'ADMIN', 'OFFICE_LEAD') or ((select app.actor_role()) in ('SCHOOL_LEAD', 'PARTNER_LEAD') and agency_id = (select app.actor_agency()))))$p$);
call app.policy('rights_attestations', 'attest', $p$for insert to hanai_app with check (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER' and by_id = (select app.actor_id()))$p$);

-- By the clock, for the jobs alone. Each warning once.
create or replace function app.warn_lapses(most int) returns table (office_id uuid, staff_id uuid, agency_id uuid, stage int)
  language sql volatile security definer rows 100 set search_path = pg_catalog, public as $$
  with ends as (
    select s.office_id, s.id, s.agency_id, x.kind, x.until,
      case when x.until <= app.now() then 0 when x.until <= app.now() + interval '7 days' then 7 else 30 end as stage
    from staff s
    join accounts c on c.office_id = s.office_id and c.staff_id = s.id and c.deactivated_at is null
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id and app.inside_circle(a.kind, a.is_entrusted)
    cross join lateral (
      select 'APPROVAL' as kind, max(h.valid_until) as until from handling_approvals h where h.office_id = s.office_id and h.staff_id = s.id and h.revoked_at is null
      union all select 'TRAINING', max(t.valid_until) from security_trainings t where t.office_id = s.office_id and t.staff_id = s.id) x
    where s.left_at is null and x.until between app.now() - interval '30 days' and app.now() + interval '30 days'),
  said as (
    insert into access_warnings (office_id, staff_id, kind, until, stage, at)
    select e.office_id, e.id, e.kind, e.until, e.stage, app.now() from ends e
    where not exists (select from access_warnings w where w.office_id = e.office_id and w.staff_id = e.id and w.kind = e.kind and w.until = e.until and w.stage <= e.stage)
    order by e.until limit most
    on conflict do nothing returning access_warnings.office_id, access_warnings.staff_id, access_warnings.stage)
  select d.office_id, d.staff_id, s.agency_id, min(d.stage) from said d join staff s on s.office_id = d.office_id and s.id = d.staff_id group by 1, 2, 3
$$;

-- Since when nobody has used the account.
create or replace function sealed.unused_since(office uuid, person uuid) returns timestamptz
  language sql stable set search_path = pg_catalog, public as $$
  select greatest(c.created_at, c.last_sign_in_at, (select max(r.at) from rights_entries r where r.office_id = office and r.staff_id = person and r.what = 'RETURNED'))
  from accounts c where c.office_id = office and c.staff_id = person
$$;
-- Fourteen days before, a warning; then the account is suspended. `leads`: something of hers now waits for nobody.
create or replace function app.sweep_dormant(most int) returns table (office_id uuid, staff_id uuid, agency_id uuid, suspended boolean, leads boolean)
  language sql volatile security definer rows 100 set search_path = pg_catalog, public as $$
  with unused as materialized (
    select s.office_id, s.id, s.agency_id, u.since, u.since + make_interval(days => o.dormant_days) as ends
    from accounts c
    join staff s on s.office_id = c.office_id and s.id = c.staff_id and s.left_at is null
    join offices o on o.id = c.office_id
    cross join lateral (select sealed.unused_since(c.office_id, c.staff_id) as since) u
    where c.deactivated_at is null and u.since < app.now() - make_interval(days => greatest(o.dormant_days - 14, 0))
      and (u.since + make_interval(days => o.dormant_days) <= app.now() or not exists (select from access_warnings w
        where w.office_id = c.office_id and w.staff_id = c.staff_id and w.kind = 'DORMANT' and w.until = (u.since + make_interval(days => o.dormant_days))::timestamptz(3)))
    order by u.since limit most),
  cut as (
    update accounts c set deactivated_at = app.now(), deactivated_why = 'DORMANT' from unused u
    where u.ends <= app.now() and c.office_id = u.office_id and c.staff_id = u.id returning c.office_id, c.staff_id),
  audited as (insert into audit_entries (id, office_id, at, action, subject_id) select gen_random_uuid(), cut.office_id, app.now(), 'account.suspended', cut.staff_id from cut),
  out as (update sessions n set ended_at = app.now(), end_reason = 'DORMANT' from cut where n.office_id = cut.office_id and n.staff_id = cut.staff_id and n.ended_at is null),
  warned as (
    insert into access_warnings (office_id, staff_id, kind, until, stage, at)
    select u.office_id, u.id, 'DORMANT', u.ends, 14, app.now() from unused u where u.ends > app.now() on conflict do nothing returning access_warnings.office_id, access_warnings.staff_id)
  select u.office_id, u.id, u.agency_id, cut.staff_id is not null, exists (select from sealed.work_of(u.office_id, u.id) w where w.n > 0)
  from unused u
  left join cut on cut.office_id = u.office_id and cut.staff_id = u.id
  left join warned w on w.office_id = u.office_id and w.staff_id = u.id
  where cut.staff_id is not null or w.staff_id is not null
$$;

-- Whose last day is over. Where work of hers is still open, she is cut off all the same, and it shows as nobody's.
create or replace function app.end_leavers(most int) returns table (office_id uuid, staff_id uuid, agency_id uuid, ended boolean)
  language plpgsql volatile security definer rows 20 set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare one record;
begin
  for one in select s.office_id, s.id, s.agency_id, exists (select from sealed.work_of(s.office_id, s.id) w where w.n > 0) as busy from staff s
             where s.left_at is null and s.leaving_on < (app.now() at time zone 'Asia/Seoul')::date
               and not exists (select from accounts c where c.office_id = s.office_id and c.staff_id = s.id and c.deactivated_why = 'LEAVING')
             order by s.leaving_on limit most for update of s skip locked loop
    if one.busy then
      update accounts set deactivated_at = coalesce(deactivated_at, app.now()), deactivated_why = 'LEAVING' where accounts.office_id = one.office_id and accounts.staff_id = one.id;
      update sessions set ended_at = app.now(), end_reason = 'LEFT' where sessions.office_id = one.office_id and sessions.staff_id = one.id and ended_at is null;
    else
      update staff set left_at = app.now(), leaving_on = null, version = version + 1 where staff.office_id = one.office_id and staff.id = one.id;
    end if;
    insert into audit_entries (id, office_id, at, action, subject_id)
    values (gen_random_uuid(), one.office_id, app.now(), case when one.busy then 'account.suspended' else 'account.ended' end, one.id);
    return query select one.office_id, one.id, one.agency_id, not one.busy;
  end loop;
end $$;

-- Of these, whoever has open work: for the roster, which moves nobody away from it.
create or replace function app.busy_people(people uuid[]) returns setof uuid
  language sql stable security definer rows 10 set search_path = pg_catalog, public as $$
  select p.id from app.self() me, unnest(people) p(id) where me.office_scope is not null and exists (select from sealed.work_of(me.office_id, p.id) w where w.n > 0)
$$;
-- Teachers a roster no longer names. Whoever has open work is cut off, and stays until it is handed over; the others have left.
create or replace function app.end_by_roster(people uuid[]) returns setof uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  me app.person := app.self();
  busy uuid[];
begin
  if me.office_scope is null then return; end if;
  select coalesce(array_agg(s.id), '{}') into busy from staff s
   where s.office_id = me.office_id and s.id = any(people) and s.role = 'TEACHER' and s.left_at is null and exists (select from sealed.work_of(s.office_id, s.id) w where w.n > 0);
  update accounts set deactivated_at = coalesce(deactivated_at, app.now()), deactivated_why = 'LEAVING' where office_id = me.office_id and staff_id = any(busy);
  update sessions set ended_at = app.now(), end_reason = 'LEFT' where office_id = me.office_id and staff_id = any(busy) and ended_at is null;
  update staff set left_at = app.now(), version = version + 1 where office_id = me.office_id and id = any(people) and role = 'TEACHER' and left_at is null and id <> all(busy);
  return query select unnest(busy);
end $$;

do $$
declare f text;
begin
  foreach f in array array['my_people()', 'people_emails()', 'set_absence(uuid, timestamptz, timestamptz, uuid)', 'in_my_charge(uuid)', 'may_decide(uuid)', 'work_of(uuid)', 'suspend_person(uuid)', 'sign_person_out(uuid)', 'end_person(uuid, date)', 'stay_person(uuid)', 'end_approval(uuid)',
      'train_people(uuid[], date)', 'address_taken(text)', 'role_fits(public."Role", public."AgencyKind")', 'handles_cases(public."Role")', 'end_by_roster(uuid[])', 'busy_people(uuid[])', 'referral_conflict(uuid, uuid)'] loop
    execute format('revoke execute on function app.%s from public', f);
    execute format('grant execute on function app.%s to hanai_app', f);
  end loop;
  foreach f in array array['warn_lapses(int)', 'sweep_dormant(int)', 'end_leavers(int)'] loop
    execute format('revoke execute on function app.%s from public', f);
    execute format('revoke execute on function app.%s from hanai_app, hanai_auth', f);
    execute format('grant execute on function app.%s to hanai_jobs', f);
  end loop;
  revoke execute on function app.same_person(uuid, uuid, uuid), app.check_leaving(), app.lose_everything(), app.prepare_change(), app.do_change(), app.check_change(), app.put_down_rights() from public, hanai_app, hanai_auth, hanai_jobs;
end $$;
-- The triggers' own conditions are asked as whoever writes.
grant execute on function app.handles_cases(public."Role") to hanai_app, hanai_auth, hanai_jobs;
