-- AlterTable
ALTER TABLE "offices" ADD COLUMN     "idle_minutes" INTEGER NOT NULL DEFAULT 30;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "address" TEXT,
ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3);
