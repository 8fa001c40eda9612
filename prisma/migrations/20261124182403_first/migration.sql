-- CreateEnum
CREATE TYPE "AgencyKind" AS ENUM ('SCHOOL', 'ISS_CENTER', 'EDU_OFFICE', 'METRO_OFFICE', 'WEE_CENTER', 'LEARNING_CLINIC', 'SPECIAL_ED', 'STUDENT_MH_CENTER', 'DISTRICT', 'DONG_CENTER', 'DREAM_START', 'CHILD_PROTECT', 'MENTAL_HEALTH', 'YOUTH_COUNSEL', 'YOUTH_SHELTER', 'FAMILY_CENTER', 'CHILD_CENTER', 'WELFARE_CENTER', 'KKUMDREAM', 'YOUNG_CARER_ORG', 'SUNFLOWER', 'JUSTICE', 'LEGAL', 'NGO', 'POLICE');

-- CreateEnum
CREATE TYPE "CrisisLevel" AS ENUM ('EMERGENCY', 'HIGH', 'MODERATE', 'WATCH');

-- CreateEnum
CREATE TYPE "WaitingOn" AS ENUM ('STAFF', 'AGENCY', 'FAMILY');

-- CreateEnum
CREATE TYPE "CaseRelation" AS ENUM ('LEAD', 'CO_LEAD', 'MEMBER', 'OBSERVER');

-- CreateEnum
CREATE TYPE "AccessReason" AS ENUM ('SCHOOL_TEAM', 'OFFICE_TEAM', 'CONSENT', 'LAWFUL_BASIS');

-- CreateEnum
CREATE TYPE "InterventionState" AS ENUM ('PROPOSED', 'DECLINED', 'ACCEPTED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'DISCONTINUED');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD', 'STATISTICS_VIEWER', 'PRIVACY_OFFICER', 'ADMIN');

-- CreateEnum
CREATE TYPE "ReferralKind" AS ENUM ('REQUEST', 'NOTICE');

-- CreateEnum
CREATE TYPE "ReferralState" AS ENUM ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON', 'SELECTED', 'NOT_SELECTED', 'ATTACHED', 'DUPLICATE', 'LINKAGE_ONLY', 'CONVERTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Urgency" AS ENUM ('NOW', 'TODAY', 'THIS_WEEK');

-- CreateEnum
CREATE TYPE "RosterImportState" AS ENUM ('UPLOADING', 'READING', 'APPLYING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "ConsentSubject" AS ENUM ('STUDENT', 'GUARDIAN');

-- CreateEnum
CREATE TYPE "ConsentState" AS ENUM ('ASKED', 'GRANTED', 'REFUSED', 'UNABLE');

-- CreateEnum
CREATE TYPE "Layer" AS ENUM ('EXISTENCE', 'PLAN', 'PROGRESS', 'SENSITIVE', 'SEALED');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('TEAM', 'AGENCY', 'PRIVATE');

-- CreateTable
CREATE TABLE "offices" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agencies" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "kind" "AgencyKind" NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_ko" TEXT NOT NULL,
    "short_en" TEXT NOT NULL,
    "is_entrusted" BOOLEAN NOT NULL DEFAULT false,
    "sourced_id" TEXT,
    "phone" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agencies_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "student_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "level" "CrisisLevel" NOT NULL,
    "domains" TEXT[],
    "lead_id" UUID,
    "lead_agency_id" UUID,
    "next_action" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "waiting_on" "WaitingOn",
    "waiting_staff_id" UUID,
    "waiting_agency_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "plan_agreed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "last_event_at" TIMESTAMPTZ(3) NOT NULL,
    "child_seen_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "case_members" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "relation" "CaseRelation" NOT NULL,
    "reason" "AccessReason" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "added_by_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "case_members_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "case_levels" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "red_flags" TEXT[],
    "ratings" JSONB NOT NULL,
    "aggravators" TEXT[],
    "proposed" "CrisisLevel" NOT NULL,
    "decided" "CrisisLevel" NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "second_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_levels_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "level_proposals" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "red_flags" TEXT[],
    "ratings" JSONB NOT NULL,
    "aggravators" TEXT[],
    "proposed" "CrisisLevel" NOT NULL,
    "wanted" "CrisisLevel" NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "level_proposals_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "closures" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "remaining" TEXT NOT NULL DEFAULT '',
    "voice" TEXT NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "closures_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "reopenings" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reopenings_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "services" (
    "office_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "agency_kinds" TEXT[],
    "domains" TEXT[],
    "eligibility_ko" TEXT NOT NULL,
    "unit_ko" TEXT NOT NULL,
    "duration_ko" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "services_pkey" PRIMARY KEY ("office_id","code")
);

-- CreateTable
CREATE TABLE "interventions" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "goal_id" UUID,
    "domain" TEXT NOT NULL,
    "service_code" TEXT NOT NULL,
    "agency_id" UUID NOT NULL,
    "staff_id" UUID,
    "proposer_id" UUID NOT NULL,
    "request" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "planned_units" INTEGER,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "state" "InterventionState" NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "decline_code" TEXT,
    "answer" TEXT,
    "wakes_on" DATE,
    "result" TEXT,
    "end_reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "interventions_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "intervention_sessions" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "intervention_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "attendance" TEXT NOT NULL,
    "response" TEXT,
    "child_seen" BOOLEAN NOT NULL,
    "units" INTEGER NOT NULL DEFAULT 1,
    "next_appointment" TIMESTAMPTZ(3),
    "note_id" UUID,

    CONSTRAINT "intervention_sessions_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "job_title" TEXT NOT NULL,
    "job_title_en" TEXT,
    "sourced_id" TEXT,
    "phone" TEXT,
    "deputy_id" UUID,
    "leave_until" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'ko',
    "deactivated_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("office_id","staff_id")
);

-- CreateTable
CREATE TABLE "external_identities" (
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "external_identities_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "method" TEXT NOT NULL,
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "bucket" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "handling_approvals" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "approved_by" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "handling_approvals_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "security_trainings" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "security_trainings_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "conflicts" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "declared_by" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "conflicts_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "goals" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "steps" TEXT[],
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "goals_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "goal_ratings" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "rating" INTEGER NOT NULL,
    "remark" TEXT NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "goal_ratings_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "referrals" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "ReferralKind" NOT NULL,
    "state" "ReferralState" NOT NULL,
    "urgency" "Urgency" NOT NULL,
    "school_id" UUID NOT NULL,
    "student_id" UUID,
    "described_child" TEXT,
    "applicant_id" UUID NOT NULL,
    "applicant_relation" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL DEFAULT 'STAFF',
    "concerns" TEXT[],
    "sentence" TEXT NOT NULL,
    "wishes" TEXT NOT NULL DEFAULT '',
    "basics" JSONB NOT NULL DEFAULT '{}',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "responsible_agency_id" UUID,
    "in_charge_id" UUID,
    "next_action" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "question" TEXT,
    "answer" TEXT,
    "attached_case_id" UUID,
    "duplicate_of_id" UUID,
    "converted_to_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "referrals_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "referral_decisions" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "move" TEXT NOT NULL,
    "reason_code" TEXT,
    "reason" TEXT,
    "fallback" TEXT,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_decisions_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "roster_imports" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "state" "RosterImportState" NOT NULL,
    "progress" JSONB NOT NULL,
    "failure" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "roster_imports_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "roster_import_issues" (
    "office_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "field" TEXT,
    "code" TEXT NOT NULL,
    "rejected" BOOLEAN NOT NULL,

    CONSTRAINT "roster_import_issues_pkey" PRIMARY KEY ("office_id","import_id","seq")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "subject" "ConsentSubject" NOT NULL,
    "guardian_id" UUID,
    "recipient_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "items" TEXT[],
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "state" "ConsentState" NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "evidence_kind" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "consents_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "lawful_bases" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "items" TEXT[],
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "review_due_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "lawful_bases_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "students" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "sourced_id" TEXT,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "grade" INTEGER,
    "class_name" TEXT,
    "class_number" INTEGER,
    "birth_date" DATE,
    "sex" TEXT,
    "phone" TEXT,
    "dong" TEXT,
    "grams" TEXT[],
    "initials" TEXT NOT NULL DEFAULT '',
    "left_at" TIMESTAMPTZ(3),
    "import_digest" TEXT,

    CONSTRAINT "students_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "guardians" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "sourced_id" TEXT,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "language" TEXT,
    "import_digest" TEXT,

    CONSTRAINT "guardians_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "guardian_links" (
    "office_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "guardian_links_pkey" PRIMARY KEY ("office_id","student_id","guardian_id")
);

-- CreateTable
CREATE TABLE "school_classes" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "sourced_id" TEXT,
    "title" TEXT NOT NULL,
    "grade" INTEGER,
    "school_year" INTEGER,
    "ended_at" TIMESTAMPTZ(3),
    "import_digest" TEXT,

    CONSTRAINT "school_classes_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "enrolments" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "class_id" UUID NOT NULL,
    "student_id" UUID,
    "staff_id" UUID,
    "sourced_id" TEXT,
    "is_homeroom" BOOLEAN NOT NULL DEFAULT false,
    "begins_on" DATE,
    "ends_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "import_digest" TEXT,

    CONSTRAINT "enrolments_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID,
    "referral_id" UUID,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "agency_id" UUID,
    "layer" "Layer" NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'TEAM',
    "domain" TEXT NOT NULL DEFAULT 'GENERAL',
    "note_id" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "notes" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "layer" "Layer" NOT NULL,
    "audience" "Audience" NOT NULL,
    "domain" TEXT NOT NULL DEFAULT 'GENERAL',
    "body" TEXT NOT NULL,
    "child_seen" BOOLEAN NOT NULL DEFAULT false,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "amends_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "notes_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,
    "session_id" UUID,
    "action" TEXT NOT NULL,
    "case_id" UUID,
    "subject_id" UUID,
    "outcome" TEXT NOT NULL DEFAULT 'done',

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "sent_forms" (
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "result" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sent_forms_pkey" PRIMARY KEY ("office_id","staff_id","key")
);

-- CreateTable
CREATE TABLE "drafts" (
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("office_id","staff_id","kind","subject")
);

-- CreateTable
CREATE TABLE "counters" (
    "office_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("office_id","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "offices_code_key" ON "offices"("code");

-- CreateIndex
CREATE UNIQUE INDEX "agencies_office_id_sourced_id_key" ON "agencies"("office_id", "sourced_id");

-- CreateIndex
CREATE INDEX "cases_office_id_due_at_id_idx" ON "cases"("office_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "cases_office_id_school_id_due_at_id_idx" ON "cases"("office_id", "school_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "cases_office_id_lead_id_due_at_id_idx" ON "cases"("office_id", "lead_id", "due_at", "id");

-- CreateIndex
CREATE INDEX "cases_office_id_student_id_idx" ON "cases"("office_id", "student_id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_office_id_number_key" ON "cases"("office_id", "number");

-- CreateIndex
CREATE INDEX "case_members_office_id_case_id_idx" ON "case_members"("office_id", "case_id");

-- CreateIndex
CREATE INDEX "case_members_office_id_staff_id_idx" ON "case_members"("office_id", "staff_id");

-- CreateIndex
CREATE INDEX "case_levels_office_id_case_id_at_idx" ON "case_levels"("office_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "level_proposals_office_id_case_id_at_idx" ON "level_proposals"("office_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "closures_office_id_case_id_at_idx" ON "closures"("office_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "reopenings_office_id_case_id_at_idx" ON "reopenings"("office_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "interventions_office_id_case_id_idx" ON "interventions"("office_id", "case_id");

-- CreateIndex
CREATE INDEX "interventions_office_id_agency_id_state_due_at_idx" ON "interventions"("office_id", "agency_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "intervention_sessions_office_id_intervention_id_held_at_idx" ON "intervention_sessions"("office_id", "intervention_id", "held_at");

-- CreateIndex
CREATE INDEX "staff_office_id_agency_id_idx" ON "staff"("office_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_office_id_sourced_id_key" ON "staff"("office_id", "sourced_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_key_hash_key" ON "sessions"("key_hash");

-- CreateIndex
CREATE INDEX "sessions_office_id_staff_id_idx" ON "sessions"("office_id", "staff_id");

-- CreateIndex
CREATE INDEX "handling_approvals_office_id_staff_id_idx" ON "handling_approvals"("office_id", "staff_id");

-- CreateIndex
CREATE INDEX "security_trainings_office_id_staff_id_idx" ON "security_trainings"("office_id", "staff_id");

-- CreateIndex
CREATE INDEX "conflicts_office_id_staff_id_idx" ON "conflicts"("office_id", "staff_id");

-- CreateIndex
CREATE INDEX "goals_office_id_case_id_idx" ON "goals"("office_id", "case_id");

-- CreateIndex
CREATE INDEX "goal_ratings_office_id_goal_id_at_idx" ON "goal_ratings"("office_id", "goal_id", "at");

-- CreateIndex
CREATE INDEX "referrals_office_id_school_id_state_idx" ON "referrals"("office_id", "school_id", "state");

-- CreateIndex
CREATE INDEX "referrals_office_id_applicant_id_submitted_at_idx" ON "referrals"("office_id", "applicant_id", "submitted_at");

-- CreateIndex
CREATE INDEX "referrals_office_id_student_id_idx" ON "referrals"("office_id", "student_id");

-- CreateIndex
CREATE INDEX "referrals_office_id_attached_case_id_idx" ON "referrals"("office_id", "attached_case_id");

-- CreateIndex
CREATE UNIQUE INDEX "referrals_office_id_number_key" ON "referrals"("office_id", "number");

-- CreateIndex
CREATE INDEX "referral_decisions_office_id_referral_id_at_idx" ON "referral_decisions"("office_id", "referral_id", "at");

-- CreateIndex
CREATE INDEX "roster_imports_office_id_started_at_idx" ON "roster_imports"("office_id", "started_at");

-- CreateIndex
CREATE INDEX "consents_office_id_student_id_recipient_id_idx" ON "consents"("office_id", "student_id", "recipient_id");

-- CreateIndex
CREATE INDEX "lawful_bases_office_id_case_id_recipient_id_idx" ON "lawful_bases"("office_id", "case_id", "recipient_id");

-- CreateIndex
CREATE INDEX "students_office_id_school_id_name_idx" ON "students"("office_id", "school_id", "name");

-- CreateIndex
CREATE INDEX "students_office_id_name_idx" ON "students"("office_id", "name");

-- CreateIndex
CREATE INDEX "students_grams_idx" ON "students" USING GIN ("grams");

-- CreateIndex
CREATE UNIQUE INDEX "students_office_id_sourced_id_key" ON "students"("office_id", "sourced_id");

-- CreateIndex
CREATE UNIQUE INDEX "guardians_office_id_sourced_id_key" ON "guardians"("office_id", "sourced_id");

-- CreateIndex
CREATE INDEX "guardian_links_office_id_guardian_id_idx" ON "guardian_links"("office_id", "guardian_id");

-- CreateIndex
CREATE INDEX "school_classes_office_id_school_id_idx" ON "school_classes"("office_id", "school_id");

-- CreateIndex
CREATE UNIQUE INDEX "school_classes_office_id_sourced_id_key" ON "school_classes"("office_id", "sourced_id");

-- CreateIndex
CREATE INDEX "enrolments_office_id_class_id_idx" ON "enrolments"("office_id", "class_id");

-- CreateIndex
CREATE INDEX "enrolments_office_id_student_id_idx" ON "enrolments"("office_id", "student_id");

-- CreateIndex
CREATE INDEX "enrolments_office_id_staff_id_idx" ON "enrolments"("office_id", "staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolments_office_id_sourced_id_key" ON "enrolments"("office_id", "sourced_id");

-- CreateIndex
CREATE INDEX "events_office_id_case_id_at_id_idx" ON "events"("office_id", "case_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "events_office_id_referral_id_at_idx" ON "events"("office_id", "referral_id", "at");

-- CreateIndex
CREATE INDEX "notes_office_id_case_id_idx" ON "notes"("office_id", "case_id");

-- CreateIndex
CREATE INDEX "audit_entries_office_id_case_id_at_idx" ON "audit_entries"("office_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_office_id_staff_id_at_idx" ON "audit_entries"("office_id", "staff_id", "at");

-- AddForeignKey
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_school_id_fkey" FOREIGN KEY ("office_id", "school_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_lead_id_fkey" FOREIGN KEY ("office_id", "lead_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_lead_agency_id_fkey" FOREIGN KEY ("office_id", "lead_agency_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_waiting_staff_id_fkey" FOREIGN KEY ("office_id", "waiting_staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_waiting_agency_id_fkey" FOREIGN KEY ("office_id", "waiting_agency_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_members" ADD CONSTRAINT "case_members_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_members" ADD CONSTRAINT "case_members_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_members" ADD CONSTRAINT "case_members_office_id_agency_id_fkey" FOREIGN KEY ("office_id", "agency_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_levels" ADD CONSTRAINT "case_levels_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_levels" ADD CONSTRAINT "case_levels_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_levels" ADD CONSTRAINT "case_levels_office_id_second_id_fkey" FOREIGN KEY ("office_id", "second_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "level_proposals" ADD CONSTRAINT "level_proposals_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "level_proposals" ADD CONSTRAINT "level_proposals_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "level_proposals" ADD CONSTRAINT "level_proposals_office_id_settled_by_id_fkey" FOREIGN KEY ("office_id", "settled_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "closures" ADD CONSTRAINT "closures_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "closures" ADD CONSTRAINT "closures_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_office_id_goal_id_fkey" FOREIGN KEY ("office_id", "goal_id") REFERENCES "goals"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_office_id_service_code_fkey" FOREIGN KEY ("office_id", "service_code") REFERENCES "services"("office_id", "code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_office_id_agency_id_fkey" FOREIGN KEY ("office_id", "agency_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_office_id_proposer_id_fkey" FOREIGN KEY ("office_id", "proposer_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "intervention_sessions" ADD CONSTRAINT "intervention_sessions_office_id_intervention_id_fkey" FOREIGN KEY ("office_id", "intervention_id") REFERENCES "interventions"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "intervention_sessions" ADD CONSTRAINT "intervention_sessions_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_office_id_agency_id_fkey" FOREIGN KEY ("office_id", "agency_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_office_id_deputy_id_fkey" FOREIGN KEY ("office_id", "deputy_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handling_approvals" ADD CONSTRAINT "handling_approvals_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handling_approvals" ADD CONSTRAINT "handling_approvals_office_id_approved_by_fkey" FOREIGN KEY ("office_id", "approved_by") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "security_trainings" ADD CONSTRAINT "security_trainings_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "goals" ADD CONSTRAINT "goals_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "goal_ratings" ADD CONSTRAINT "goal_ratings_office_id_goal_id_fkey" FOREIGN KEY ("office_id", "goal_id") REFERENCES "goals"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "goal_ratings" ADD CONSTRAINT "goal_ratings_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_office_id_school_id_fkey" FOREIGN KEY ("office_id", "school_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_office_id_responsible_agency_id_fkey" FOREIGN KEY ("office_id", "responsible_agency_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_office_id_applicant_id_fkey" FOREIGN KEY ("office_id", "applicant_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_office_id_in_charge_id_fkey" FOREIGN KEY ("office_id", "in_charge_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_office_id_attached_case_id_fkey" FOREIGN KEY ("office_id", "attached_case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_office_id_duplicate_of_id_fkey" FOREIGN KEY ("office_id", "duplicate_of_id") REFERENCES "referrals"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_office_id_converted_to_id_fkey" FOREIGN KEY ("office_id", "converted_to_id") REFERENCES "referrals"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "referral_decisions" ADD CONSTRAINT "referral_decisions_office_id_referral_id_fkey" FOREIGN KEY ("office_id", "referral_id") REFERENCES "referrals"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "referral_decisions" ADD CONSTRAINT "referral_decisions_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "roster_imports" ADD CONSTRAINT "roster_imports_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "roster_import_issues" ADD CONSTRAINT "roster_import_issues_office_id_import_id_fkey" FOREIGN KEY ("office_id", "import_id") REFERENCES "roster_imports"("office_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_office_id_guardian_id_fkey" FOREIGN KEY ("office_id", "guardian_id") REFERENCES "guardians"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_office_id_recipient_id_fkey" FOREIGN KEY ("office_id", "recipient_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_office_id_recorded_by_id_fkey" FOREIGN KEY ("office_id", "recorded_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lawful_bases" ADD CONSTRAINT "lawful_bases_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lawful_bases" ADD CONSTRAINT "lawful_bases_office_id_recipient_id_fkey" FOREIGN KEY ("office_id", "recipient_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lawful_bases" ADD CONSTRAINT "lawful_bases_office_id_recorded_by_id_fkey" FOREIGN KEY ("office_id", "recorded_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "students" ADD CONSTRAINT "students_office_id_school_id_fkey" FOREIGN KEY ("office_id", "school_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_links" ADD CONSTRAINT "guardian_links_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_links" ADD CONSTRAINT "guardian_links_office_id_guardian_id_fkey" FOREIGN KEY ("office_id", "guardian_id") REFERENCES "guardians"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "school_classes" ADD CONSTRAINT "school_classes_office_id_school_id_fkey" FOREIGN KEY ("office_id", "school_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_office_id_class_id_fkey" FOREIGN KEY ("office_id", "class_id") REFERENCES "school_classes"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_office_id_agency_id_fkey" FOREIGN KEY ("office_id", "agency_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_office_id_author_id_fkey" FOREIGN KEY ("office_id", "author_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_office_id_agency_id_fkey" FOREIGN KEY ("office_id", "agency_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
