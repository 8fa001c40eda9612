-- Lowering an EMERGENCY: one person proposes, another settles. At most one proposal of a case waits.
create unique index if not exists level_one_proposal on level_proposals (office_id, case_id) where settled_at is null;
select app.ensure('level_proposals', 'proposal_settled_by_another', $c$check (
  (settled_at is null) = (settled_by_id is null) and (settled_at is null) = (outcome is null)
  and (outcome is null or outcome = 'WITHDRAWN' or settled_by_id <> by_id))$c$);

grant select, insert, update (settled_by_id, settled_at, outcome) on level_proposals to hanai_app;
call app.policy('level_proposals', 'see', $p$for select to hanai_app using (
  office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases())))$p$);
call app.policy('level_proposals', 'propose', $p$for insert to hanai_app with check (
  by_id = (select app.actor_id()) and settled_at is null
  and (office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases()))))$p$);
call app.policy('level_proposals', 'settle', $p$for update to hanai_app using (
  settled_at is null and (office_id = (select app.office_scope()) or case_id = any(array(select app.insider_cases()))))
  with check (settled_by_id = (select app.actor_id()))$p$);
call app.policy('level_proposals', 'not_conflicted', 'as restrictive to hanai_app using (case_id not in (select app.conflicted_cases()))');

-- The decision names both: the one who proposed, from the proposal, and the one who agrees, who is asking.
call app.policy('case_levels', 'write', $p$for insert to hanai_app with check (
  (office_id = (select app.office_scope()) or case_id = any(array(select app.my_cases())))
  and ((by_id = (select app.actor_id()) and second_id is null)
    or (second_id = (select app.actor_id()) and exists (
      select from level_proposals p where p.office_id = case_levels.office_id and p.case_id = case_levels.case_id
        and p.by_id = case_levels.by_id and p.wanted = case_levels.decided
        and p.outcome = 'AGREED' and p.settled_by_id = (select app.actor_id())))))$p$);

-- Closing a case ends its memberships, whoever closes it.
create or replace function app.end_memberships() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update case_members set ended_at = new.closed_at, end_reason = 'CASE_CLOSED'
   where office_id = new.office_id and case_id = new.id and ended_at is null;
  return null;
end $$;
drop trigger if exists end_memberships on cases;
create trigger end_memberships after update of closed_at on cases for each row
  when (new.closed_at is not null and old.closed_at is null) execute function app.end_memberships();

-- May this person be let into this case, as far as conflicts of interest go? For those who can see the case.
create or replace function app.conflict_with(of_case uuid, person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from conflicts x join cases c on c.office_id = x.office_id and c.student_id = x.student_id
    where x.office_id = (select app.actor_office()) and c.id = of_case and x.staff_id = person and x.ended_at is null
      and (of_case in (select app.my_cases()) or (select app.office_scope()) is not null))
$$;
revoke execute on function app.conflict_with(uuid, uuid) from public;
grant execute on function app.conflict_with(uuid, uuid) to hanai_app;

-- What a case is about, as far as the asker may be told; null where the case does not exist for her.
create or replace function app.domains_of(of_case uuid) returns text[]
  language sql stable security definer set search_path = pg_catalog, public as $$
  select case when (select app.office_scope()) is not null or of_case in (select app.insider_cases()) or of_case in (select app.glass_cases()) then c.domains
    else array(select u.domain from unnest(c.domains) with ordinality u(domain, n)
               where (c.id, u.domain) in (select x.case_id, x.domain from app.shared_entries() x) order by u.n) end
  from cases c
  where c.office_id = (select app.actor_office()) and c.id = of_case and of_case not in (select app.conflicted_cases())
    and ((select app.office_scope()) is not null or of_case in (select app.my_cases()) or of_case in (select app.glass_cases()))
$$;
