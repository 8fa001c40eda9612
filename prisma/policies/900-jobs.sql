-- The queue. Its tables belong to hanai_owner; hanai_jobs works in them, the app can only put in by app.enqueue.

grant usage on schema graphile_worker to hanai_jobs;
grant select, insert, update, delete on all tables in schema graphile_worker to hanai_jobs;
grant usage on all sequences in schema graphile_worker to hanai_jobs;
revoke insert, update, delete on graphile_worker.migrations from hanai_jobs;
revoke all on schema graphile_worker from public;

do $$
declare t record;
begin
  for t in select c.oid::regclass as name from pg_class c
           where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity loop
    call app.policy(t.name, 'worked_off_by_jobs', 'to hanai_jobs using (true) with check (true)');
  end loop;
end $$;

-- Puts a job into the queue within the caller's own transaction: no change, no job. The payload holds identifiers only.
-- With a job_key a waiting job of the same key is replaced instead of doubled.
create or replace function app.enqueue(task text, payload jsonb default '{}', run_at timestamptz default null, job_key text default null)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(enqueue.task, payload => enqueue.payload::json, run_at => enqueue.run_at, job_key => enqueue.job_key);
end $$;
revoke all on function app.enqueue(text, jsonb, timestamptz, text) from public;
grant execute on function app.enqueue(text, jsonb, timestamptz, text) to hanai_app, hanai_auth, hanai_jobs;
