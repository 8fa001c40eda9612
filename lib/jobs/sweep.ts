import type { PoolClient } from 'pg'
import { inTurn } from '#lib/core/turn.ts'

const tables = ['sent_forms', 'drafts', 'sign_in_attempts', 'passkey_challenges', 'account_links', 'export_bodies']

/**
 * Clears what served its time: keys of forms sent, drafts nobody came back to, counts of failed sign-ins,
 * files whose time is over. Which rows those
 * are is said by row security (prisma/policies/910-sweep.sql), which lets this role see and delete no others.
 */
export async function sweep(client: PoolClient): Promise<void> {
  await inTurn(client, 'sweep', async () => {
    for (const table of tables) await client.query(`delete from ${table}`)
    return 0
  })
}
