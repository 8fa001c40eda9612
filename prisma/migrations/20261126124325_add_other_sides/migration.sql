-- CreateTable
CREATE TABLE "other_sides" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "other_id" UUID,
    "phone" TEXT,
    "email" TEXT,
    "address" BYTEA,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "other_sides_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "guardian_addresses" (
    "office_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "mark" BYTEA NOT NULL,

    CONSTRAINT "guardian_addresses_pkey" PRIMARY KEY ("office_id","guardian_id")
);

-- CreateTable
CREATE TABLE "own_contacts" (
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "phone" TEXT,
    "address" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "own_contacts_pkey" PRIMARY KEY ("office_id","staff_id")
);

-- CreateIndex
CREATE INDEX "other_sides_office_id_student_id_idx" ON "other_sides"("office_id", "student_id");

-- CreateIndex
CREATE INDEX "other_sides_office_id_other_id_idx" ON "other_sides"("office_id", "other_id");

-- CreateIndex
CREATE INDEX "guardian_addresses_office_id_mark_idx" ON "guardian_addresses"("office_id", "mark");

-- CreateIndex
CREATE INDEX "own_contacts_office_id_phone_idx" ON "own_contacts"("office_id", "phone");

-- CreateIndex
CREATE INDEX "own_contacts_office_id_address_idx" ON "own_contacts"("office_id", "address");

-- AddForeignKey
ALTER TABLE "other_sides" ADD CONSTRAINT "other_sides_office_id_student_id_fkey" FOREIGN KEY ("office_id", "student_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "other_sides" ADD CONSTRAINT "other_sides_office_id_other_id_fkey" FOREIGN KEY ("office_id", "other_id") REFERENCES "students"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "other_sides" ADD CONSTRAINT "other_sides_office_id_set_by_id_fkey" FOREIGN KEY ("office_id", "set_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "other_sides" ADD CONSTRAINT "other_sides_office_id_ended_by_id_fkey" FOREIGN KEY ("office_id", "ended_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardian_addresses" ADD CONSTRAINT "guardian_addresses_office_id_guardian_id_fkey" FOREIGN KEY ("office_id", "guardian_id") REFERENCES "guardians"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "own_contacts" ADD CONSTRAINT "own_contacts_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
