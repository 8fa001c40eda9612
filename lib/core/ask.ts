/** Asks the database with a connection of the jobs' own: rows, and nothing else of the driver. */
export type Ask = <Row extends object>(text: string, values: unknown[]) => Promise<Row[]>

interface Asked {
  query: <Row extends object>(text: string, values: unknown[]) => Promise<{ rows: Row[] }>
}

export const askWith = (client: Asked): Ask => async <Row extends object>(text: string, values: unknown[]) => (await client.query<Row>(text, values)).rows
