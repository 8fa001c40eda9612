/**
 * The bench world in SQL, straight into the tables: 20 offices, 5,700 pupils and 2,500 cases each, ten events a case and
 * one case an office with 200. Everything follows from numbers, so two runs make the same rows.
 * `tests/bench/data.ts` runs it and then lets the verbs work on a sample.
 */
export const offices = 20
export const casesPerOffice = 2_500
export const studentsPerOffice = 5_700
/** The case of each office with the long timeline is its first. */
export const longTimeline = 200

const staffPerOffice = 5 + 14 * 5 + 15 * 3

/** A UUIDv7 out of a moment and a name, so that identifiers lie in the order of time as the application's do. */
export const helpers = `
create schema bench;
create or replace function bench.id(at timestamptz, key text) returns uuid language sql immutable as $$
  select (encode(substring(int8send((extract(epoch from at) * 1000)::bigint) from 3), 'hex')
    || '7' || substr(md5(key), 1, 3) || '8' || substr(md5(key), 5, 3) || substr(md5(key), 9, 12))::uuid $$;
create or replace function bench.day(back numeric) returns timestamptz language sql stable as $$
  select timestamptz '2026-11-24 09:00+09' - back * interval '1 day' $$;
create or replace function bench.name(n int) returns text language sql immutable as $$
  select (array['강','고','권','김','노','류','문','박','배','서','송','신','안','오','유','윤','이','임','장','정','조','차','최','한','홍'])[1 + n % 25]
      || (array['가','나','다','라','로','루','리','모','미','보','새','서','소','솔','수','시','아','연','예','온','유','은','이','주','지','하'])[1 + (n / 25) % 26]
      || (array['람','률','빈','봄','슬','아','안','영','우','윤','율','은','인','임','준','진','찬','채','현','훈'])[1 + (n / 650) % 20] $$;
create or replace function bench.office(o int) returns uuid language sql immutable as $$ select bench.id(timestamptz '2026-03-01', 'office' || o) $$;
create or replace function bench.agency(o int, a int) returns uuid language sql immutable as $$ select bench.id(timestamptz '2026-03-01', 'agency' || o || '.' || a) $$;
create or replace function bench.person(o int, s int) returns uuid language sql immutable as $$ select bench.id(timestamptz '2026-03-01', 'staff' || o || '.' || s) $$;
create or replace function bench.student(o int, s int) returns uuid language sql immutable as $$ select bench.id(timestamptz '2026-03-02', 'student' || o || '.' || s) $$;
create or replace function bench.opened(c int) returns timestamptz language sql stable as $$ select bench.day(1 + (c * 37) % 180) $$;
create or replace function bench.file(o int, c int) returns uuid language sql stable as $$ select bench.id(bench.opened(c), 'case' || o || '.' || c) $$;
-- Agencies of an office: 0 the centre, 1–14 schools, 15–29 partners. Staff: 0–4 the centre's, then five a school, then three a partner.
create or replace function bench.agency_of(s int) returns int language sql immutable as $$
  select case when s < 5 then 0 when s < 75 then 1 + (s - 5) / 5 else 15 + (s - 75) / 3 end $$;
`

export const world: { name: string; sql: string }[] = [
  { name: 'offices', sql: `
insert into offices (id, code, name_ko, name_en, region_code, cases_a_day, created_at)
select bench.office(o), 'B' || o, '측정교육지원청 ' || o, 'Bench office ' || o, 'R' || o % 4, 1000000, bench.day(300) from generate_series(1, ${offices}) o` },
  { name: 'agencies', sql: `
insert into agencies (id, office_id, kind, name_ko, name_en, short_ko, short_en)
select bench.agency(o, a), bench.office(o),
  (case when a = 0 then 'ISS_CENTER' when a <= 14 then 'SCHOOL' else (array['NGO','DISTRICT','DONG_CENTER'])[1 + a % 3] end)::"AgencyKind",
  '기관 ' || o || '-' || a, 'Agency ' || o || '-' || a, '기관 ' || a, 'Agency ' || a
from generate_series(1, ${offices}) o, generate_series(0, 29) a` },
  { name: 'staff', sql: `
insert into staff (id, office_id, agency_id, role, name, job_title)
select bench.person(o, s), bench.office(o), bench.agency(o, bench.agency_of(s)),
  (case when s = 0 then 'OFFICE_LEAD' when s < 5 then 'COORDINATOR'
        when s < 75 then (array['SCHOOL_LEAD','COUNSELOR','TEACHER','TEACHER','TEACHER'])[1 + (s - 5) % 5]
        else (array['PARTNER_LEAD','PARTNER_WORKER','PARTNER_WORKER'])[1 + s % 3] end)::"Role",
  bench.name(o * 131 + s), '담당'
from generate_series(1, ${offices}) o, generate_series(0, ${staffPerOffice - 1}) s` },
  { name: 'accounts', sql: `
insert into accounts (office_id, staff_id, email) select office_id, id, id || '@bench.example' from staff where office_id in (select bench.office(o) from generate_series(1, ${offices}) o)` },
  { name: 'approvals', sql: `
insert into handling_approvals (id, office_id, staff_id, valid_from, valid_until) select gen_random_uuid(), office_id, staff_id, bench.day(200), bench.day(-2000) from accounts where email like '%@bench.example'` },
  { name: 'trainings', sql: `
insert into security_trainings (id, office_id, staff_id, completed_at, valid_until) select gen_random_uuid(), office_id, staff_id, bench.day(200), bench.day(-2000) from accounts where email like '%@bench.example'` },
  { name: 'services', sql: `
insert into services (office_id, code, name_ko, name_en, agency_kinds, domains, eligibility_ko, unit_ko, duration_ko, stage)
select bench.office(o), code, ko, en, '{NGO,DISTRICT,DONG_CENTER}', '{ECON}', '', '회', '', 3
from generate_series(1, ${offices}) o, (values ('EMO-01','Wee클래스 상담','Wee class counselling'), ('WEL-02','방문상담','Visits'), ('NGO-01','긴급 주거비','Grant')) s(code, ko, en)` },
  { name: 'students', sql: `
insert into students (id, office_id, school_id, sourced_id, name, grade, class_name, class_number, birth_date, sex, dong, grams, initials)
select bench.student(o, s), bench.office(o), bench.agency(o, 1 + s % 14), 'b' || o || '-' || s, n, 1 + s % 12, (1 + s % 9)::text, 1 + s % 28,
  date '2010-01-01' + s % 3000, (array['F','M'])[1 + s % 2], '나래동', array[substr(n,1,1), substr(n,2,1), substr(n,3,1), substr(n,1,2), substr(n,2,2)], ''
from generate_series(1, ${offices}) o, generate_series(0, ${studentsPerOffice - 1}) s, lateral (select bench.name(s * 7 + o) as n) x` },
  { name: 'cases', sql: `
insert into cases (id, office_id, number, student_id, school_id, level, domains, lead_id, lead_agency_id, next_action, due_at, waiting_on, waiting_staff_id, opened_at, closed_at, last_event_at, child_seen_at)
select bench.file(o, c), bench.office(o), 'G-2026-' || lpad(c::text, 4, '0'), bench.student(o, c), bench.agency(o, 1 + c % 14),
  (array['WATCH','MODERATE','MODERATE','HIGH','HIGH','EMERGENCY'])[1 + c % 6]::"CrisisLevel", array['ECON','CARE'],
  bench.person(o, 6 + 5 * (c % 14)), bench.agency(o, 1 + c % 14), '전화로 안부 확인하기', bench.day(6 - (c % 27)), 'STAFF', bench.person(o, 6 + 5 * (c % 14)),
  bench.opened(c), case when c % 5 = 4 then bench.opened(c) + interval '12 hours' end, bench.day((c * 13) % 20 * 0.04), bench.day((c * 11) % 30 * 0.1)
from generate_series(1, ${offices}) o, generate_series(1, ${casesPerOffice}) c` },
  { name: 'case_members', sql: `
insert into case_members (id, office_id, case_id, staff_id, agency_id, relation, reason, since, added_by_id, ended_at, end_reason)
select bench.id(k.opened_at, 'member' || k.id || m), k.office_id, k.id,
  bench.person(o, p), bench.agency(o, bench.agency_of(p)),
  (case when m = 0 then 'LEAD' else 'MEMBER' end)::"CaseRelation", (case when m = 2 then 'CONSENT' else 'SCHOOL_TEAM' end)::"AccessReason", k.opened_at, bench.person(o, 0),
  k.closed_at, case when k.closed_at is not null then 'CASE_CLOSED' end
from generate_series(1, ${offices}) o, generate_series(1, ${casesPerOffice}) c, generate_series(0, 2) m,
  lateral (select case m when 0 then 6 + 5 * (c % 14) when 1 then 7 + 5 * (c % 14) + c % 3 else 75 + (c * 7) % 45 end as p) x
join cases k on true where k.office_id = bench.office(o) and k.id = bench.file(o, c)` },
  { name: 'consents', sql: `
insert into consents (id, office_id, student_id, subject, guardian_id, recipient_id, purpose, items, sensitive, state, valid_from, valid_until, evidence_kind, recorded_by_id, recorded_at)
select gen_random_uuid(), m.office_id, k.student_id, s::"ConsentSubject", case when s = 'GUARDIAN' then g.id end, m.agency_id, '지원', '{ECON,CARE}', false, 'GRANTED', k.opened_at, bench.day(-200), 'PAPER', m.added_by_id, k.opened_at
from case_members m join cases k on k.office_id = m.office_id and k.id = m.case_id cross join (values ('STUDENT'), ('GUARDIAN')) v(s)
join guardians g on g.office_id = m.office_id where m.reason = 'CONSENT' and g.sourced_id = 'bench'` },
  { name: 'notes', sql: `
insert into notes (id, office_id, case_id, author_id, agency_id, kind, layer, audience, domain, body, child_seen, happened_at, written_at)
select bench.id(at, 'note' || o || '.' || c || '.' || e), bench.office(o), bench.file(o, c), bench.person(o, 6 + 5 * (c % 14)), bench.agency(o, 1 + c % 14),
  (array['VISIT','CALL','COUNSELLING','OBSERVATION'])[1 + e % 4], (case when e % 20 = 5 then 'SENSITIVE' else 'PROGRESS' end)::"Layer", 'TEAM', (array['GENERAL','ECON','CARE','EMOTION'])[1 + e % 4],
  '아침에 교실에서 만나 이야기를 나눴어요. 어제보다 표정이 밝고, 점심도 친구와 함께 먹었다고 해요. 다음 주에 다시 확인하기로 했어요. ' || e, e % 3 = 0, at, at
from generate_series(1, ${offices}) o, generate_series(1, ${casesPerOffice}) c,
  generate_series(1, case when c = 1 then ${longTimeline - 1} else 9 end) e, lateral (select bench.opened(c) + e * interval '29 minutes' as at) x
where e % 2 = 1` },
  { name: 'events', sql: `
insert into events (id, office_id, case_id, type, at, actor_id, agency_id, layer, audience, domain, note_id, data)
select bench.id(at, 'event' || o || '.' || c || '.' || e), bench.office(o), bench.file(o, c),
  case when e = 0 then 'case.opened' when e % 2 = 1 then 'note.written' when e % 4 = 2 then 'case.turned' else 'case.levelled' end, at,
  bench.person(o, 6 + 5 * (c % 14)), bench.agency(o, 1 + c % 14),
  (case when e % 2 = 0 then 'PLAN' when e % 20 = 5 then 'SENSITIVE' else 'PROGRESS' end)::"Layer", 'TEAM',
  case when e % 2 = 1 then (array['GENERAL','ECON','CARE','EMOTION'])[1 + e % 4] else 'GENERAL' end,
  case when e % 2 = 1 then bench.id(at, 'note' || o || '.' || c || '.' || e) end,
  case when e = 0 then jsonb_build_object('number', 'G-2026-' || lpad(c::text, 4, '0'), 'level', 'HIGH', 'leadId', bench.person(o, 6 + 5 * (c % 14)))
       when e % 2 = 1 then jsonb_build_object('kind', (array['VISIT','CALL','COUNSELLING','OBSERVATION'])[1 + e % 4], 'childSeen', e % 3 = 0)
       when e % 4 = 2 then jsonb_build_object('dueAt', to_char(at + interval '3 days', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'waitingOn', 'STAFF')
       else jsonb_build_object('from', 'HIGH', 'to', 'MODERATE') end
from generate_series(1, ${offices}) o, generate_series(1, ${casesPerOffice}) c,
  generate_series(0, case when c = 1 then ${longTimeline - 1} else 9 end) e, lateral (select bench.opened(c) + e * interval '29 minutes' as at) x` },
  { name: 'interventions', sql: `
insert into interventions (id, office_id, case_id, domain, service_code, agency_id, staff_id, proposer_id, request, frequency, planned_units, starts_on, ends_on, state, due_at, proposed_at, result, ended_at)
select bench.id(k.opened_at, 'intervention' || k.id || i), k.office_id, k.id, (array['ECON','CARE','EMOTION'])[i], (array['NGO-01','WEL-02','EMO-01'])[i],
  bench.agency(o, case i when 3 then 1 + c % 14 else bench.agency_of(75 + (c * 7) % 45) end), null, bench.person(o, 6 + 5 * (c % 14)), '상담과 물품 지원을 부탁드려요.', '주 1회', 8,
  k.opened_at::date, k.opened_at::date + 90,
  (case when k.closed_at is not null then 'COMPLETED' when i = 1 then 'PROPOSED' else 'ACTIVE' end)::"InterventionState",
  bench.day(5 - (c + i) % 20), k.opened_at, case when k.closed_at is not null then 'ACHIEVED' end, k.closed_at
from generate_series(1, ${offices}) o, generate_series(1, ${casesPerOffice}) c, generate_series(1, 3) i
join cases k on true where k.office_id = bench.office(o) and k.id = bench.file(o, c)` },
  { name: 'referrals', sql: `
insert into referrals (id, office_id, number, kind, state, urgency, school_id, student_id, applicant_id, applicant_relation, concerns, sentence, submitted_at, responsible_agency_id, next_action, due_at)
select bench.id(bench.day(c * 0.3), 'referral' || o || '.' || c), bench.office(o), 'R-2026-' || lpad(c::text, 4, '0'), 'REQUEST',
  (case when c <= 40 then 'SUBMITTED' else 'NOT_SELECTED' end)::"ReferralState", 'THIS_WEEK', bench.agency(o, 1 + c % 14), bench.student(o, 3000 + c), bench.person(o, 7 + 5 * (c % 14)), '담임', '{ECON_HARDSHIP}', '준비물을 자주 못 가져와요.',
  bench.day(c * 0.3), bench.agency(o, 1 + c % 14), 'RECEIVE', bench.day(c * 0.3 - 3)
from generate_series(1, ${offices}) o, generate_series(1, 250) c` },
]

/** One guardian an office stands for all: the ledger is not what is measured. */
export const guardians = `insert into guardians (id, office_id, sourced_id, name) select bench.id(bench.day(200), 'guardian' || o), bench.office(o), 'bench', '보호자' from generate_series(1, ${offices}) o`
