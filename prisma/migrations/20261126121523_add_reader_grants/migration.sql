-- CreateTable
CREATE TABLE "reader_grants" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "reader_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "reader_grants_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateIndex
CREATE INDEX "reader_grants_office_id_case_id_idx" ON "reader_grants"("office_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "reader_grants_office_id_reader_id_key" ON "reader_grants"("office_id", "reader_id");

-- AddForeignKey
ALTER TABLE "reader_grants" ADD CONSTRAINT "reader_grants_office_id_reader_id_fkey" FOREIGN KEY ("office_id", "reader_id") REFERENCES "sealed_readers"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reader_grants" ADD CONSTRAINT "reader_grants_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reader_grants" ADD CONSTRAINT "reader_grants_office_id_asked_by_id_fkey" FOREIGN KEY ("office_id", "asked_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reader_grants" ADD CONSTRAINT "reader_grants_office_id_answered_by_id_fkey" FOREIGN KEY ("office_id", "answered_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
