-- What shows that somebody agreed or refused (T24): whoever writes an answer down cannot write it down without it, for
-- another day than it was given on, or for a guardian nobody made sure of. An electronic answer comes from the family's own
-- hand, through its link (350-consent-forms.sql), and from nowhere else. That somebody agrees to less needs none of it: it
-- closes.

-- The children whose consents I write down.
create or replace function app.consent_students() returns setof uuid language sql stable rows 100
  set search_path = pg_catalog, public as $$
  select s.id from students s where s.school_id = (select app.school_scope())
  union select c.student_id from cases c where c.id = any(array(select app.member_cases()))
$$;
revoke all on function app.consent_students() from public;
grant execute on function app.consent_students() to hanai_app;

-- Where the paper is kept, who heard what when, and the paper itself: a recipient sees that there is an answer, and none
-- of this. Differently visible facts are different rows.
select app.ensure('consent_evidence', 'consent_hash', $c$check (hash is null or octet_length(hash) = 32)$c$);
select app.ensure('consent_evidence', 'consent_shown_by', $c$check (btrim(body) <> '' or paper_id is not null)$c$);
grant select, insert, update (paper_id) on consent_evidence to hanai_app;
call app.policy('consent_evidence', 'see', $p$for select to hanai_app using (
  office_id = (select app.office_scope()) or ((select app.actor_cleared()) and student_id = any(array(select app.consent_students()))))$p$);
-- Beside an answer that one wrote down oneself; what somebody else heard was heard by somebody else.
call app.policy('consent_evidence', 'record', $p$for insert to hanai_app with check (
  exists (select from consents k where k.office_id = consent_evidence.office_id and k.id = consent_evidence.consent_id and k.student_id = consent_evidence.student_id
    and k.recorded_by_id = (select app.actor_id()) and (consent_evidence.witness_id is null or consent_evidence.witness_id <> k.recorded_by_id))
  and (paper_id is null or exists (select from documents d where d.office_id = consent_evidence.office_id and d.id = paper_id and d.student_id = consent_evidence.student_id and d.case_id is null)))$p$);
call app.policy('consent_evidence', 'add_paper', $p$for update to hanai_app using (
  office_id = (select app.office_scope()) or ((select app.actor_cleared()) and student_id = any(array(select app.consent_students()))))
  with check (exists (select from documents d where d.office_id = consent_evidence.office_id and d.id = paper_id and d.student_id = consent_evidence.student_id and d.case_id is null))$p$);
call app.policy('consent_evidence', 'not_conflicted', 'as restrictive to hanai_app using (student_id not in (select app.conflicted_students()))');

-- A paper that was put there stays; one that the scanner refused may be replaced.
create or replace function app.check_paper_stays() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if old.paper_id is not null and new.paper_id is distinct from old.paper_id
      and not exists (select from documents d where d.office_id = old.office_id and d.id = old.paper_id and d.state = 'REFUSED') then
    raise exception 'sharing_end_stays: a paper stays' using errcode = '23514', constraint = 'sharing_end_stays';
  end if;
  return new;
end $$;
drop trigger if exists paper_stays on consent_evidence;
create trigger paper_stays before update on consent_evidence for each row execute function app.check_paper_stays();

select app.ensure('consents', 'consent_confirmed', $c$check ((confirmed_at is null) = (confirmed_by_id is null) and (confirmed_at is null) = (confirmed_how is null))$c$);

create or replace function app.check_consent_shown() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  me app.person := app.self();
  problem text;
begin
  if me.staff_id is null or new.state not in ('GRANTED', 'REFUSED') then return new; end if;
  if new.narrows_id is not null then
    perform from consents w where w.office_id = new.office_id and w.id = new.narrows_id and w.student_id = new.student_id and w.subject = new.subject
      and w.guardian_id is not distinct from new.guardian_id and w.recipient_id = new.recipient_id and w.state = 'GRANTED' and w.withdrawn_at is null
      and new.items <@ w.items and (w.sensitive or not new.sensitive) and new.valid_until <= w.valid_until;
    if found then return new; end if;
    problem := 'it is not narrower';
  elsif new.evidence_kind not in ('PAPER', 'VERBAL') then problem := 'an electronic answer comes through a link';
  elsif new.valid_from < new.recorded_at - (case new.evidence_kind when 'PAPER' then interval '31 days' else interval '5 minutes' end) then problem := 'it is dated back';
  elsif abs(extract(epoch from new.recorded_at - app.now())) > 300
      and not exists (select from sessions n where n.office_id = me.office_id and n.id = me.session_id and n.method = 'SEED') then problem := 'it is written down at another time than said';
  elsif new.subject = 'GUARDIAN' and new.state = 'GRANTED' and new.verified_how is null and exists (
      select from students s where s.office_id = new.office_id and s.id = new.student_id
        and (s.birth_date is null or s.birth_date + interval '14 years' > (app.now() at time zone 'Asia/Seoul'))) then problem := 'nobody made sure of the guardian';
  end if;
  if problem is not null then raise exception 'consent_shown: %', problem using errcode = '23514', constraint = 'consent_shown'; end if;
  return new;
end $$;
drop trigger if exists consent_shown on consents;
create trigger consent_shown before insert on consents for each row execute function app.check_consent_shown();

-- By the end of the same transaction: what shows it. Who agreed on paper is believed when the paper is there; to say no, or
-- to agree to less, closes and needs none.
create or replace function app.check_consent_evidence() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  e consent_evidence;
  problem text;
begin
  if (app.self()).staff_id is null or new.state = 'ASKED' then return null; end if;
  select * into e from consent_evidence x where x.office_id = new.office_id and x.consent_id = new.id;
  if e.consent_id is null or (new.state in ('GRANTED', 'REFUSED') and e.hash is null) then problem := 'nothing shows it';
  elsif new.narrows_id is not null then return null;
  elsif new.evidence_kind = 'VERBAL' and new.state in ('GRANTED', 'REFUSED') and e.witness_id is null then problem := 'nobody heard it beside the recorder';
  elsif new.evidence_kind = 'PAPER' and new.state = 'GRANTED' and e.paper_id is null then problem := 'its paper is missing';
  end if;
  if problem is not null then raise exception 'consent_shown: %', problem using errcode = '23514', constraint = 'consent_shown'; end if;
  return null;
end $$;
drop trigger if exists consent_evidenced on consents;
create constraint trigger consent_evidenced after insert on consents deferrable initially deferred for each row execute function app.check_consent_evidence();
