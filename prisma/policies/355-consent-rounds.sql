-- 학기초 일괄 동의: whoever counsels at a school or leads it asks a whole class, though she works with few of its children.
-- She sees those forms and what was answered to them, and of the same children nothing else.

-- The school whose classes this person asks.
create or replace function app.round_scope() returns uuid language sql stable as $$
  select case when (app.self()).role in ('COUNSELOR', 'SCHOOL_LEAD') then (app.self()).roster_scope end
$$;
-- The forms of its rounds. Asked by a function: the rules of the forms ask it themselves.
create or replace function app.round_forms() returns setof uuid
  language sql stable security definer rows 200 set search_path = pg_catalog, public as $$
  select f.id from app.self() me join consent_rounds r on r.office_id = me.office_id and r.school_id = app.round_scope()
  join consent_forms f on f.office_id = r.office_id and f.round_id = r.id
  where f.student_id not in (select app.conflicted_students())
$$;
-- Families of a round that are not asked in this way: nobody is in the roster, or somebody is not to be told. Which, is not said.
create or replace function app.asked_apart(round uuid) returns setof uuid
  language sql stable security definer rows 10 set search_path = pg_catalog, public as $$
  select f.id from app.self() me join consent_rounds r on r.office_id = me.office_id and r.id = round and (r.school_id = app.round_scope() or me.office_scope is not null)
  join consent_forms f on f.office_id = r.office_id and f.round_id = r.id
  where sealed.guardian_blocked(f.student_id, null) or not exists (select from guardian_links l where l.office_id = f.office_id and l.student_id = f.student_id and l.ended_at is null)
$$;

select app.ensure('consent_rounds', 'round_year', 'check (school_year between 2020 and 2100)');
grant select, insert on consent_rounds to hanai_app;
call app.policy('consent_rounds', 'see', 'for select to hanai_app using (office_id = (select app.office_scope()) or school_id = (select app.round_scope()))');
call app.policy('consent_rounds', 'start', $p$for insert to hanai_app with check (
  issued_by_id = (select app.actor_id()) and (office_id = (select app.office_scope()) or school_id = (select app.round_scope())))$p$);

call app.policy('consent_forms', 'round_see', 'for select to hanai_app using (round_id is not null and id in (select app.round_forms()))');
call app.policy('consent_forms', 'round_issue', $p$for insert to hanai_app with check (
  issued_by_id = (select app.actor_id()) and exists (
    select from consent_rounds r join students s on s.office_id = r.office_id and s.school_id = r.school_id and s.left_at is null
    where r.office_id = consent_forms.office_id and r.id = round_id and r.school_year = consent_forms.school_year and r.wording = consent_forms.wording and s.id = consent_forms.student_id))$p$);
-- A form of a round is of one of its school's children and of its year and wording, whoever makes it.
create or replace function app.check_round_form() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform from consent_rounds r join students s on s.office_id = r.office_id and s.school_id = r.school_id
  where r.office_id = new.office_id and r.id = new.round_id and r.school_year = new.school_year and r.wording = new.wording and s.id = new.student_id;
  if not found then raise exception 'round_form: not a form of this round' using errcode = '23514', constraint = 'round_form'; end if;
  return new;
end $$;
drop trigger if exists round_form on consent_forms;
create trigger round_form before insert on consent_forms for each row when (new.round_id is not null) execute function app.check_round_form();

-- Answers to a form of a round: by somebody of that school, to what stands on that form.
call app.policy('consents', 'round_see', 'for select to hanai_app using (form_id in (select app.round_forms()))');
call app.policy('consents', 'round_record', $p$for insert to hanai_app with check (
  recorded_by_id = (select app.actor_id()) and form_id in (select app.round_forms())
  and exists (select from consent_forms f join consent_form_lines l on l.office_id = f.office_id and l.form_id = f.id and l.recipient_id = consents.recipient_id
    where f.office_id = consents.office_id and f.id = consents.form_id and f.student_id = consents.student_id and consents.items <@ l.items and consents.valid_until <= l.valid_until and (l.sensitive or not consents.sensitive))
  and (guardian_id is null or exists (select from guardian_links l where l.office_id = consents.office_id
         and l.student_id = consents.student_id and l.guardian_id = consents.guardian_id and l.ended_at is null)))$p$);
call app.policy('consent_evidence', 'round_see', 'for select to hanai_app using (consent_id in (select k.id from consents k where k.form_id in (select app.round_forms())))');
call app.policy('documents', 'round_see', 'for select to hanai_app using (case_id is null and form_id in (select app.round_forms()))');
call app.policy('documents', 'round_add', $p$for insert to hanai_app with check (
  uploaded_by_id = (select app.actor_id()) and agency_id = (select app.actor_agency()) and ended_at is null and checked_how is distinct from 'SCANNED' and state <> 'REFUSED'
  and case_id is null and exists (select from consent_forms f where f.office_id = documents.office_id and f.id = documents.form_id and f.student_id = documents.student_id and f.id in (select app.round_forms())))$p$);

-- What somebody answered in this transaction takes the place of her older answers, those that its recorder does not see
-- too: else an old yes and a new no would stand side by side.
create or replace function app.supersede_answers(consent uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  k consents;
  at timestamptz;
begin
  select x.* into k from consents x where x.id = consent and x.office_id = app.actor_office() and x.recorded_by_id = app.actor_id()
    and x.xmin::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295);
  if k.id is null then return; end if;
  at := greatest(k.valid_from, k.recorded_at);
  update consents o set superseded_at = at
   where o.office_id = k.office_id and o.student_id = k.student_id and o.subject = k.subject and o.recipient_id = k.recipient_id and o.id <> k.id
     and o.state::text = any(case k.state when 'ASKED' then '{ASKED}' when 'UNABLE' then '{ASKED,UNABLE}' else '{ASKED,UNABLE,REFUSED,GRANTED}' end::text[])
     and (o.superseded_at is null or o.superseded_at > at) and (o.guardian_id is not distinct from k.guardian_id or o.guardian_id is null);
end $$;
revoke all on function app.round_scope(), app.round_forms(), app.asked_apart(uuid), app.supersede_answers(uuid) from public;
grant execute on function app.round_scope(), app.round_forms(), app.asked_apart(uuid), app.supersede_answers(uuid) to hanai_app;
