-- Who is asking? The transaction carries the random key of a session; only the database turns it into a person.
-- After a transaction the setting is the empty string, hence nullif.

create or replace function app.session_key_hash() returns bytea
  language plpgsql stable parallel safe set search_path = pg_catalog as $$
declare raw text := nullif(current_setting('hanai.session', true), '');
begin
  if raw is null or raw !~ '^[0-9a-f]{64}$' then return null; end if;
  return sha256(decode(raw, 'hex'));
end $$;

-- Act §17⑥: schools, offices, their centres and entrusted bodies. Everybody else needs consent or another law.
create or replace function app.inside_circle(kind public."AgencyKind", entrusted boolean) returns boolean
  language sql immutable parallel safe set search_path = pg_catalog, public as $$
  select entrusted or kind in ('SCHOOL', 'ISS_CENTER', 'EDU_OFFICE', 'WEE_CENTER', 'LEARNING_CLINIC', 'SPECIAL_ED', 'STUDENT_MH_CENTER')
$$;

-- Does this account, signed in from this address, have to show a second factor? Whoever has one does; so does whom the office
-- names, by role or by the networks it trusts (none named: no such rule; at the sign-in and at each request: a telephone goes
-- home), and who has to set one up anew. Dissolves into the query around it.
create or replace function app.from_outside(address text, inside text[]) returns boolean
  language sql stable parallel safe set search_path = pg_catalog as $$
  select cardinality(inside) > 0 and not (pg_input_is_valid(coalesce(address, ''), 'inet')
    and exists (select from unnest(inside) network where case when pg_input_is_valid(coalesce(address, ''), 'inet') then address::inet <<= network::inet end))
$$;
-- Where the request comes from that is answered now, as the service says (hanai.address); nowhere, in its own jobs.
create or replace function app.asked_from_outside(inside text[]) returns boolean
  language sql stable parallel safe as $$ select coalesce(current_setting('hanai.address', true), '') <> '' and app.from_outside(current_setting('hanai.address', true), inside) $$;
create or replace function app.second_required(role text, roles text[], inside text[], address text, due boolean) returns boolean
  language sql stable parallel safe as $$ select due or role = any(roles) or app.from_outside(address, inside) or app.asked_from_outside(inside) $$;
create or replace function app.has_second(office uuid, staff uuid) returns boolean
  language sql stable parallel safe as $$
  select exists (select from public.totp_factors f where f.office_id = office and f.staff_id = staff and f.confirmed_at is not null)
      or exists (select from public.passkeys k where k.office_id = office and k.staff_id = staff)
$$;

-- The person behind a session, today: an open account, an office that still employs her, a session that still runs and is
-- strong enough: one that was begun by a password alone opens nothing where a second factor is asked.
create or replace function app.look_up()
  returns table (staff_id uuid, office_id uuid, agency_id uuid, agency_kind text, role text,
                 session_id uuid, inside boolean, cleared boolean)
  language sql stable security definer rows 1 set search_path = pg_catalog, public as $$
  select s.id, s.office_id, s.agency_id, a.kind::text, s.role::text, n.id,
         app.inside_circle(a.kind, a.is_entrusted),
         exists (select from handling_approvals h where h.office_id = s.office_id and h.staff_id = s.id
                   and h.revoked_at is null and h.valid_from <= app.now() and h.valid_until > app.now())
         and exists (select from security_trainings t where t.office_id = s.office_id and t.staff_id = s.id
                   and t.valid_until > app.now())
  from sessions n
  join staff s on s.office_id = n.office_id and s.id = n.staff_id
  join accounts c on c.office_id = s.office_id and c.staff_id = s.id
  join agencies a on a.office_id = s.office_id and a.id = s.agency_id
  join offices o on o.id = s.office_id
  where n.key_hash = app.session_key_hash()
    and (n.second_at is not null
      or not (app.second_required(s.role::text, o.second_factor_roles, o.second_factor_inside, n.address, c.factor_due) or app.has_second(s.office_id, s.id)))
    and n.ended_at is null and n.expires_at > app.now()
    and (n.last_seen_at is null or n.last_seen_at > app.now() - make_interval(mins => o.idle_minutes))
    and c.deactivated_at is null and s.left_at is null and a.ended_at is null
$$;


-- Who is asking, with what follows from it, so that each rule reads one thing.
drop type if exists app.person cascade;
create type app.person as (staff_id uuid, office_id uuid, agency_id uuid, agency_kind text, role text, session_id uuid,
  inside boolean, cleared boolean, circle boolean, office_scope uuid, school_scope uuid, roster_scope uuid, avoided uuid[]);

-- The answer is kept in a setting of the transaction. Anybody may write a setting, so it counts only under a seal that fits
-- the key, this process, this transaction and this session: nobody else can make one, and none serves a second time. What
-- is revoked meanwhile by others ends with the transaction; what it changes itself makes it forget (app.forget). The
-- schema is open to its owner alone.
create schema if not exists sealed;
create table if not exists sealed.key (key bytea not null);
insert into sealed.key (key) select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')) where not exists (select from sealed.key);

create or replace function sealed.seal(value text) returns text
  language plpgsql stable set search_path = pg_catalog as $$
declare secret bytea;
begin
  select k.key into secret from sealed.key k;
  return encode(sha256(secret || convert_to(concat_ws(' ', pg_backend_pid(), transaction_timestamp(), current_setting('hanai.session', true), value), 'UTF8') || secret), 'hex');
end $$;

create or replace function app.self() returns app.person
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  kept text := current_setting('hanai.me', true);
  me app.person;
begin
  if coalesce(current_setting('hanai.session', true), '') = '' then return me; end if;
  if length(kept) > 64 and left(kept, 64) = sealed.seal(substr(kept, 65)) then return substr(kept, 65)::app.person; end if;

  select l.*, l.inside and l.cleared, case when l.role in ('COORDINATOR', 'OFFICE_LEAD') and l.inside and l.cleared then l.office_id end,
         case when l.role = 'SCHOOL_LEAD' and l.agency_kind = 'SCHOOL' and l.cleared then l.agency_id end,
         case when l.role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD') and l.agency_kind = 'SCHOOL' and l.cleared then l.agency_id end,
         (select array_agg(c.student_id) from conflicts c where c.office_id = l.office_id and c.staff_id = l.staff_id and c.ended_at is null)
    into me from app.look_up() l;
  perform set_config('hanai.me', sealed.seal(me::text) || me::text, true);
  return me;
end $$;

-- After a change to what decides who somebody is.
create or replace function app.forget() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  perform set_config('hanai.me', '', true);
  return null;
end $$;
do $$
declare t text;
begin
  foreach t in array array['sessions', 'accounts', 'staff', 'agencies', 'handling_approvals', 'security_trainings', 'conflicts', 'totp_factors', 'passkeys', 'offices'] loop
    execute format('drop trigger if exists forget on %I', t);
    execute format('create trigger forget after insert or update or delete on %I for each statement execute function app.forget()', t);
  end loop;
end $$;

create or replace function app.me()
  returns table (staff_id uuid, office_id uuid, agency_id uuid, agency_kind text, role text,
                 session_id uuid, inside boolean, cleared boolean)
  language plpgsql stable security definer rows 1 set search_path = pg_catalog, public as $$
declare me app.person := app.self();
begin
  if me.staff_id is null then return; end if;
  return query select me.staff_id, me.office_id, me.agency_id, me.agency_kind, me.role, me.session_id, me.inside, me.cleared;
end $$;

-- These dissolve into the rule around them: one call, of app.self() alone.
create or replace function app.actor_id() returns uuid language sql stable as $$ select (app.self()).staff_id $$;
create or replace function app.actor_office() returns uuid language sql stable as $$ select (app.self()).office_id $$;
create or replace function app.actor_agency() returns uuid language sql stable as $$ select (app.self()).agency_id $$;
create or replace function app.actor_role() returns text language sql stable as $$ select (app.self()).role $$;
create or replace function app.actor_session() returns uuid language sql stable as $$ select (app.self()).session_id $$;
-- The office whose every case this person may look after: staff of the district office's centre.
create or replace function app.office_scope() returns uuid language sql stable as $$ select (app.self()).office_scope $$;
-- The school this person leads.
create or replace function app.school_scope() returns uuid language sql stable as $$ select (app.self()).school_scope $$;
-- The school whose pupils this person may look up.
create or replace function app.roster_scope() returns uuid language sql stable as $$ select (app.self()).roster_scope $$;
-- Inside the circle with a current approval and training.
create or replace function app.actor_cleared() returns boolean language sql stable as $$ select coalesce((app.self()).circle, false) $$;
