-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "retain_rule" TEXT,
ADD COLUMN     "retain_until" DATE;

-- CreateTable
CREATE TABLE "retention_rules" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "retention_rules_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "legal_holds" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "lift_asked_by_id" UUID,
    "lift_asked_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "legal_holds_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "destructions" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "hash" BYTEA,

    CONSTRAINT "destructions_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "destroyed_cases" (
    "office_id" UUID NOT NULL,
    "destruction_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "case_number" TEXT NOT NULL,
    "retain_until" DATE NOT NULL,
    "rule" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "rows" JSONB,

    CONSTRAINT "destroyed_cases_pkey" PRIMARY KEY ("office_id","destruction_id","case_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "retention_rules_office_id_valid_from_key" ON "retention_rules"("office_id", "valid_from");

-- CreateIndex
CREATE INDEX "legal_holds_office_id_case_id_idx" ON "legal_holds"("office_id", "case_id");

-- CreateIndex
CREATE INDEX "destructions_office_id_asked_at_id_idx" ON "destructions"("office_id", "asked_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "destructions_office_id_number_key" ON "destructions"("office_id", "number");

-- CreateIndex
CREATE INDEX "destroyed_cases_office_id_case_id_idx" ON "destroyed_cases"("office_id", "case_id");

-- AddForeignKey
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_office_id_case_id_fkey" FOREIGN KEY ("office_id", "case_id") REFERENCES "cases"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "destroyed_cases" ADD CONSTRAINT "destroyed_cases_office_id_destruction_id_fkey" FOREIGN KEY ("office_id", "destruction_id") REFERENCES "destructions"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
