import type { Ask } from '#lib/core/ask.ts'
import { forgetKeys, holders } from '#lib/core/case-keys.ts'

/**
 * Removes the keys of every case that was destroyed, after that stands: whatever copy of the database there is, what was
 * sealed of the case opens no more. What is there again, because a copy of the folder was put back, goes again. Broken off,
 * it is done at the next run.
 */
export async function forgetDestroyed(ask: Ask): Promise<void> {
  const held = await holders()
  const gone = await ask<{ key: string }>('select distinct k as key from destroyed_cases x cross join unnest(x.keys) k where x.done_at is not null and k = any($1::uuid[])', [held])
  const fresh = await ask<{ case_id: string; keys: string[] }>('select case_id, keys from destroyed_cases where done_at is not null and keys_gone_at is null', [])
  await forgetKeys(new Set([...gone.map(({ key }) => key), ...fresh.flatMap(({ keys }) => keys)]))
  if (fresh.length > 0) await ask('update destroyed_cases set keys_gone_at = app.now() where done_at is not null and keys_gone_at is null and case_id = any($1::uuid[])', [fresh.map((one) => one.case_id)])
}
