-- One identity of a provider's for an account, even when two people arrive with the same address in the same moment.
create unique index if not exists external_identity_once on external_identities (issuer, office_id, staff_id);

-- What somebody proves herself by: the sign-in role alone. She herself is told of it by app.my_factors (305-accounts.sql).
grant select, insert, update, delete on totp_factors, passkeys, passkey_challenges, recovery_codes to hanai_auth;
grant select, update (ended_at) on account_links to hanai_auth;
do $$
declare t text;
begin
  foreach t in array array['totp_factors', 'passkeys', 'passkey_challenges', 'recovery_codes', 'account_links'] loop
    call app.policy(t::regclass, 'auth', 'to hanai_auth using (true) with check (true)');
  end loop;
end $$;
select app.ensure('account_links', 'link_purpose', $c$check (purpose in ('RESET', 'INVITATION', 'RECOVERY'))$c$);
select app.ensure('account_links', 'link_life', $c$check (expires_at <= created_at + case purpose when 'RESET' then interval '30 minutes' when 'RECOVERY' then interval '1 day' else interval '7 days' end)$c$);
select app.ensure('passkey_challenges', 'challenge_purpose', $c$check (purpose in ('SIGN_IN', 'PROVE', 'REGISTER') and (purpose = 'SIGN_IN' or staff_id is not null))$c$);

-- The mail's job makes the token as the letter leaves, so that it stands nowhere but in the letter.
grant select (id, office_id, staff_id, purpose, expires_at, ended_at), update (token_hash) on account_links to hanai_jobs;
call app.policy('account_links', 'jobs', 'for select to hanai_jobs using (ended_at is null and expires_at > app.now())');
call app.policy('account_links', 'jobs_name', 'for update to hanai_jobs using (ended_at is null and expires_at > app.now())');

-- Recovery is asked by an administrator and answered by another, who is not the person and leads her.
select app.ensure('account_recoveries', 'recovery_answer', $c$check ((answer is null) = (answered_by_id is null) and (answer is null) = (answered_at is null)
  and (answer is null or answer in ('AGREED', 'REFUSED')) and length(btrim(reason)) >= 5)$c$);
select app.ensure('account_recoveries', 'recovery_by_two', 'check (answered_by_id is null or answered_by_id not in (asked_by_id, staff_id))');
select app.ensure('account_recoveries', 'recovery_not_own', 'check (asked_by_id <> staff_id)');
create unique index if not exists recovery_once on account_recoveries (office_id, staff_id) where answer is null;
grant select, insert, update (answer, answered_by_id, answered_at) on account_recoveries to hanai_app;
create or replace function app.leads(of_staff uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from app.self() me join staff s on s.office_id = me.office_id and s.id = of_staff and s.id <> me.staff_id
    where (me.role in ('SCHOOL_LEAD', 'PARTNER_LEAD') and s.agency_id = me.agency_id) or me.role = 'OFFICE_LEAD')
$$;
call app.policy('account_recoveries', 'see', $p$for select to hanai_app using (office_id = (select app.actor_office())
  and ((select app.actor_role()) in ('ADMIN', 'PRIVACY_OFFICER') or app.leads(staff_id)))$p$);
call app.policy('account_recoveries', 'ask', $p$for insert to hanai_app with check (office_id = (select app.actor_office())
  and (select app.actor_role()) = 'ADMIN' and asked_by_id = (select app.actor_id()) and answer is null)$p$);
call app.policy('account_recoveries', 'answer', $p$for update to hanai_app using (office_id = (select app.actor_office()) and answer is null and app.leads(staff_id))
  with check (answered_by_id = (select app.actor_id()))$p$);
