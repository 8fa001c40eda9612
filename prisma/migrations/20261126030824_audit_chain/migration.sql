-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "address" TEXT,
ADD COLUMN     "place" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "audit_seals" (
    "office_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "until" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,
    "digest" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("office_id","n")
);

-- CreateTable
CREATE TABLE "audit_checks" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "entries" INTEGER NOT NULL,
    "seals" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "heads" INTEGER NOT NULL,
    "findings" JSONB NOT NULL,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "audit_checks_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "audit_reviews" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "remark" TEXT NOT NULL,

    CONSTRAINT "audit_reviews_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateIndex
CREATE INDEX "audit_checks_office_id_at_idx" ON "audit_checks"("office_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "audit_reviews_office_id_month_key" ON "audit_reviews"("office_id", "month");

-- CreateIndex
CREATE INDEX "audit_entries_office_id_place_id_idx" ON "audit_entries"("office_id", "place", "id");

-- CreateIndex
CREATE INDEX "audit_entries_office_id_at_id_idx" ON "audit_entries"("office_id", "at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "audit_reviews" ADD CONSTRAINT "audit_reviews_office_id_by_id_fkey" FOREIGN KEY ("office_id", "by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
