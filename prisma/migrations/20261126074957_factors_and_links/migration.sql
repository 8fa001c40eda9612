-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "factor_due" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "offices" ADD COLUMN     "one_session_roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "second_factor_inside" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "second_factor_roles" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "second_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "totp_factors" (
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "box" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_counter" INTEGER,

    CONSTRAINT "totp_factors_pkey" PRIMARY KEY ("office_id","staff_id")
);

-- CreateTable
CREATE TABLE "passkeys" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "passkey_challenges" (
    "hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "office_id" UUID,
    "staff_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenges_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "box" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "account_links" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,

    CONSTRAINT "account_links_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateTable
CREATE TABLE "account_recoveries" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_recoveries_pkey" PRIMARY KEY ("office_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys"("credential_id");

-- CreateIndex
CREATE INDEX "passkeys_office_id_staff_id_idx" ON "passkeys"("office_id", "staff_id");

-- CreateIndex
CREATE INDEX "passkey_challenges_expires_at_idx" ON "passkey_challenges"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_office_id_staff_id_hash_key" ON "recovery_codes"("office_id", "staff_id", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "account_links_token_hash_key" ON "account_links"("token_hash");

-- CreateIndex
CREATE INDEX "account_links_office_id_staff_id_idx" ON "account_links"("office_id", "staff_id");

-- CreateIndex
CREATE INDEX "account_links_expires_at_idx" ON "account_links"("expires_at");

-- CreateIndex
CREATE INDEX "account_recoveries_office_id_asked_at_idx" ON "account_recoveries"("office_id", "asked_at");

-- CreateIndex
CREATE INDEX "account_recoveries_office_id_staff_id_idx" ON "account_recoveries"("office_id", "staff_id");

-- AddForeignKey
ALTER TABLE "totp_factors" ADD CONSTRAINT "totp_factors_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "accounts"("office_id", "staff_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "accounts"("office_id", "staff_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "accounts"("office_id", "staff_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "accounts"("office_id", "staff_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_recoveries" ADD CONSTRAINT "account_recoveries_office_id_staff_id_fkey" FOREIGN KEY ("office_id", "staff_id") REFERENCES "accounts"("office_id", "staff_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
