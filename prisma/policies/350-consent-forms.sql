-- Forms made out for families, and the one way by which somebody without an account answers: a link that knows exactly one
-- form. Through it nothing else of the database can be reached; it is walked by the sign-in role, which may read no table
-- of these, with three questions that each check the link anew.

select app.ensure('consent_forms', 'form_language', $c$check (language in ('ko', 'en', 'vi', 'zh', 'ru'))$c$);
select app.ensure('consent_form_lines', 'form_line_items', $c$check (cardinality(items) > 0 and btrim(purpose) <> '')$c$);
select app.ensure('consent_links', 'link_guardian', $c$check ((subject = 'GUARDIAN') = (guardian_id is not null))$c$);
select app.ensure('consent_links', 'link_hashes', $c$check (octet_length(token_hash) = 32 and octet_length(pin_hash) = 32)$c$);
select app.ensure('consent_links', 'link_not_for_long', $c$check (expires_at > sent_at and expires_at <= sent_at + interval '14 days')$c$);
select app.ensure('consent_signatures', 'signature_kind', $c$check (kind in ('DRAWN', 'TYPED') and octet_length(hash) = 32)$c$);

grant select, insert on consent_forms, consent_form_lines to hanai_app;
call app.policy('consent_forms', 'see', $p$for select to hanai_app using (
  office_id = (select app.office_scope()) or ((select app.actor_cleared()) and student_id = any(array(select app.consent_students()))))$p$);
call app.policy('consent_forms', 'issue', $p$for insert to hanai_app with check (
  issued_by_id = (select app.actor_id()) and (select app.actor_cleared())
  and (office_id = (select app.office_scope()) or student_id = any(array(select app.consent_students()))))$p$);
call app.policy('consent_forms', 'not_conflicted', 'as restrictive to hanai_app using (student_id not in (select app.conflicted_students()))');
call app.policy('consent_form_lines', 'see', 'for select to hanai_app using (exists (select from consent_forms f where f.office_id = consent_form_lines.office_id and f.id = form_id))');
call app.policy('consent_form_lines', 'issue', $p$for insert to hanai_app with check (exists (
  select from consent_forms f where f.office_id = consent_form_lines.office_id and f.id = form_id and f.issued_by_id = (select app.actor_id())))$p$);

-- What opens a link is read by nobody.
grant select (office_id, id, form_id, subject, guardian_id, sent_by_id, sent_at, expires_at, tries, open_until, used_at, ended_at), insert, update (ended_at) on consent_links to hanai_app;
call app.policy('consent_links', 'see', 'for select to hanai_app using (exists (select from consent_forms f where f.office_id = consent_links.office_id and f.id = form_id))');
call app.policy('consent_links', 'send', $p$for insert to hanai_app with check (
  sent_by_id = (select app.actor_id()) and used_at is null and key_hash is null and tries = 0
  and exists (select from consent_forms f where f.office_id = consent_links.office_id and f.id = form_id
    and (subject = 'STUDENT' or exists (select from guardian_links g where g.office_id = f.office_id and g.student_id = f.student_id and g.guardian_id = consent_links.guardian_id and g.ended_at is null))))$p$);
call app.policy('consent_links', 'end', 'for update to hanai_app using (exists (select from consent_forms f where f.office_id = consent_links.office_id and f.id = form_id))');
grant select on consent_signatures to hanai_app;
call app.policy('consent_signatures', 'see', 'for select to hanai_app using (exists (select from consent_links l where l.office_id = consent_signatures.office_id and l.id = link_id))');

create or replace function app.check_link() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if (old.used_at is not null and new.used_at is distinct from old.used_at) or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
    raise exception 'link_end_stays: a link that is over stays over' using errcode = '23514', constraint = 'link_end_stays';
  end if;
  return new;
end $$;
drop trigger if exists link_end_stays on consent_links;
create trigger link_end_stays before update on consent_links for each row execute function app.check_link();
drop trigger if exists signature_stays on consent_signatures;
create trigger signature_stays before update or delete on consent_signatures for each statement execute function app.refuse_change();

-- Address and PIN, encrypted, for whoever sent it, for ten minutes.
create or replace function app.link_shown(link uuid) returns bytea
  language sql stable security definer set search_path = pg_catalog, public as $$
  select l.shown_box from app.self() me join consent_links l on l.office_id = me.office_id and l.id = link and l.sent_by_id = me.staff_id
  where l.sent_at > app.now() - interval '10 minutes' and l.used_at is null and l.ended_at is null
$$;

-- A link that still leads somewhere: not over, and sent by somebody who still works here, and to nobody who is not to be told (255-guardians.sql).
create or replace function sealed.live_link(token bytea) returns setof public.consent_links
  language sql stable set search_path = pg_catalog, public as $$
  select l.* from consent_links l join staff s on s.office_id = l.office_id and s.id = l.sent_by_id and s.left_at is null
  join consent_forms f on f.office_id = l.office_id and f.id = l.form_id
  where (l.guardian_id is null or not sealed.guardian_blocked(f.student_id, l.guardian_id))
    and l.token_hash = token and l.used_at is null and l.ended_at is null and l.expires_at > app.now() and l.tries < 5
$$;

create or replace function sealed.audit_link(l public.consent_links, what text, result text, address text) returns void
  language sql volatile set search_path = pg_catalog, public as $$
  insert into audit_entries (id, office_id, at, action, case_id, subject_id, outcome, address)
  select uuidv7(), l.office_id, app.now(), what, (select c.id from cases c join consent_forms f on f.office_id = c.office_id and f.student_id = c.student_id
    where f.office_id = l.office_id and f.id = l.form_id and c.closed_at is null), l.id, result, nullif(address, '')
$$;

-- 1. The PIN. Right: this browser may read for an hour. Wrong: counted, and at the fifth the link is dead. A link that does
-- not exist, was used or ended answers like a wrong PIN.
create or replace function app.open_link(token bytea, pin bytea, key bytea, address text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare l consent_links;
begin
  perform from consent_links x where x.token_hash = token for update;
  select * into l from sealed.live_link(token);
  if l.id is null then return false; end if;
  if l.pin_hash <> pin then
    update consent_links set tries = tries + 1, shown_box = null where office_id = l.office_id and id = l.id;
    perform sealed.audit_link(l, 'link.refused', 'refused', address);
    return false;
  end if;
  update consent_links set key_hash = key, open_until = app.now() + interval '1 hour', shown_box = null where office_id = l.office_id and id = l.id;
  perform sealed.audit_link(l, 'link.opened', 'done', address);
  return true;
end $$;

create or replace function sealed.opened_link(token bytea, key bytea) returns setof public.consent_links
  language sql stable set search_path = pg_catalog, public as $$
  select l.* from sealed.live_link(token) l where l.key_hash = key and l.open_until > app.now()
$$;

-- 2. What stands on the form, and nothing beside it.
create or replace function app.read_link(token bytea, key bytea) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public as $$
  select jsonb_build_object(
    'id', l.id, 'subject', l.subject, 'number', f.number, 'language', f.language, 'wording', f.wording, 'student', s.name, 'school', a.name_ko, 'birthDate', s.birth_date, 'guardian', g.name,
    'lines', (select jsonb_agg(jsonb_build_object('recipientId', n.recipient_id, 'recipient', r.name_ko, 'recipientEn', r.name_en, 'purpose', n.purpose,
        'items', n.items, 'sensitive', n.sensitive, 'validUntil', to_char(n.valid_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.name_ko, r.id)
      from consent_form_lines n join agencies r on r.office_id = n.office_id and r.id = n.recipient_id
      where n.office_id = f.office_id and n.form_id = f.id and n.valid_until > app.now()))
  from sealed.opened_link(token, key) l
  join consent_forms f on f.office_id = l.office_id and f.id = l.form_id
  join students s on s.office_id = f.office_id and s.id = f.student_id
  join agencies a on a.office_id = s.office_id and a.id = s.school_id
  left join guardians g on g.office_id = l.office_id and g.id = l.guardian_id
$$;

-- 3. The answer to every line, once, with the signature under it. The newest answer of a person takes the place of her older
-- ones, as when a worker writes it down (lib/sharing/record-consent.ts).
create or replace function app.answer_link(token bytea, key bytea, tongue text, answers jsonb, sign_kind text, box text, hash bytea, address text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  l consent_links;
  f consent_forms;
  line consent_form_lines;
  said jsonb;
  yes boolean;
  of_case uuid;
  consent uuid;
  event uuid;
  young boolean;
begin
  perform from consent_links x where x.token_hash = token for update;
  select * into l from sealed.opened_link(token, key);
  if l.id is null then return false; end if;
  select * into f from consent_forms x where x.office_id = l.office_id and x.id = l.form_id;
  select c.id into of_case from cases c where c.office_id = f.office_id and c.student_id = f.student_id and c.closed_at is null;
  select s.birth_date is null or s.birth_date + interval '14 years' > (app.now() at time zone 'Asia/Seoul') into young from students s where s.office_id = f.office_id and s.id = f.student_id;
  update consent_links set used_at = app.now(), key_hash = null where office_id = l.office_id and id = l.id;
  insert into consent_signatures (office_id, link_id, kind, box, hash, at) values (l.office_id, l.id, sign_kind, answer_link.box, answer_link.hash, app.now());
  for line in select * from consent_form_lines x where x.office_id = f.office_id and x.form_id = f.id and x.valid_until > app.now() order by x.recipient_id loop
    said := answers -> line.recipient_id::text;
    if said is null or jsonb_typeof(said -> 'agrees') <> 'boolean' then
      raise exception 'link_answers_all: an answer is missing' using errcode = '23514', constraint = 'link_answers_all';
    end if;
    yes := (said ->> 'agrees')::boolean;
    perform pg_advisory_xact_lock(hashtextextended('consent ' || f.student_id || ' ' || line.recipient_id, 0));
    update consents k set superseded_at = app.now()
     where k.office_id = f.office_id and k.student_id = f.student_id and k.subject = l.subject and k.recipient_id = line.recipient_id
       and (k.superseded_at is null or k.superseded_at > app.now()) and (k.guardian_id is not distinct from l.guardian_id or k.guardian_id is null);
    consent := uuidv7();
    insert into consents (id, office_id, student_id, subject, guardian_id, recipient_id, purpose, items, sensitive, state, valid_from, valid_until,
      evidence_kind, recorded_by_id, recorded_at, form_id, wording, language, verified_how)
    values (consent, f.office_id, f.student_id, l.subject, l.guardian_id, line.recipient_id, line.purpose, case when yes then line.items else '{}' end,
      yes and line.sensitive and coalesce((said ->> 'sensitive')::boolean, false), case when yes then 'GRANTED' else 'REFUSED' end::"ConsentState", app.now(), line.valid_until,
      'ELECTRONIC', l.sent_by_id, app.now(), f.id, f.wording, tongue, case when young and l.subject = 'GUARDIAN' then 'CALL_BACK' end);
    insert into consent_evidence (office_id, consent_id, student_id, body, hash) values (f.office_id, consent, f.student_id, f.number, answer_link.hash);
    event := uuidv7();
    insert into audit_entries (id, office_id, at, action, case_id, subject_id, address) values (uuidv7(), f.office_id, app.now(), 'consent.recorded', of_case, consent, nullif(address, ''));
    if of_case is not null then
      insert into events (id, office_id, case_id, type, at, layer, audience, domain, data)
      values (event, f.office_id, of_case, 'consent.recorded', app.now(), 'PLAN', 'TEAM', 'GENERAL', jsonb_build_object('recipientId', line.recipient_id, 'subject', l.subject,
        'state', case when yes then 'GRANTED' else 'REFUSED' end, 'items', case when yes then to_jsonb(line.items) else '[]' end,
        'validUntil', to_char(line.valid_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
    end if;
  end loop;
  perform sealed.audit_link(l, 'link.answered', 'done', address);
  -- Whoever asked a class need not know of a case, and hears from its page how far it came.
  if of_case is not null and f.round_id is null then
    perform app.enqueue('notice', jsonb_build_object('officeId', l.office_id, 'kind', 'consent.answered', 'path', '/cases/' || of_case || '/sharing', 'staffId', l.sent_by_id), null,
      concat_ws(' ', 'notice', 'consent.answered', of_case, l.sent_by_id));
  end if;
  return true;
end $$;

-- The three are the sign-in role's alone.
do $$
declare walk text;
begin
  foreach walk in array array['app.open_link(bytea, bytea, bytea, text)', 'app.read_link(bytea, bytea)', 'app.answer_link(bytea, bytea, text, jsonb, text, text, bytea, text)'] loop
    execute format('revoke all on function %s from public, hanai_app, hanai_jobs', walk);
    execute format('grant execute on function %s to hanai_auth', walk);
  end loop;
end $$;
revoke all on function app.link_shown(uuid) from public;
grant execute on function app.link_shown(uuid) to hanai_app;

-- Cases of which a consent ends soon: for the weekly notice to whoever leads them. Identifiers alone, for the jobs alone.
create index if not exists consents_ending on consents (office_id, valid_until) where state = 'GRANTED' and withdrawn_at is null and superseded_at is null;
create or replace function app.cases_to_renew(most int) returns table (office_id uuid, case_id uuid, lead_id uuid)
  language sql stable security definer rows 50 set search_path = pg_catalog, public as $$
  select distinct c.office_id, c.id, c.lead_id
  from offices o
  join consents k on k.office_id = o.id and k.state = 'GRANTED' and k.withdrawn_at is null and k.superseded_at is null
    and k.valid_until > app.now() and k.valid_until < app.now() + make_interval(days => o.renewal_days)
  join cases c on c.office_id = k.office_id and c.student_id = k.student_id and c.closed_at is null and c.lead_id is not null
  limit most
$$;
revoke all on function app.cases_to_renew(int) from public, hanai_app, hanai_auth;
grant execute on function app.cases_to_renew(int) to hanai_jobs;
