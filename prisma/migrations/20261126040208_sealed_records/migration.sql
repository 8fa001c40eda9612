-- CreateTable
CREATE TABLE "sealed_records" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "box" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sealed_records_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "sealed_readers" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "named_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sealed_readers_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "sealed_openings" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sealed_openings_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "sealed_reporters" (
    "office_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "box" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sealed_reporters_pkey" PRIMARY KEY ("office_id","record_id")
);

-- CreateIndex
CREATE INDEX "sealed_records_office_id_case_id_idx" ON "sealed_records"("office_id", "case_id");

-- CreateIndex
CREATE INDEX "sealed_readers_office_id_record_id_idx" ON "sealed_readers"("office_id", "record_id");

-- CreateIndex
CREATE INDEX "sealed_readers_office_id_staff_id_idx" ON "sealed_readers"("office_id", "staff_id");

-- CreateIndex
CREATE INDEX "sealed_openings_office_id_record_id_idx" ON "sealed_openings"("office_id", "record_id");

-- AddForeignKey
ALTER TABLE "sealed_records" ADD CONSTRAINT "sealed_records_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sealed_records" ADD CONSTRAINT "sealed_records_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sealed_readers" ADD CONSTRAINT "sealed_readers_office_id_record_id_fkey" FOREIGN KEY ("office_id", "record_id") REFERENCES "sealed_records"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sealed_readers" ADD CONSTRAINT "sealed_readers_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sealed_readers" ADD CONSTRAINT "sealed_readers_office_id_named_by_id_fkey" FOREIGN KEY ("office_id", "named_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sealed_openings" ADD CONSTRAINT "sealed_openings_office_id_record_id_fkey" FOREIGN KEY ("office_id", "record_id") REFERENCES "sealed_records"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sealed_openings" ADD CONSTRAINT "sealed_openings_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sealed_reporters" ADD CONSTRAINT "sealed_reporters_office_id_record_id_fkey" FOREIGN KEY ("office_id", "record_id") REFERENCES "sealed_records"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sealed_reporters" ADD CONSTRAINT "sealed_reporters_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
