-- What shows that somebody agreed or refused (T24): whoever writes an answer down cannot write it down without it, for
-- another day than it was given on, or for a guardian nobody made sure of. An electronic answer comes from the family's own
-- hand, through its link (350-consent-forms.sql), and from nowhere else. That somebody agrees to less needs none of it: it
-- closes.
select app.ensure('consents', 'consent_hash', $c$check (evidence_hash is null or octet_length(evidence_hash) = 32)$c$);
select app.ensure('consents', 'consent_witness_is_another', $c$check (witness_id is null or witness_id <> recorded_by_id)$c$);
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
  elsif new.evidence_hash is null then problem := 'nothing shows it';
  elsif new.evidence_kind not in ('PAPER', 'VERBAL') then problem := 'an electronic answer comes through a link';
  elsif new.evidence_kind = 'VERBAL' and new.witness_id is null then problem := 'nobody heard it beside the recorder';
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
