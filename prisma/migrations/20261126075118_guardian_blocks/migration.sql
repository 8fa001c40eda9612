-- CreateTable
CREATE TABLE "guardian_blocks" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "guardian_id" UUID,
    "relation" TEXT,
    "source" TEXT NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "end_asked_by_id" UUID,
    "end_asked_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "replaced" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "guardian_blocks_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "guardian_block_reasons" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "code" TEXT,
    "body" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guardian_block_reasons_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "basis_reviews" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "basis_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "basis_reviews_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateIndex
CREATE INDEX "guardian_blocks_office_id_student_id_idx" ON "guardian_blocks"("office_id", "student_id");

-- CreateIndex
CREATE INDEX "guardian_blocks_office_id_case_id_idx" ON "guardian_blocks"("office_id", "case_id");

-- CreateIndex
CREATE INDEX "guardian_block_reasons_office_id_block_id_idx" ON "guardian_block_reasons"("office_id", "block_id");

-- CreateIndex
CREATE INDEX "basis_reviews_office_id_basis_id_idx" ON "basis_reviews"("office_id", "basis_id");

-- CreateIndex
CREATE INDEX "basis_reviews_office_id_case_id_idx" ON "basis_reviews"("office_id", "case_id");

-- AddForeignKey
ALTER TABLE "guardian_blocks" ADD CONSTRAINT "guardian_blocks_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_blocks" ADD CONSTRAINT "guardian_blocks_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_blocks" ADD CONSTRAINT "guardian_blocks_office_id_guardian_id_fkey" FOREIGN KEY ("office_id", "guardian_id") REFERENCES "guardians"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_blocks" ADD CONSTRAINT "guardian_blocks_office_id_set_by_id_fkey" FOREIGN KEY ("office_id", "set_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_blocks" ADD CONSTRAINT "guardian_blocks_office_id_end_asked_by_id_fkey" FOREIGN KEY ("office_id", "end_asked_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_blocks" ADD CONSTRAINT "guardian_blocks_office_id_ended_by_id_fkey" FOREIGN KEY ("office_id", "ended_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_block_reasons" ADD CONSTRAINT "guardian_block_reasons_office_id_block_id_fkey" FOREIGN KEY ("office_id", "block_id") REFERENCES "guardian_blocks"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_block_reasons" ADD CONSTRAINT "guardian_block_reasons_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "basis_reviews" ADD CONSTRAINT "basis_reviews_office_id_basis_id_fkey" FOREIGN KEY ("office_id", "basis_id") REFERENCES "lawful_bases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "basis_reviews" ADD CONSTRAINT "basis_reviews_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
