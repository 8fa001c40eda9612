-- AlterTable
ALTER TABLE "consent_forms" ADD COLUMN     "round_id" UUID;

-- CreateTable
CREATE TABLE "consent_rounds" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "school_year" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "grade" INTEGER,
    "class_name" TEXT,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_rounds_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateIndex
CREATE INDEX "consent_rounds_office_id_school_id_issued_at_idx" ON "consent_rounds"("office_id", "school_id", "issued_at" DESC);

-- CreateIndex
CREATE INDEX "consent_forms_office_id_round_id_idx" ON "consent_forms"("office_id", "round_id");

-- AddForeignKey
ALTER TABLE "consent_forms" ADD CONSTRAINT "consent_forms_office_id_round_id_fkey" FOREIGN KEY ("office_id", "round_id") REFERENCES "consent_rounds"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_rounds" ADD CONSTRAINT "consent_rounds_office_id_school_id_fkey" FOREIGN KEY ("office_id", "school_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_rounds" ADD CONSTRAINT "consent_rounds_office_id_issued_by_id_fkey" FOREIGN KEY ("office_id", "issued_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
