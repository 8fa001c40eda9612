import type { PoolClient } from 'pg'
import { askWith } from '#lib/core/ask.ts'
import { inTurn } from '#lib/core/turn.ts'
import { forgetDestroyed } from '#lib/retention/forget-keys.ts'

/** Works off the destructions that two have agreed to, and then removes the keys. What is held or open again by now is left out by the database. */
export async function destroyCases(client: PoolClient): Promise<void> {
  await inTurn(client, 'retention.destroy', async () => {
    for (;;) {
      const { rows } = await client.query<{ more: boolean }>('select app.destroy_next() as more')
      if (!rows[0]?.more) return 0
    }
  })
  await inTurn(client, 'retention.forget', async () => {
    await forgetDestroyed(askWith(client))
    return 0
  })
}
