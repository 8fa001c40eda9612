-- AlterTable
ALTER TABLE "conflicts" ADD COLUMN     "end_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "end_asked_by_id" UUID,
ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "ended_by_id" UUID,
ADD COLUMN     "how" TEXT NOT NULL DEFAULT 'DECLARED',
ALTER COLUMN "declared_by" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "conflicts_office_id_student_id_idx" ON "conflicts"("office_id", "student_id");
