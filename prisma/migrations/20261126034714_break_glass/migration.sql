-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "proven_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "break_glasses" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "review_due_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "remark" TEXT,

    CONSTRAINT "break_glasses_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateIndex
CREATE INDEX "break_glasses_office_id_staff_id_until_idx" ON "break_glasses"("office_id", "staff_id", "until");

-- CreateIndex
CREATE INDEX "break_glasses_office_id_case_id_idx" ON "break_glasses"("office_id", "case_id");

-- AddForeignKey
ALTER TABLE "break_glasses" ADD CONSTRAINT "break_glasses_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "break_glasses" ADD CONSTRAINT "break_glasses_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "break_glasses" ADD CONSTRAINT "break_glasses_office_id_reviewed_by_id_fkey" FOREIGN KEY ("office_id", "reviewed_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
