-- CreateTable
CREATE TABLE "reporter_grants" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "reporter_grants_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateIndex
CREATE INDEX "reporter_grants_office_id_record_id_idx" ON "reporter_grants"("office_id", "record_id");

-- CreateIndex
CREATE INDEX "reporter_grants_office_id_asked_by_id_idx" ON "reporter_grants"("office_id", "asked_by_id");

-- AddForeignKey
ALTER TABLE "reporter_grants" ADD CONSTRAINT "reporter_grants_office_id_record_id_fkey" FOREIGN KEY ("office_id", "record_id") REFERENCES "sealed_records"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reporter_grants" ADD CONSTRAINT "reporter_grants_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reporter_grants" ADD CONSTRAINT "reporter_grants_office_id_asked_by_id_fkey" FOREIGN KEY ("office_id", "asked_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reporter_grants" ADD CONSTRAINT "reporter_grants_office_id_answered_by_id_fkey" FOREIGN KEY ("office_id", "answered_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
