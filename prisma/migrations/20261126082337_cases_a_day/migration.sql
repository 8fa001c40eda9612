-- AlterTable
ALTER TABLE "offices" ADD COLUMN     "cases_a_day" INTEGER DEFAULT 100;
