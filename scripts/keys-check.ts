import { existsSync, mkdirSync } from 'node:fs'
import pg from 'pg'
import { keyOf } from '#lib/core/box.ts'
import { holderNamed } from '#lib/core/case-keys.ts'
import { env } from '#lib/core/env.ts'
import { StartRefusal } from './refusal.ts'

/** The newest boxes, as far as they say which key they are in. A file may be large: its beginning is enough. */
const newest = `
  (select box from sealed_records where box <> '' order by at desc, id desc limit 1)
  union all
  (select convert_from(substring(b.box from 1 for 1000), 'LATIN1') from document_bodies b where length(b.box) > 0 order by b.document_id desc limit 1)
  union all
  (select box from totp_factors where box <> '' limit 1)`

/**
 * Before anybody can write: what is sealed in the database must find its keys. Without this a lost file or folder would be
 * made anew, and be missed by the first child whose record does not open.
 */
export async function checkKeys(migrateUrl: string): Promise<void> {
  const { keysFile, caseKeysFolder } = env()
  const kids = await newestKeys(migrateUrl)
  if (kids.length > 0 && !existsSync(keysFile)) {
    throw new StartRefusal(
      `봉인 기록과 서류를 여는 열쇠 파일(${keysFile})이 없어요. HANAI_KEYS를 확인하거나 백업에서 되돌려 주세요.`,
      `The file of keys (${keysFile}) that opens sealed records and documents is missing. Check HANAI_KEYS, or put it back from its backup.`,
    )
  }
  if (existsSync(caseKeysFolder)) return
  if (kids.some((kid) => holderNamed(kid))) {
    throw new StartRefusal(
      `사례마다의 열쇠 폴더(${caseKeysFolder})가 없어요. HANAI_CASE_KEYS를 확인하거나 백업에서 되돌려 주세요. 영영 잃었다면 빈 폴더를 만들면 켜지지만, 그 전의 봉인 기록과 서류는 열 수 없어요.`,
      `The folder with the keys of single cases (${caseKeysFolder}) is missing. Check HANAI_CASE_KEYS, or put it back from its backup. If it is lost for good, make an empty one: the service starts, but sealed records and documents of before do not open.`,
    )
  }
  mkdirSync(caseKeysFolder, { recursive: true, mode: 0o700 })
}

async function newestKeys(migrateUrl: string) {
  const owner = new pg.Client({ connectionString: migrateUrl, options: '-c role=hanai_owner' })
  await owner.connect()
  try {
    return (await owner.query<{ box: string }>(newest)).rows.map(({ box }) => keyOf(box))
  } finally {
    await owner.end()
  }
}
