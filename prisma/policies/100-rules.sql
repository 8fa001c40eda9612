-- The rules of the words and states that hold at every moment, whoever writes.
-- A refusal's message begins with its constraint's name, because Prisma hands on the message alone (lib/core/passing.ts).

-- 1. Somebody is in charge, something is next, it has a time, and one party's turn it is.
select app.ensure('cases', 'case_open_has_turn', $c$check (
  closed_at is not null or (
    lead_id is not null and lead_agency_id is not null
    and next_action is not null and btrim(next_action) <> '' and due_at is not null
    and case waiting_on
          when 'STAFF' then waiting_staff_id is not null and waiting_agency_id is null
          when 'AGENCY' then waiting_agency_id is not null and waiting_staff_id is null
          when 'FAMILY' then waiting_staff_id is null and waiting_agency_id is null
          else false end))$c$);
select app.ensure('referrals', 'referral_open_has_turn', $c$check (
  state not in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON')
  or (responsible_agency_id is not null and next_action is not null and due_at is not null))$c$);
-- Part of a case is only what has been decided: closing the case leaves no referral of it open.
select app.ensure('referrals', 'referral_attached_is_decided', $c$check (
  attached_case_id is null or state not in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON'))$c$);
select app.ensure('referrals', 'referral_names_child', $c$check (student_id is not null or (kind = 'NOTICE' and described_child is not null))$c$);
select app.ensure('interventions', 'intervention_open_has_due', $c$check (
  state not in ('PROPOSED', 'ACCEPTED', 'ACTIVE') or due_at is not null)$c$);
select app.ensure('interventions', 'intervention_paused_wakes', $c$check (state <> 'PAUSED' or wakes_on is not null)$c$);
select app.ensure('interventions', 'intervention_dates', $c$check (ends_on is null or ends_on >= starts_on)$c$);
select app.ensure('interventions', 'intervention_end_says_why', $c$check (
  (state <> 'DECLINED' or decline_code is not null)
  and (state <> 'COMPLETED' or result is not null)
  and (state <> 'DISCONTINUED' or end_reason is not null))$c$);
select app.ensure('goal_ratings', 'rating_between', 'check (rating between -2 and 2)');
select app.ensure('goals', 'goal_five_steps', 'check (cardinality(steps) = 5)');
select app.ensure('consents', 'consent_period', 'check (valid_until > valid_from)');
select app.ensure('consents', 'consent_guardian_named', $c$check (subject <> 'GUARDIAN' or state = 'UNABLE' or guardian_id is not null)$c$);
select app.ensure('lawful_bases', 'basis_period', 'check (valid_until > valid_from)');
select app.ensure('lawful_bases', 'basis_reason', $c$check (btrim(reason) <> '')$c$);
-- The layer of abuse reports and verbatim counselling needs tables and keys of its own; here it is refused.
select app.ensure('events', 'event_not_sealed', $c$check (layer <> 'SEALED')$c$);
select app.ensure('notes', 'note_not_sealed', $c$check (layer <> 'SEALED')$c$);
-- Lowering an EMERGENCY needs a second person, who is not the first.
select app.ensure('case_levels', 'level_second_is_another', 'check (second_id is null or second_id <> by_id)');

create unique index if not exists case_one_lead on case_members (office_id, case_id) where relation = 'LEAD' and ended_at is null;
create unique index if not exists case_member_once on case_members (office_id, case_id, staff_id) where ended_at is null;
create unique index if not exists case_one_open_per_student on cases (office_id, student_id) where closed_at is null;
create index if not exists cases_open_by_due on cases (office_id, due_at, id) where closed_at is null;
create index if not exists cases_open_by_school on cases (office_id, school_id, due_at, id) where closed_at is null;
create index if not exists cases_open_by_lead on cases (office_id, lead_id, due_at, id) where closed_at is null;
create index if not exists referrals_open_by_due on referrals (office_id, responsible_agency_id, due_at, id)
  where state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON');
create unique index if not exists referral_one_open_per_student on referrals (office_id, student_id)
  where kind = 'REQUEST' and state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON');
create index if not exists interventions_open_by_due on interventions (office_id, due_at, id)
  where state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED');
create index if not exists students_by_initials on students (office_id, initials text_pattern_ops);
create index if not exists consents_answered_by_recipient on consents (office_id, recipient_id, student_id) where state in ('GRANTED', 'REFUSED');
drop index if exists consents_by_recipient;
create index if not exists bases_by_recipient on lawful_bases (office_id, recipient_id) where ended_at is null;

-- An open case has exactly one lead member, and it is the one the case names. Looked at when the transaction ends.
create or replace function app.check_case_lead() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  office uuid := coalesce(new.office_id, old.office_id);
  id_of uuid := case tg_table_name when 'cases' then (to_jsonb(coalesce(new, old)) ->> 'id')::uuid
                     else (to_jsonb(coalesce(new, old)) ->> 'case_id')::uuid end;
begin
  perform from cases c where c.office_id = office and c.id = id_of and c.closed_at is null
    and not exists (select from case_members m where m.office_id = office and m.case_id = id_of
                    and m.relation = 'LEAD' and m.ended_at is null and m.staff_id = c.lead_id and m.agency_id = c.lead_agency_id);
  if found then raise exception 'case_has_lead: an open case has exactly one lead' using errcode = '23514', constraint = 'case_has_lead'; end if;
  return null;
end $$;
drop trigger if exists case_has_lead on cases;
create constraint trigger case_has_lead after insert or update on cases deferrable initially deferred
  for each row execute function app.check_case_lead();
drop trigger if exists case_has_lead on case_members;
create constraint trigger case_has_lead after insert or update on case_members deferrable initially deferred
  for each row execute function app.check_case_lead();

-- 2. A case closes only when nothing of it is open, and nothing opens under a closed case.
create or replace function app.check_case_closing() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.closed_at is not null and old.closed_at is null then
    perform from interventions i where i.office_id = new.office_id and i.case_id = new.id
      and i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED');
    if found then raise exception 'case_nothing_open: something of this case is still open' using errcode = '23514', constraint = 'case_nothing_open'; end if;
    perform from level_proposals p where p.office_id = new.office_id and p.case_id = new.id and p.settled_at is null;
    if found then raise exception 'case_no_proposal_waits: a proposal waits for its second person' using errcode = '23514', constraint = 'case_no_proposal_waits'; end if;
    -- To close is to look away altogether: nobody ends an emergency so by herself. It is lowered first, by two.
    if new.level = 'EMERGENCY' then raise exception 'case_emergency_stays: an emergency is lowered before it is closed' using errcode = '23514', constraint = 'case_emergency_stays'; end if;
  end if;
  return new;
end $$;
drop trigger if exists case_nothing_open on cases;
create trigger case_nothing_open before update on cases for each row execute function app.check_case_closing();

create or replace function app.check_case_is_open() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  -- The lock makes a closing at the same moment wait, and see this row. Not a shared one: the event of the same deed
  -- touches the case too, and two who first shared it would then wait for each other.
  perform from cases c where c.office_id = new.office_id and c.id = new.case_id and c.closed_at is null for no key update;
  if not found then raise exception 'case_is_open: the case is closed' using errcode = '23514', constraint = 'case_is_open'; end if;
  return new;
end $$;
drop trigger if exists case_is_open on interventions;
create trigger case_is_open before insert or update on interventions for each row
  when (new.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED')) execute function app.check_case_is_open();
drop trigger if exists case_is_open on case_members;
create trigger case_is_open before insert on case_members for each row execute function app.check_case_is_open();
drop trigger if exists case_is_open on goals;
create trigger case_is_open before insert on goals for each row execute function app.check_case_is_open();
drop trigger if exists case_is_open on case_levels;
create trigger case_is_open before insert on case_levels for each row execute function app.check_case_is_open();
drop trigger if exists case_is_open on level_proposals;
create trigger case_is_open before insert on level_proposals for each row execute function app.check_case_is_open();

-- A membership that has ended stays ended: who comes back gets a new one, with its own reason and day.
create or replace function app.check_membership_end() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'case_member_ended: an ended membership does not change' using errcode = '23514', constraint = 'case_member_ended';
end $$;
drop trigger if exists case_member_ended on case_members;
create trigger case_member_ended before update on case_members for each row
  when (old.ended_at is not null) execute function app.check_membership_end();

-- 6. Lowering an EMERGENCY needs a second person, and happens in the moment she agrees: in her transaction, with a decision
-- that names both. An agreement of earlier days lowers nothing.
create or replace function app.check_level_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.closed_at is not null and new.level <> old.level then
    raise exception 'case_is_open: the case is closed' using errcode = '23514', constraint = 'case_is_open';
  end if;
  if old.level = 'EMERGENCY' and new.level <> 'EMERGENCY' then
    perform from level_proposals p
      join case_levels l on l.office_id = p.office_id and l.case_id = p.case_id and l.by_id = p.by_id
        and l.second_id = p.settled_by_id and l.decided = p.wanted and l.xmin = pg_current_xact_id()::xid
      where p.office_id = new.office_id and p.case_id = new.id and p.outcome = 'AGREED' and p.wanted = new.level
        and p.xmin = pg_current_xact_id()::xid;
    if not found then raise exception 'level_second_person: lowering an emergency needs a second person' using errcode = '23514', constraint = 'level_second_person'; end if;
  end if;
  return new;
end $$;
drop trigger if exists level_second_person on cases;
create trigger level_second_person before update of level on cases for each row execute function app.check_level_change();

-- What happened to a referral, and the second voices that joined it, belong to the case that grows out of it.
create or replace function app.carry_referral_events() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update events set case_id = new.attached_case_id
   where office_id = new.office_id and referral_id = new.id and case_id is null;
  update referrals set attached_case_id = new.attached_case_id
   where office_id = new.office_id and duplicate_of_id = new.id and attached_case_id is null;
  return null;
end $$;
drop trigger if exists carry_referral_events on referrals;
create trigger carry_referral_events after update of attached_case_id on referrals for each row
  when (new.attached_case_id is not null) execute function app.carry_referral_events();

-- A second voice may say that it is more urgent than the first one thought.
create or replace function app.raise_joined_referral() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update referrals r set urgency = least(r.urgency, new.urgency), version = r.version + 1,
         due_at = case when new.urgency < r.urgency then least(r.due_at, new.submitted_at + case new.urgency when 'NOW' then interval '2 hours' else interval '9 hours' end)
                       else r.due_at end
   where r.office_id = new.office_id and r.id = new.duplicate_of_id;
  return null;
end $$;
drop trigger if exists raise_joined_referral on referrals;
create trigger raise_joined_referral after insert on referrals for each row
  when (new.duplicate_of_id is not null) execute function app.raise_joined_referral();

-- Nobody takes back what another's concern has joined: that one would be heard by nobody.
create or replace function app.check_referral_withdrawal() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform from referrals d where d.office_id = new.office_id and d.duplicate_of_id = new.id and d.applicant_id <> new.applicant_id;
  if found then raise exception 'referral_has_joined: another concern joined this referral' using errcode = '23514', constraint = 'referral_has_joined'; end if;
  return new;
end $$;
drop trigger if exists referral_has_joined on referrals;
create trigger referral_has_joined before update of state on referrals for each row
  when (new.state = 'WITHDRAWN' and old.state <> 'WITHDRAWN') execute function app.check_referral_withdrawal();

create index if not exists referrals_open_by_urgency on referrals (office_id, urgency, due_at, id)
  where state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON');
create index if not exists referrals_joined on referrals (office_id, duplicate_of_id) where duplicate_of_id is not null;
create index if not exists referrals_by_time on referrals (office_id, submitted_at desc, id desc);

-- Everybody who looks on learns of a new entry: identifiers only, the rest each reader asks for under her own rights.
create or replace function app.announce_event() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('hanai', json_build_object('office', new.office_id, 'case', new.case_id, 'referral', new.referral_id, 'event', new.id)::text);
  if new.case_id is not null then
    update cases set last_event_at = greatest(last_event_at, new.at) where office_id = new.office_id and id = new.case_id;
  end if;
  return null;
end $$;
drop trigger if exists announce_event on events;
create trigger announce_event after insert on events for each row execute function app.announce_event();
