-- AlterTable
ALTER TABLE "offices" ADD COLUMN     "export_hours" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "export_rows" INTEGER NOT NULL DEFAULT 50;

-- CreateTable
CREATE TABLE "exports" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "filters" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "made_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "bytes" INTEGER,
    "case_ids" UUID[],

    CONSTRAINT "exports_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "export_bodies" (
    "office_id" UUID NOT NULL,
    "export_id" UUID NOT NULL,
    "box" BYTEA NOT NULL,

    CONSTRAINT "export_bodies_pkey" PRIMARY KEY ("office_id","export_id")
);

-- CreateIndex
CREATE INDEX "exports_office_id_at_id_idx" ON "exports"("office_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "exports_office_id_number_key" ON "exports"("office_id", "number");

-- AddForeignKey
ALTER TABLE "exports" ADD CONSTRAINT "exports_office_id_requested_by_id_fkey" FOREIGN KEY ("office_id", "requested_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "exports" ADD CONSTRAINT "exports_office_id_decided_by_id_fkey" FOREIGN KEY ("office_id", "decided_by_id") REFERENCES "staff"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "export_bodies" ADD CONSTRAINT "export_bodies_office_id_export_id_fkey" FOREIGN KEY ("office_id", "export_id") REFERENCES "exports"("office_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
