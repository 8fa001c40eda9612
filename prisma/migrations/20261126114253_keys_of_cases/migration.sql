-- AlterTable
ALTER TABLE "destroyed_cases" ADD COLUMN     "keys" UUID[],
ADD COLUMN     "keys_gone_at" TIMESTAMPTZ(3);
