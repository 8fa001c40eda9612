-- AlterTable
ALTER TABLE "offices" ADD COLUMN     "document_bytes" INTEGER NOT NULL DEFAULT 10485760,
ADD COLUMN     "document_case_bytes" BIGINT NOT NULL DEFAULT 209715200,
ADD COLUMN     "document_office_bytes" BIGINT NOT NULL DEFAULT 21474836480,
ADD COLUMN     "scanned_elsewhere" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID,
    "student_id" UUID,
    "consent_id" UUID,
    "kind" TEXT NOT NULL,
    "layer" "Layer" NOT NULL,
    "domain" TEXT NOT NULL DEFAULT 'GENERAL',
    "linked" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "checked_how" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "uploaded_by_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "documents_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "document_bodies" (
    "office_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "box" BYTEA NOT NULL,

    CONSTRAINT "document_bodies_pkey" PRIMARY KEY ("office_id","document_id")
);

-- CreateIndex
CREATE INDEX "documents_office_id_case_id_at_id_idx" ON "documents"("office_id", "case_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "documents_office_id_consent_id_idx" ON "documents"("office_id", "consent_id");

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_consent_id_fkey" FOREIGN KEY ("office_id", "consent_id") REFERENCES "consents"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_uploaded_by_id_fkey" FOREIGN KEY ("office_id", "uploaded_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_office_id_agency_id_fkey" FOREIGN KEY ("office_id", "agency_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document_bodies" ADD CONSTRAINT "document_bodies_office_id_document_id_fkey" FOREIGN KEY ("office_id", "document_id") REFERENCES "documents"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
