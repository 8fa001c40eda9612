import type { PoolClient } from 'pg'
import { inTurn } from '#lib/core/turn.ts'

/** Works off the destructions that two have agreed to. What is held or open again by now is left out by the database. */
export async function destroyCases(client: PoolClient): Promise<void> {
  await inTurn(client, 'retention.destroy', async () => {
    for (;;) {
      const { rows } = await client.query<{ more: boolean }>('select app.destroy_next() as more')
      if (!rows[0]?.more) return 0
    }
  })
}
