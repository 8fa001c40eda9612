-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "deactivated_why" TEXT;

-- AlterTable
ALTER TABLE "handling_approvals" ADD COLUMN     "paper" TEXT;

-- AlterTable
ALTER TABLE "offices" ADD COLUMN     "dormant_days" INTEGER NOT NULL DEFAULT 90;

-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "leave_from" TIMESTAMPTZ(3),
ADD COLUMN     "leaving_on" DATE;

-- CreateTable
CREATE TABLE "access_changes" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_role" "Role",
    "from_agency_id" UUID,
    "role" "Role" NOT NULL,
    "agency_id" UUID NOT NULL,
    "job_title" TEXT,
    "name" TEXT,
    "name_en" TEXT,
    "email" CITEXT,
    "valid_until" TIMESTAMPTZ(3),
    "paper" TEXT,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'ASKED',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "comment" TEXT,

    CONSTRAINT "access_changes_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "rights_entries" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "by_id" UUID,
    "change_id" UUID,

    CONSTRAINT "rights_entries_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "access_warnings" (
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "stage" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_warnings_pkey" PRIMARY KEY ("office_id","staff_id","kind","until","stage")
);

-- CreateTable
CREATE TABLE "rights_attestations" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "agency_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "people" INTEGER NOT NULL,
    "doubted" UUID[],
    "remark" TEXT NOT NULL,

    CONSTRAINT "rights_attestations_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateIndex
CREATE INDEX "access_changes_office_id_staff_id_asked_at_idx" ON "access_changes"("office_id", "staff_id", "asked_at" DESC);

-- CreateIndex
CREATE INDEX "access_changes_office_id_asked_at_id_idx" ON "access_changes"("office_id", "asked_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "rights_entries_office_id_at_id_idx" ON "rights_entries"("office_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "rights_entries_office_id_staff_id_at_idx" ON "rights_entries"("office_id", "staff_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "rights_attestations_office_id_quarter_agency_id_key" ON "rights_attestations"("office_id", "quarter", "agency_id");

-- AddForeignKey
ALTER TABLE "access_changes" ADD CONSTRAINT "access_changes_office_id_asked_by_id_fkey" FOREIGN KEY ("office_id", "asked_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "access_changes" ADD CONSTRAINT "access_changes_office_id_decided_by_id_fkey" FOREIGN KEY ("office_id", "decided_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rights_attestations" ADD CONSTRAINT "rights_attestations_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
