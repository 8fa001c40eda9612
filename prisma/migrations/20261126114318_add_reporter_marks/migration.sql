-- CreateTable
CREATE TABLE "reporter_marks" (
    "office_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "mark" BYTEA NOT NULL,

    CONSTRAINT "reporter_marks_pkey" PRIMARY KEY ("office_id","record_id","mark")
);

-- AddForeignKey
ALTER TABLE "reporter_marks" ADD CONSTRAINT "reporter_marks_office_id_record_id_fkey" FOREIGN KEY ("office_id", "record_id") REFERENCES "sealed_reporters"("office_id", "record_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
