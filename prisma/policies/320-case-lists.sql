-- The orders of the caseload (lib/cases/list.ts) that no other file has an index for.
create index if not exists cases_open_by_lead_agency on cases (office_id, lead_agency_id, due_at, id) where closed_at is null;
create index if not exists cases_closed_by_time on cases (office_id, closed_at desc, id desc) where closed_at is not null;
