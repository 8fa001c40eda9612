-- AlterTable
ALTER TABLE "consents" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_by_id" UUID,
ADD COLUMN     "confirmed_how" TEXT,
ADD COLUMN     "evidence_hash" BYTEA,
ADD COLUMN     "form_id" UUID,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "narrows_id" UUID,
ADD COLUMN     "verified_how" TEXT,
ADD COLUMN     "withdrawn_by_id" UUID,
ADD COLUMN     "withdrawn_how" TEXT,
ADD COLUMN     "witness_id" UUID,
ADD COLUMN     "wording" TEXT;

-- AlterTable
ALTER TABLE "offices" ADD COLUMN     "renewal_days" INTEGER NOT NULL DEFAULT 30;

-- CreateTable
CREATE TABLE "consent_forms" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "student_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "school_year" INTEGER,

    CONSTRAINT "consent_forms_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "consent_form_lines" (
    "office_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "items" TEXT[],
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_form_lines_pkey" PRIMARY KEY ("office_id","form_id","recipient_id")
);

-- CreateTable
CREATE TABLE "consent_links" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "subject" "ConsentSubject" NOT NULL,
    "guardian_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "pin_hash" BYTEA NOT NULL,
    "shown_box" BYTEA,
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "key_hash" BYTEA,
    "open_until" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_links_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "consent_signatures" (
    "office_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "box" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_signatures_pkey" PRIMARY KEY ("office_id","link_id")
);

-- CreateIndex
CREATE INDEX "consent_forms_office_id_student_id_issued_at_idx" ON "consent_forms"("office_id", "student_id", "issued_at");

-- CreateIndex
CREATE UNIQUE INDEX "consent_forms_office_id_number_key" ON "consent_forms"("office_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "consent_links_token_hash_key" ON "consent_links"("token_hash");

-- CreateIndex
CREATE INDEX "consent_links_office_id_form_id_idx" ON "consent_links"("office_id", "form_id");

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_office_id_witness_id_fkey" FOREIGN KEY ("office_id", "witness_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_office_id_form_id_fkey" FOREIGN KEY ("office_id", "form_id") REFERENCES "consent_forms"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_forms" ADD CONSTRAINT "consent_forms_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_forms" ADD CONSTRAINT "consent_forms_office_id_issued_by_id_fkey" FOREIGN KEY ("office_id", "issued_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_form_lines" ADD CONSTRAINT "consent_form_lines_office_id_form_id_fkey" FOREIGN KEY ("office_id", "form_id") REFERENCES "consent_forms"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_form_lines" ADD CONSTRAINT "consent_form_lines_office_id_recipient_id_fkey" FOREIGN KEY ("office_id", "recipient_id") REFERENCES "agencies"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_links" ADD CONSTRAINT "consent_links_office_id_form_id_fkey" FOREIGN KEY ("office_id", "form_id") REFERENCES "consent_forms"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_links" ADD CONSTRAINT "consent_links_office_id_guardian_id_fkey" FOREIGN KEY ("office_id", "guardian_id") REFERENCES "guardians"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_links" ADD CONSTRAINT "consent_links_office_id_sent_by_id_fkey" FOREIGN KEY ("office_id", "sent_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consent_signatures" ADD CONSTRAINT "consent_signatures_office_id_link_id_fkey" FOREIGN KEY ("office_id", "link_id") REFERENCES "consent_links"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
