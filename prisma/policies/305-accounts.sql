-- Links by mail, and what somebody may know of her own factors.

-- An invitation for a colleague of this office who has never set a password: seven days, the newer one takes the place of
-- the older. Called within the transaction of whoever makes the account (lib/access/invite-account.ts).
create or replace function app.invite(colleague uuid) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  me app.person := app.self();
  made uuid := gen_random_uuid();
begin
  -- An administrator; or who has just agreed, as the second of two, that she come (350-people.sql).
  if (me.role is distinct from 'ADMIN' and not exists (select from access_changes x where x.office_id = me.office_id and x.staff_id = colleague
        and x.kind = 'INVITATION' and x.state = 'GRANTED' and x.decided_by_id = me.staff_id)) or me.staff_id is null or not exists (
      select from accounts c join staff s on s.office_id = c.office_id and s.id = c.staff_id
      where c.office_id = me.office_id and c.staff_id = colleague and c.password_hash is null and c.deactivated_at is null and s.left_at is null) then
    return null;
  end if;
  update account_links set ended_at = app.now() where office_id = me.office_id and staff_id = colleague and ended_at is null;
  insert into account_links (id, office_id, staff_id, purpose, created_at, expires_at, created_by_id)
    values (made, me.office_id, colleague, 'INVITATION', app.now(), app.now() + interval '7 days', me.staff_id);
  insert into audit_entries (id, office_id, at, staff_id, session_id, action, subject_id)
    values (gen_random_uuid(), me.office_id, app.now(), me.staff_id, me.session_id, 'account.invited', colleague);
  perform app.enqueue('account.link', jsonb_build_object('officeId', me.office_id, 'linkId', made));
  return made;
end $$;

-- For the job of a reset that was asked for: a link for whoever signs in with that address and has a password, three in a
-- quarter of an hour at most; nothing for anybody else.
create or replace function app.reset_link(address citext) returns table (office_id uuid, link_id uuid)
  language plpgsql volatile security definer rows 1 set search_path = pg_catalog, public as $$
declare
  whose record;
  made uuid := gen_random_uuid();
begin
  select c.office_id, c.staff_id into whose from accounts c
    join staff s on s.office_id = c.office_id and s.id = c.staff_id
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    where c.email = address and c.password_hash is not null and c.deactivated_at is null and s.left_at is null and a.ended_at is null
      and 3 > (select count(*) from account_links l where l.office_id = c.office_id and l.staff_id = c.staff_id and l.purpose = 'RESET' and l.created_at > app.now() - interval '15 minutes');
  if not found then return; end if;
  update account_links l set ended_at = app.now() where l.office_id = whose.office_id and l.staff_id = whose.staff_id and l.purpose = 'RESET' and l.ended_at is null;
  insert into account_links (id, office_id, staff_id, purpose, created_at, expires_at) values (made, whose.office_id, whose.staff_id, 'RESET', app.now(), app.now() + interval '30 minutes');
  insert into audit_entries (id, office_id, at, action, subject_id) values (gen_random_uuid(), whose.office_id, app.now(), 'account.reset-asked', whose.staff_id);
  return query select whose.office_id, made;
end $$;

-- The second person has agreed that somebody begins anew with her factors: a link of a day.
create or replace function app.recovery_link() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare made uuid := gen_random_uuid();
begin
  update account_links set ended_at = app.now() where office_id = new.office_id and staff_id = new.staff_id and ended_at is null;
  insert into account_links (id, office_id, staff_id, purpose, created_at, expires_at, created_by_id)
    values (made, new.office_id, new.staff_id, 'RECOVERY', app.now(), app.now() + interval '1 day', new.answered_by_id);
  perform app.enqueue('account.link', jsonb_build_object('officeId', new.office_id, 'linkId', made));
  return null;
end $$;
drop trigger if exists recovery_link on account_recoveries;
create trigger recovery_link after update on account_recoveries for each row when (new.answer = 'AGREED' and old.answer is null) execute function app.recovery_link();

-- What I prove myself by, without any secret.
create or replace function app.my_factors()
  returns table (app_since timestamptz, codes_left integer, required boolean, has_password boolean)
  language sql stable security definer rows 1 set search_path = pg_catalog, public as $$
  select (select f.confirmed_at from totp_factors f where f.office_id = me.office_id and f.staff_id = me.staff_id),
         (select count(*)::int from recovery_codes r where r.office_id = me.office_id and r.staff_id = me.staff_id and r.used_at is null),
         app.second_required(me.role, o.second_factor_roles, o.second_factor_inside, n.address, c.factor_due), c.password_hash is not null
  from app.self() me
  join offices o on o.id = me.office_id
  join accounts c on c.office_id = me.office_id and c.staff_id = me.staff_id
  join sessions n on n.office_id = me.office_id and n.id = me.session_id
$$;
create or replace function app.my_passkeys() returns table (id uuid, name text, made timestamptz, used timestamptz)
  language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  select k.id, k.name, k.created_at, k.last_used_at from app.self() me join passkeys k on k.office_id = me.office_id and k.staff_id = me.staff_id order by k.created_at, k.id
$$;

revoke execute on function app.invite(uuid), app.my_factors(), app.my_passkeys(), app.recovery_link() from public, hanai_auth, hanai_jobs;
grant execute on function app.invite(uuid), app.my_factors(), app.my_passkeys() to hanai_app;
revoke execute on function app.recovery_link() from hanai_app;
revoke execute on function app.reset_link(citext) from public, hanai_app, hanai_auth;
grant execute on function app.reset_link(citext) to hanai_jobs;
