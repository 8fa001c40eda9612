-- Applied whole after every migration, as hanai_owner. Everything here may be applied again at any time.

create schema if not exists app;
grant usage on schema app to hanai_app, hanai_jobs, hanai_auth;
grant usage on schema public to hanai_app, hanai_jobs, hanai_auth;

-- The one clock of the database. Tests replace it by a settable one. Without a search path of its own, so that it
-- dissolves into the query around it.
create or replace function app.now() returns timestamptz
  language sql stable parallel safe
  as $$ select pg_catalog.now() $$;

-- A constraint that is there once and is renewed only when its text changes.
create or replace function app.ensure(target regclass, label text, definition text) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  found oid := (select oid from pg_constraint where conrelid = target and conname = label);
begin
  if found is not null and obj_description(found, 'pg_constraint') = md5(definition) then return; end if;
  if found is not null then execute format('alter table %s drop constraint %I', target, label); end if;
  execute format('alter table %s add constraint %I %s', target, label, definition);
  execute format('comment on constraint %I on %s is %L', label, target, md5(definition));
end $$;
revoke all on function app.ensure(regclass, text, text) from public;

-- Row security on, for the owner too; the owner (who cannot sign in) keeps a policy so that
-- migrations and the SECURITY DEFINER functions below can read what policies depend on.
create or replace procedure app.guard(target regclass)
  language plpgsql set search_path = pg_catalog, public as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('drop policy if exists owner_all on %s', target);
  execute format('create policy owner_all on %s to hanai_owner using (true) with check (true)', target);
  execute format('revoke all on %s from hanai_app, hanai_jobs, hanai_auth, public', target);
end $$;
revoke all on procedure app.guard(regclass) from public;

do $$
declare t record;
begin
  for t in select c.oid::regclass as name from pg_class c
           where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
             and c.relname not like '\_prisma%' loop
    call app.guard(t.name);
  end loop;
end $$;

-- Drops and creates in one breath: a policy is what this file says today.
create or replace procedure app.policy(target regclass, label text, definition text)
  language plpgsql set search_path = pg_catalog, public as $$
begin
  execute format('drop policy if exists %I on %s', label, target);
  execute format('create policy %I on %s %s', label, target, definition);
end $$;
revoke all on procedure app.policy(regclass, text, text) from public;
