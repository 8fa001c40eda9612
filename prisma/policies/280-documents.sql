-- Documents: who reads which is said by the layer, as for notes; what nobody has checked is given to nobody; and there is
-- as much room as the office says.

select app.ensure('documents', 'document_state', $c$check (state in ('QUARANTINED', 'CLEAN', 'REFUSED'))$c$);
-- Clean is only what somebody can answer for: pictures drawn anew, what the scanner passed, what the office scans elsewhere.
select app.ensure('documents', 'document_checked', $c$check (
  (checked_at is null) = (checked_how is null) and (state <> 'CLEAN' or checked_how in ('REDRAWN', 'SCANNED', 'ELSEWHERE'))
  and (state <> 'QUARANTINED' or checked_how is null) and (checked_how is distinct from 'REDRAWN' or media_type like 'image/%'))$c$);
select app.ensure('documents', 'document_not_sealed', $c$check (layer not in ('SEALED', 'EXISTENCE'))$c$);
-- To a case; else it is the signed paper of a child's consents.
select app.ensure('documents', 'document_belongs', $c$check (
  student_id is not null and (case_id is null or form_id is null) and (case_id is not null or (kind = 'CONSENT' and not linked)))$c$);
select app.ensure('documents', 'document_size', 'check (bytes > 0)');
create index if not exists documents_waiting on documents (office_id, at) where state = 'QUARANTINED';

-- Room: for one file, for the case, for the office. Two at once wait for each other.
create or replace function app.check_document_room() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare room record;
begin
  perform pg_advisory_xact_lock(hashtextextended('documents ' || new.office_id, 0));
  select o.document_bytes, o.document_case_bytes, o.document_office_bytes, o.scanned_elsewhere into room from offices o where o.id = new.office_id;
  if new.bytes > room.document_bytes then raise exception 'document_too_large: larger than the office takes' using errcode = '23514', constraint = 'document_too_large'; end if;
  if new.case_id is not null and new.bytes + (select coalesce(sum(d.bytes), 0) from documents d where d.office_id = new.office_id and d.case_id = new.case_id) > room.document_case_bytes then
    raise exception 'document_case_full: no room left in the case' using errcode = '23514', constraint = 'document_case_full';
  end if;
  if new.bytes + (select coalesce(sum(d.bytes), 0) from documents d where d.office_id = new.office_id) > room.document_office_bytes then
    raise exception 'document_office_full: no room left in the office' using errcode = '23514', constraint = 'document_office_full';
  end if;
  if new.checked_how = 'ELSEWHERE' and not room.scanned_elsewhere then
    raise exception 'document_unchecked: nobody scans elsewhere' using errcode = '23514', constraint = 'document_unchecked';
  end if;
  return new;
end $$;
drop trigger if exists document_room on documents;
create trigger document_room before insert on documents for each row execute function app.check_document_room();

grant select, insert, update (ended_at) on documents to hanai_app;
grant select, insert on document_bodies to hanai_app;
-- The paper of a consent is read by whoever may write one down for that child: names, telephones and all the agencies that
-- were asked about stand on it. Outside the circle: what was shown to it, within what it may be told; and one's own. Not through broken glass: a file
-- that was carried away outlives its four hours.
call app.policy('documents', 'see', $p$for select to hanai_app using (
  office_id = (select app.actor_office()) and (
    (case_id is not null and case when layer <> 'SENSITIVE' and (select app.office_scope()) is not null then true
      else case_id in (select app.member_cases())
        or (layer <> 'SENSITIVE' and case_id in (select app.school_cases()))
        or (linked and (case_id, layer, domain) in (select s.case_id, s.layer, s.domain from app.shared_entries() s))
        or (uploaded_by_id = (select app.actor_id()) and case_id in (select app.my_cases())) end)
    or (case_id is null and ((select app.office_scope()) is not null or ((select app.actor_cleared()) and student_id = any(array(select app.consent_students())))))))$p$);
call app.policy('documents', 'add', $p$for insert to hanai_app with check (
  uploaded_by_id = (select app.actor_id()) and agency_id = (select app.actor_agency()) and office_id = (select app.actor_office()) and ended_at is null
  and checked_how is distinct from 'SCANNED' and state <> 'REFUSED'
  and case when case_id is not null
      then (office_id = (select app.office_scope()) or case_id = any(array(select app.my_cases())))
        and exists (select from cases c where c.office_id = documents.office_id and c.id = documents.case_id and c.student_id = documents.student_id)
    else (office_id = (select app.office_scope()) or ((select app.actor_cleared()) and student_id = any(array(select app.consent_students()))))
      and (form_id is null or exists (select from consent_forms f where f.office_id = documents.office_id and f.id = documents.form_id and f.student_id = documents.student_id)) end)$p$);
-- One's own for a day; it stays as it is, and nobody opens it any more. The paper of a consent stays.
call app.policy('documents', 'take_back', $p$for update to hanai_app using (
  uploaded_by_id = (select app.actor_id()) and case_id is not null and ended_at is null and at > app.now() - interval '24 hours'
  and (office_id = (select app.office_scope()) or case_id = any(array(select app.my_cases()))))
  with check (uploaded_by_id = (select app.actor_id()))$p$);
call app.policy('documents', 'not_conflicted', $p$as restrictive to hanai_app using (
  (case_id is null or case_id not in (select app.conflicted_cases())) and student_id not in (select app.conflicted_students()))$p$);

-- What is in one, for whoever sees it, once it is clean and while it is not taken back.
call app.policy('document_bodies', 'see', $p$for select to hanai_app using (exists (
  select from documents d where d.office_id = document_bodies.office_id and d.id = document_id and d.state = 'CLEAN' and d.ended_at is null))$p$);
call app.policy('document_bodies', 'add', $p$for insert to hanai_app with check (exists (
  select from documents d where d.office_id = document_bodies.office_id and d.id = document_id and d.uploaded_by_id = (select app.actor_id()) and d.state <> 'REFUSED'))$p$);

-- That one was put there is told to whoever sees it. Outside the circle that is what the rule of the documents above says,
-- asked here by a function: with that rule's own text in it every question about a timeline would take longer to plan.
create or replace function app.shared_documents() returns setof uuid language sql stable security definer rows 50
  set search_path = pg_catalog, public as $$
  select d.id from documents d where d.office_id = (select app.actor_office())
    and ((d.linked and (d.case_id, d.layer, d.domain) in (select s.case_id, s.layer, s.domain from app.shared_entries() s))
      or (d.uploaded_by_id = (select app.actor_id()) and d.case_id in (select app.my_cases())))
$$;
call app.policy('events', 'documents', $p$as restrictive for select to hanai_app using (
  type not in ('document.added', 'document.taken-back') or (select app.actor_cleared())
  or (data ->> 'documentId')::uuid in (select app.shared_documents()))$p$);

-- The jobs look at what waits, and at nothing else; of what is refused the content goes.
grant select (office_id, id, state, at), update (state, checked_how, checked_at) on documents to hanai_jobs;
grant select, delete on document_bodies to hanai_jobs;
call app.policy('documents', 'told_to_jobs', 'for select to hanai_jobs using (true)');
call app.policy('documents', 'scan', $p$for update to hanai_jobs using (state = 'QUARANTINED') with check (state <> 'QUARANTINED')$p$);
call app.policy('document_bodies', 'scan', $p$to hanai_jobs using (exists (
  select from documents d where d.office_id = document_bodies.office_id and d.id = document_id and d.state = 'QUARANTINED'))$p$);
