-- Who is asking? The transaction carries the random key of a session; only the database turns it into a person.
-- After a transaction the setting is the empty string, hence nullif.

create or replace function app.session_key_hash() returns bytea
  language plpgsql stable parallel safe set search_path = pg_catalog as $$
declare raw text := nullif(current_setting('hanai.session', true), '');
begin
  if raw is null or raw !~ '^[0-9a-f]{64}$' then return null; end if;
  return sha256(decode(raw, 'hex'));
end $$;

create or replace function app.me()
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

-- Act §17⑥: schools, offices, their centres and entrusted bodies. Everybody else needs consent or another law.
create or replace function app.inside_circle(kind public."AgencyKind", entrusted boolean) returns boolean
  language sql immutable parallel safe set search_path = pg_catalog, public as $$
  select entrusted or kind in ('SCHOOL', 'ISS_CENTER', 'EDU_OFFICE', 'WEE_CENTER', 'LEARNING_CLINIC', 'SPECIAL_ED', 'STUDENT_MH_CENTER')
$$;

create or replace function app.actor_id() returns uuid language sql stable security definer
  set search_path = pg_catalog, public as $$ select staff_id from app.me() $$;
create or replace function app.actor_office() returns uuid language sql stable security definer
  set search_path = pg_catalog, public as $$ select office_id from app.me() $$;
create or replace function app.actor_agency() returns uuid language sql stable security definer
  set search_path = pg_catalog, public as $$ select agency_id from app.me() $$;
create or replace function app.actor_role() returns text language sql stable security definer
  set search_path = pg_catalog, public as $$ select role from app.me() $$;
create or replace function app.actor_session() returns uuid language sql stable security definer
  set search_path = pg_catalog, public as $$ select session_id from app.me() $$;

-- The office whose every case this person may look after: staff of the district office's centre.
create or replace function app.office_scope() returns uuid language sql stable security definer
  set search_path = pg_catalog, public as $$
  select office_id from app.me() where role in ('COORDINATOR', 'OFFICE_LEAD') and inside and cleared
$$;
-- The school this person leads.
create or replace function app.school_scope() returns uuid language sql stable security definer
  set search_path = pg_catalog, public as $$
  select agency_id from app.me() where role = 'SCHOOL_LEAD' and agency_kind = 'SCHOOL' and cleared
$$;
-- The school whose pupils this person may look up.
create or replace function app.roster_scope() returns uuid language sql stable security definer
  set search_path = pg_catalog, public as $$
  select agency_id from app.me() where role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD') and agency_kind = 'SCHOOL' and cleared
$$;
-- Inside the circle with a current approval and training.
create or replace function app.actor_cleared() returns boolean language sql stable security definer
  set search_path = pg_catalog, public as $$ select coalesce((select inside and cleared from app.me()), false) $$;
