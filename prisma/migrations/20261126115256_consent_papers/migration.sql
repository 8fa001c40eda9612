-- CreateTable
CREATE TABLE "consent_evidence" (
    "office_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "hash" BYTEA,
    "witness_id" UUID,
    "paper_id" UUID,

    CONSTRAINT "consent_evidence_pkey" PRIMARY KEY ("office_id","consent_id")
);

-- What showed an answer stood in the answer itself, where its recipient could read it: it moves to a row of its own, with
-- the paper where there is one.
INSERT INTO "consent_evidence" ("office_id", "consent_id", "student_id", "body", "hash", "witness_id", "paper_id")
SELECT k."office_id", k."id", k."student_id", k."evidence", k."evidence_hash", k."witness_id",
  (SELECT d."id" FROM "documents" d WHERE d."office_id" = k."office_id" AND d."consent_id" = k."id" AND d."ended_at" IS NULL ORDER BY d."at" DESC LIMIT 1)
FROM "consents" k WHERE btrim(k."evidence") <> '';

-- Rules of the earlier program that name the column which goes; they are made anew after the migrations.
DROP POLICY IF EXISTS "see" ON "documents";
DROP POLICY IF EXISTS "add" ON "documents";

-- DropForeignKey
ALTER TABLE "consents" DROP CONSTRAINT "consents_office_id_witness_id_fkey";

-- DropForeignKey
ALTER TABLE "documents" DROP CONSTRAINT "documents_office_id_consent_id_fkey";

-- DropIndex
DROP INDEX "documents_office_id_consent_id_idx";

-- AlterTable
ALTER TABLE "consents" DROP COLUMN "evidence",
DROP COLUMN "evidence_hash",
DROP COLUMN "witness_id";

-- AlterTable
ALTER TABLE "documents" DROP COLUMN "consent_id",
ADD COLUMN     "form_id" UUID;

-- CreateIndex
CREATE INDEX "consent_evidence_office_id_student_id_idx" ON "consent_evidence"("office_id", "student_id");

-- CreateIndex
CREATE INDEX "documents_office_id_student_id_idx" ON "documents"("office_id", "student_id");

-- CreateIndex
CREATE INDEX "documents_office_id_form_id_idx" ON "documents"("office_id", "form_id");

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_form_id_fkey" FOREIGN KEY ("office_id", "form_id") REFERENCES "consent_forms"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_evidence" ADD CONSTRAINT "consent_evidence_office_id_consent_id_fkey" FOREIGN KEY ("office_id", "consent_id") REFERENCES "consents"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_evidence" ADD CONSTRAINT "consent_evidence_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_evidence" ADD CONSTRAINT "consent_evidence_office_id_witness_id_fkey" FOREIGN KEY ("office_id", "witness_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_evidence" ADD CONSTRAINT "consent_evidence_office_id_paper_id_fkey" FOREIGN KEY ("office_id", "paper_id") REFERENCES "documents"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
