-- AlterTable
ALTER TABLE "exports" ADD COLUMN     "what" TEXT NOT NULL DEFAULT 'CASES';
