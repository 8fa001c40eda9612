-- Who sees which rows, today. Shape matters: a scope is computed once a query, `(select …)` or a hashed `in (select …)`.
-- The `case` keeps the planner from splitting the alternatives into one index scan each: a list in the order of its
-- index stays a list that stops after its first page.

-- Identity: the sign-in role alone.
grant select, insert, update on accounts, external_identities, sessions to hanai_auth;
grant select, insert, update, delete on sign_in_attempts to hanai_auth;
grant select on staff, agencies, offices to hanai_auth;
grant insert on audit_entries to hanai_auth;
call app.policy('accounts', 'auth', 'to hanai_auth using (true) with check (true)');
call app.policy('external_identities', 'auth', 'to hanai_auth using (true) with check (true)');
call app.policy('sessions', 'auth', 'to hanai_auth using (true) with check (true)');
call app.policy('sign_in_attempts', 'auth', 'to hanai_auth using (true) with check (true)');
call app.policy('staff', 'auth', 'for select to hanai_auth using (true)');
call app.policy('agencies', 'auth', 'for select to hanai_auth using (true)');
call app.policy('offices', 'auth', 'for select to hanai_auth using (true)');
call app.policy('audit_entries', 'auth', 'for insert to hanai_auth with check (true)');

-- The directory of people and bodies of my office: names of colleagues, never of children.
grant select on offices, agencies, staff, services, school_classes, enrolments to hanai_app;
grant insert, update on agencies, staff, school_classes, enrolments to hanai_app;
call app.policy('offices', 'mine', 'for select to hanai_app using (id = (select app.actor_office()))');
call app.policy('agencies', 'mine', 'for select to hanai_app using (office_id = (select app.actor_office()))');
call app.policy('staff', 'mine', 'for select to hanai_app using (office_id = (select app.actor_office()))');
call app.policy('services', 'mine', 'for select to hanai_app using (office_id = (select app.actor_office()))');
-- The roster brings schools and teachers; it makes no accounts and gives no other role.
call app.policy('agencies', 'roster_in', $p$for insert to hanai_app with check (office_id = (select app.office_scope()) and kind = 'SCHOOL' and not is_entrusted)$p$);
call app.policy('agencies', 'roster_up', $p$for update to hanai_app using (office_id = (select app.office_scope()) and kind = 'SCHOOL') with check (kind = 'SCHOOL' and not is_entrusted)$p$);
call app.policy('staff', 'roster_in', $p$for insert to hanai_app with check (office_id = (select app.office_scope()) and role = 'TEACHER')$p$);
-- Of somebody who is no teacher it may add the roster's number, nothing else: which columns may change stands in the grant, the rest in a trigger (290-roster.sql).
call app.policy('staff', 'roster_up', $p$for update to hanai_app using (office_id = (select app.office_scope()) and role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD')) with check (role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD'))$p$);
call app.policy('school_classes', 'see', 'for select to hanai_app using (office_id = (select app.office_scope()) or school_id = (select app.roster_scope()))');
call app.policy('school_classes', 'roster_in', 'for insert to hanai_app with check (office_id = (select app.office_scope()))');
call app.policy('school_classes', 'roster_up', 'for update to hanai_app using (office_id = (select app.office_scope()))');
call app.policy('enrolments', 'see', $p$for select to hanai_app using (office_id = (select app.office_scope())
  or class_id = any(array(select c.id from school_classes c)))$p$);
call app.policy('enrolments', 'roster_in', 'for insert to hanai_app with check (office_id = (select app.office_scope()))');
call app.policy('enrolments', 'roster_up', 'for update to hanai_app using (office_id = (select app.office_scope()))');

-- Of myself: my language, my approvals and trainings.
grant select (office_id, staff_id, locale), update (locale) on accounts to hanai_app;
call app.policy('accounts', 'me', 'to hanai_app using (staff_id = (select app.actor_id())) with check (staff_id = (select app.actor_id()))');
grant select on handling_approvals, security_trainings, conflicts to hanai_app;
call app.policy('handling_approvals', 'see', $p$for select to hanai_app using (staff_id = (select app.actor_id()) or (office_id = (select app.actor_office()) and (select app.actor_role()) in ('ADMIN', 'PRIVACY_OFFICER', 'OFFICE_LEAD')))$p$);
call app.policy('security_trainings', 'see', $p$for select to hanai_app using (staff_id = (select app.actor_id()) or (office_id = (select app.actor_office()) and (select app.actor_role()) in ('ADMIN', 'PRIVACY_OFFICER', 'OFFICE_LEAD')))$p$);
call app.policy('conflicts', 'see', $p$for select to hanai_app using (staff_id = (select app.actor_id()) or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER') or office_id = (select app.office_scope()))$p$);
grant insert on conflicts to hanai_app;
call app.policy('conflicts', 'declare', $p$for insert to hanai_app with check (declared_by = (select app.actor_id()) and office_id = (select app.actor_office()) and staff_id = (select app.actor_id()))$p$);

-- Children and those who bring them up.
grant select, insert, update on students, guardians, guardian_links to hanai_app;
call app.policy('students', 'see', $p$for select to hanai_app using (
  office_id = (select app.actor_office()) and case when (select app.office_scope()) is not null then true
    else school_id = (select app.roster_scope()) or id in (select app.my_students()) end)$p$);
call app.policy('students', 'roster_in', 'for insert to hanai_app with check (office_id = (select app.office_scope()))');
call app.policy('students', 'roster_up', 'for update to hanai_app using (office_id = (select app.office_scope())) with check (office_id = (select app.office_scope()))');
call app.policy('students', 'not_conflicted', 'as restrictive to hanai_app using (id not in (select app.conflicted_students()))');
call app.policy('guardian_links', 'see', $p$for select to hanai_app using (
  office_id = (select app.office_scope())
  or ((select app.actor_cleared()) and student_id = any(array(
        select s.id from students s where s.school_id = (select app.roster_scope())
        union select c.student_id from cases c where c.id = any(array(select app.member_cases()))))))$p$);
call app.policy('guardian_links', 'roster_in', 'for insert to hanai_app with check (office_id = (select app.office_scope()))');
call app.policy('guardian_links', 'roster_up', 'for update to hanai_app using (office_id = (select app.office_scope())) with check (office_id = (select app.office_scope()))');
call app.policy('guardian_links', 'not_conflicted', 'as restrictive to hanai_app using (student_id not in (select app.conflicted_students()))');
call app.policy('guardians', 'see', $p$for select to hanai_app using (
  office_id = (select app.office_scope()) or id = any(array(select l.guardian_id from guardian_links l)))$p$);
call app.policy('guardians', 'not_conflicted', 'as restrictive to hanai_app using (id not in (select app.conflicted_guardians()))');
call app.policy('guardians', 'roster_in', 'for insert to hanai_app with check (office_id = (select app.office_scope()))');
call app.policy('guardians', 'roster_up', 'for update to hanai_app using (office_id = (select app.office_scope())) with check (office_id = (select app.office_scope()))');
grant select, insert, update on roster_imports to hanai_app;
grant select, insert on roster_import_issues to hanai_app;
call app.policy('roster_imports', 'office', 'to hanai_app using (office_id = (select app.office_scope())) with check (office_id = (select app.office_scope()))');
call app.policy('roster_import_issues', 'office', 'to hanai_app using (office_id = (select app.office_scope())) with check (office_id = (select app.office_scope()))');

-- Referrals: the applicant her own, the school's lead and the office theirs, the team of the case it became part of.
-- A referral stays with its student, a help in its case: two children are never made one.
create or replace procedure app.grant_update_but(target regclass, fixed text[]) language plpgsql set search_path = pg_catalog as $$
begin
  execute (select format('grant update (%s) on %s to hanai_app', string_agg(quote_ident(attname), ', '), target) from pg_attribute
    where attrelid = target and attnum > 0 and not attisdropped and attname <> all(fixed));
end $$;
revoke all on procedure app.grant_update_but(regclass, text[]) from public;
grant select, insert on referrals to hanai_app;
call app.grant_update_but('referrals', array['office_id', 'id', 'student_id']);
call app.policy('referrals', 'see', $p$for select to hanai_app using (
  (applicant_id = (select app.actor_id()) and (kind = 'NOTICE' or (select app.actor_cleared())))
  or office_id = (select app.office_scope())
  or school_id = (select app.school_scope())
  or (in_charge_id = (select app.actor_id()) and (select app.actor_cleared()))
  or attached_case_id = any(array(select app.member_cases())))$p$);
call app.policy('referrals', 'file', $p$for insert to hanai_app with check (
  applicant_id = (select app.actor_id()) and office_id = (select app.actor_office())
  and ((kind = 'REQUEST' and (school_id = (select app.roster_scope()) or office_id = (select app.office_scope())))
    or (kind = 'NOTICE' and (select app.actor_role()) in ('PARTNER_WORKER', 'PARTNER_LEAD'))))$p$);
call app.policy('referrals', 'handle', $p$for update to hanai_app using (
  (applicant_id = (select app.actor_id()) and (kind = 'NOTICE' or (select app.actor_cleared())))
  or office_id = (select app.office_scope()) or school_id = (select app.school_scope())
  or (in_charge_id = (select app.actor_id()) and (select app.actor_cleared())))$p$);
call app.policy('referrals', 'not_conflicted', 'as restrictive to hanai_app using (student_id is null or student_id not in (select app.conflicted_students()))');
grant select, insert on referral_decisions to hanai_app;
-- Whoever merely referred learns of the others' steps only why it was not selected, and what happens instead; of a
-- partner's notice its writer learns how far it came, never what was thought about it.
call app.policy('referral_decisions', 'see', $p$for select to hanai_app using (by_id = (select app.actor_id()) or ((select app.actor_cleared())
  and exists (select from referrals r where r.office_id = referral_decisions.office_id and r.id = referral_id
    and (referral_decisions.move = 'decline' or r.applicant_id <> (select app.actor_id())
      or r.office_id = (select app.office_scope()) or r.school_id = (select app.school_scope())
      or r.in_charge_id = (select app.actor_id()) or r.attached_case_id = any(array(select app.member_cases()))))))$p$);
call app.policy('referral_decisions', 'decide', $p$for insert to hanai_app with check (
  by_id = (select app.actor_id()) and exists (select from referrals r where r.office_id = referral_decisions.office_id and r.id = referral_id))$p$);

-- Cases.
-- What a case is about is told by app.domains_of alone: a rule hides rows, not parts of one.
grant select (id, office_id, number, student_id, school_id, level, lead_id, lead_agency_id, next_action, due_at, waiting_on, waiting_staff_id,
  waiting_agency_id, opened_at, plan_agreed_at, closed_at, last_event_at, child_seen_at, version) on cases to hanai_app;
-- Whose case it is and where it came from never changes.
grant insert, update (level, domains, lead_id, lead_agency_id, next_action, due_at, waiting_on, waiting_staff_id, waiting_agency_id,
  plan_agreed_at, closed_at, last_event_at, child_seen_at, version) on cases to hanai_app;
call app.policy('cases', 'see', $p$for select to hanai_app using (
  office_id = (select app.actor_office()) and case when (select app.office_scope()) is not null then true
    else school_id = (select app.school_scope()) or id in (select app.my_cases()) end)$p$);
call app.policy('cases', 'open', 'for insert to hanai_app with check (office_id = (select app.office_scope()) or school_id = (select app.school_scope()))');
call app.policy('cases', 'work', $p$for update to hanai_app using (
  office_id = (select app.actor_office()) and case when (select app.office_scope()) is not null then true
    else school_id = (select app.school_scope()) or id in (select app.my_cases()) end)
  with check (office_id = (select app.actor_office()))$p$);
call app.policy('cases', 'not_conflicted', 'as restrictive to hanai_app using (student_id not in (select app.conflicted_students()))');

grant select, insert, update (ended_at, end_reason) on case_members to hanai_app;
call app.policy('case_members', 'see', $p$for select to hanai_app using (
  office_id = (select app.actor_office()) and case when (select app.office_scope()) is not null then true
    else staff_id = (select app.actor_id()) or case_id in (select app.insider_cases())
      or (case_id, agency_id) in (select s.case_id, s.agency_id from app.shared_teams() s) end)$p$);
call app.policy('case_members', 'add', $p$for insert to hanai_app with check (
  added_by_id = (select app.actor_id())
  and (office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases()))
       -- a partner takes what was addressed to its agency, for itself or a colleague, on a ground that stands today
       or (agency_id = (select app.actor_agency()) and relation in ('MEMBER', 'OBSERVER')
           and case_id = any(array(select i.case_id from interventions i where i.id = any(array(select app.queue_interventions())))))))$p$);
call app.policy('case_members', 'end', $p$for update to hanai_app using (
  office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases())))$p$);

-- Levels, closings and reopenings: those inside the circle.
grant select, insert on case_levels, closures, reopenings to hanai_app;
do $$
declare t text;
begin
  foreach t in array array['case_levels', 'closures', 'reopenings'] loop
    call app.policy(t::regclass, 'see', 'for select to hanai_app using (office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases())))');
    call app.policy(t::regclass, 'write', 'for insert to hanai_app with check (by_id = (select app.actor_id()) and (office_id = (select app.office_scope()) or case_id = any(array(select app.my_cases()))))');
  end loop;
end $$;

-- Plan.
-- What a goal and its five steps say stands; it only ends.
grant select, insert, update (ended_at, version) on goals to hanai_app;
grant select, insert on goal_ratings to hanai_app;
call app.policy('goals', 'see', $p$for select to hanai_app using (
  office_id = (select app.actor_office()) and case when (select app.office_scope()) is not null then true
    else case_id in (select app.insider_cases())
      or (case_id, domain) in (select s.case_id, s.domain from app.shared_entries() s where s.layer = 'PLAN') end)$p$);
call app.policy('goals', 'set', 'for insert to hanai_app with check (office_id = (select app.office_scope()) or case_id = any(array(select app.member_cases())) or (case_id, domain) in (select s.case_id, s.domain from app.shared_entries() s))');
call app.policy('goals', 'change', 'for update to hanai_app using (office_id = (select app.office_scope()) or case_id = any(array(select app.member_cases())) or (case_id, domain) in (select s.case_id, s.domain from app.shared_entries() s))');
call app.policy('goal_ratings', 'see', 'for select to hanai_app using (exists (select from goals g where g.office_id = goal_ratings.office_id and g.id = goal_id))');
call app.policy('goal_ratings', 'rate', $p$for insert to hanai_app with check (
  by_id = (select app.actor_id()) and exists (select from goals g where g.office_id = goal_ratings.office_id and g.id = goal_id and g.case_id = goal_ratings.case_id))$p$);

-- Interventions: the team, and the agency that is asked.
grant select, insert on interventions to hanai_app;
call app.grant_update_but('interventions', array['office_id', 'id', 'case_id']);
call app.policy('interventions', 'see', $p$for select to hanai_app using (
  office_id = (select app.actor_office()) and case when (select app.office_scope()) is not null then true
    else case_id in (select app.insider_cases())
      or (case_id, domain) in (select s.case_id, s.domain from app.shared_entries() s where s.layer = 'PLAN')
      or id in (select app.queue_interventions()) end)$p$);
call app.policy('interventions', 'propose', $p$for insert to hanai_app with check (
  proposer_id = (select app.actor_id())
  and (office_id = (select app.office_scope()) or case_id = any(array(select app.member_cases()))
       or (agency_id = (select app.actor_agency()) and (case_id, domain) in (select s.case_id, s.domain from app.shared_entries() s))
       or case_id = any(array(select c.id from cases c where c.lead_id = (select app.actor_id())))))$p$);
call app.policy('interventions', 'work', $p$for update to hanai_app using (
  office_id = (select app.office_scope()) or case_id = any(array(select app.member_cases()))
  or case_id = any(array(select c.id from cases c where c.lead_id = (select app.actor_id())))
  or id = any(array(select app.queue_interventions())))$p$);
grant select, insert on intervention_sessions to hanai_app;
call app.policy('intervention_sessions', 'see', 'for select to hanai_app using (exists (select from interventions i where i.office_id = intervention_sessions.office_id and i.id = intervention_id))');
call app.policy('intervention_sessions', 'hold', $p$for insert to hanai_app with check (
  by_id = (select app.actor_id()) and exists (select from interventions i where i.office_id = intervention_sessions.office_id
    and i.id = intervention_id and i.case_id = intervention_sessions.case_id and i.agency_id = (select app.actor_agency())))$p$);

-- Sharing.
-- What was answered stays as it was written: only its end may be set.
grant select, insert, update (withdrawn_at, superseded_at) on consents to hanai_app;
grant select, insert, update (ended_at) on lawful_bases to hanai_app;
-- A recipient sees its own of the children it may be told of today, and nothing of the others.
call app.policy('consents', 'see', $p$for select to hanai_app using (
  office_id = (select app.office_scope())
  or (recipient_id = (select app.actor_agency()) and student_id in (select g.student_id from app.my_grounds() g))
  or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER')
  or ((select app.actor_cleared()) and student_id = any(array(
        select s.id from students s where s.school_id = (select app.school_scope())
        union select c.student_id from cases c where c.id = any(array(select app.member_cases()))))))$p$);
call app.policy('consents', 'record', $p$for insert to hanai_app with check (
  recorded_by_id = (select app.actor_id()) and (select app.actor_cleared())
  and (guardian_id is null or exists (select from guardian_links l where l.office_id = consents.office_id
         and l.student_id = consents.student_id and l.guardian_id = consents.guardian_id and l.ended_at is null))
  and (office_id = (select app.office_scope()) or student_id = any(array(
        select s.id from students s where s.school_id = (select app.school_scope())
        union select c.student_id from cases c where c.id = any(array(select app.member_cases()))))))$p$);
call app.policy('consents', 'withdraw', $p$for update to hanai_app using ((select app.actor_cleared()) and (
    office_id = (select app.office_scope()) or student_id = any(array(
        select s.id from students s where s.school_id = (select app.school_scope())
        union select c.student_id from cases c where c.id = any(array(select app.member_cases()))))))$p$);
call app.policy('consents', 'not_conflicted', 'as restrictive to hanai_app using (student_id not in (select app.conflicted_students()))');
call app.policy('lawful_bases', 'see', $p$for select to hanai_app using (
  office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases()))
  or (recipient_id = (select app.actor_agency()) and case_id in (select g.case_id from app.my_grounds() g))
  or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER'))$p$);
call app.policy('lawful_bases', 'record', $p$for insert to hanai_app with check (
  recorded_by_id = (select app.actor_id()) and (office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases()))))$p$);
call app.policy('lawful_bases', 'end', 'for update to hanai_app using (office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases())))');

-- The timeline.
grant select, insert on events to hanai_app;
call app.policy('events', 'see', $p$for select to hanai_app using (
  office_id = (select app.actor_office())
  and case when layer <> 'SENSITIVE' and (select app.office_scope()) is not null then true
    else case_id in (select app.member_cases())
      or (layer <> 'SENSITIVE' and case_id in (select app.school_cases()))
      or (case_id, layer, domain) in (select s.case_id, s.layer, s.domain from app.shared_entries() s)
      or (actor_id = (select app.actor_id()) and case_id in (select app.my_cases()))
      or (case_id is null and exists (select from referrals r where r.office_id = events.office_id and r.id = referral_id)) end
  and (audience = 'TEAM' or (audience = 'AGENCY' and agency_id = (select app.actor_agency())) or actor_id = (select app.actor_id())))$p$);
call app.policy('events', 'add', $p$for insert to hanai_app with check (
  actor_id = (select app.actor_id()) and agency_id = (select app.actor_agency()) and office_id = (select app.actor_office())
  and (case_id is not null or referral_id is not null)
  and (case_id is null or office_id = (select app.office_scope()) or case_id = any(array(select app.my_cases()))
       or case_id = any(array(select app.attached_cases()))
       or case_id = any(array(select i.case_id from interventions i where i.id = any(array(select app.queue_interventions())))))
  and (referral_id is null or case_id is not null or exists (select from referrals r where r.office_id = events.office_id and r.id = referral_id)))$p$);
-- What is mended is the text: a note stays in its case, with its layer and its time.
grant select, insert, update (body, version) on notes to hanai_app;
call app.policy('notes', 'see', $p$for select to hanai_app using (
  office_id = (select app.actor_office())
  and case when layer <> 'SENSITIVE' and (select app.office_scope()) is not null then true
    else case_id in (select app.member_cases())
      or (layer <> 'SENSITIVE' and case_id in (select app.school_cases()))
      or (case_id, layer, domain) in (select s.case_id, s.layer, s.domain from app.shared_entries() s)
      or (author_id = (select app.actor_id()) and case_id in (select app.my_cases())) end
  and (audience = 'TEAM' or (audience = 'AGENCY' and agency_id = (select app.actor_agency())) or author_id = (select app.actor_id())))$p$);
call app.policy('notes', 'write', $p$for insert to hanai_app with check (
  author_id = (select app.actor_id()) and agency_id = (select app.actor_agency())
  and (office_id = (select app.office_scope()) or case_id = any(array(select app.my_cases()))
       or case_id = any(array(select i.case_id from interventions i where i.id = any(array(select app.queue_interventions()))))))$p$);
-- One's own, for 24 hours; then an addendum.
call app.policy('notes', 'mend', $p$for update to hanai_app using (
  author_id = (select app.actor_id()) and written_at > app.now() - interval '24 hours'
  and (office_id = (select app.office_scope()) or case_id = any(array(select app.my_cases()))))$p$);

-- A conflict of interest beats every permission above.
do $$
declare t text;
begin
  foreach t in array array['case_members', 'case_levels', 'closures', 'reopenings', 'goals', 'goal_ratings',
                           'interventions', 'intervention_sessions', 'lawful_bases', 'events', 'notes'] loop
    call app.policy(t::regclass, 'not_conflicted', 'as restrictive to hanai_app using (case_id is null or case_id not in (select app.conflicted_cases()))');
  end loop;
end $$;

-- One's own drafts and sent forms; the audit is written by everybody and read by the privacy officer, of oneself by oneself.
grant select, insert, update, delete on drafts to hanai_app;
call app.policy('drafts', 'own', 'to hanai_app using (staff_id = (select app.actor_id())) with check (staff_id = (select app.actor_id()) and office_id = (select app.actor_office()))');
grant select, insert, update (result) on sent_forms to hanai_app;
call app.policy('sent_forms', 'own', 'to hanai_app using (staff_id = (select app.actor_id())) with check (staff_id = (select app.actor_id()) and office_id = (select app.actor_office()))');
grant select, insert on audit_entries to hanai_app;
call app.policy('audit_entries', 'see', $p$for select to hanai_app using (staff_id = (select app.actor_id()) or (office_id = (select app.actor_office()) and (select app.actor_role()) = 'PRIVACY_OFFICER'))$p$);
call app.policy('audit_entries', 'write', $p$for insert to hanai_app with check (staff_id = (select app.actor_id()) and office_id = (select app.actor_office()))$p$);
