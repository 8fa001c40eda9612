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

-- The person behind a session, today: an open account, an office that still employs her, a session that still runs.
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
  where n.key_hash = app.session_key_hash()
    and n.ended_at is null and n.expires_at > app.now()
    and c.deactivated_at is null and s.left_at is null and a.ended_at is null
$$;


-- Who is asking, with what follows from it, so that each rule reads one thing.
do $$ begin
  if to_regtype('app.person') is null then
    create type app.person as (staff_id uuid, office_id uuid, agency_id uuid, agency_kind text, role text, session_id uuid,
      inside boolean, cleared boolean, circle boolean, office_scope uuid, school_scope uuid, roster_scope uuid);
  end if;
end $$;

-- What the answer is sealed with below; read by its owner alone.
create table if not exists app.seal (key bytea not null);
revoke all on app.seal from public, hanai_app, hanai_jobs, hanai_auth;
insert into app.seal (key) select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')) where not exists (select from app.seal);

-- Looked up once a transaction and kept in a setting of it. Anybody may write a setting, so it counts only with a seal that
-- fits this key, this process, this transaction and this session: nobody can make one, and none serves a second time.
-- What is revoked meanwhile ends with the transaction.
create or replace function app.self() returns app.person
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  session text := current_setting('hanai.session', true);
  kept text := current_setting('hanai.me', true);
  sealing bytea;
  me app.person;
begin
  if session is null or session = '' then return me; end if;
  select s.key || convert_to(pg_backend_pid() || ' ' || extract(epoch from transaction_timestamp()) || ' ' || session || ' ', 'UTF8')
    into sealing from app.seal s;
  if length(kept) >= 64 and left(kept, 64) = encode(sha256(sealing || convert_to(substr(kept, 65), 'UTF8') || sealing), 'hex') then
    return substr(kept, 65)::app.person;
  end if;

  select l.*, l.inside and l.cleared, case when l.role in ('COORDINATOR', 'OFFICE_LEAD') and l.inside and l.cleared then l.office_id end,
         case when l.role = 'SCHOOL_LEAD' and l.agency_kind = 'SCHOOL' and l.cleared then l.agency_id end,
         case when l.role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD') and l.agency_kind = 'SCHOOL' and l.cleared then l.agency_id end
    into me from app.look_up() l;
  kept := me::text;
  perform set_config('hanai.me', encode(sha256(sealing || convert_to(kept, 'UTF8') || sealing), 'hex') || kept, true);
  return me;
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
