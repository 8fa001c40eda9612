import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from '#prisma/generated/client.ts'
import type { Actor } from './actor.ts'
import { env } from './env.ts'
import { passing } from './passing.ts'
import { AlreadyDone, Invalid, NotNow } from './refusal.ts'
import { requests } from './request.ts'
import { statementName } from './statement-name.ts'
import { now } from './clock.ts'

/** A transaction that sees what its actor may see. */
export type Tx = Prisma.TransactionClient

type Identified = Pick<Actor, 'sessionKey'> & Partial<Pick<Actor, 'officeId' | 'staffId' | 'form'>>

interface Manner {
  /** Milliseconds; for the roster alone: no page waits longer than PATIENCE. */
  patience?: number
  /** Nothing is asked but about this case, an id: no other is looked for, which is quicker. */
  onlyCase?: string
}

/** Milliseconds after which a unit of work is given up. */
const PATIENCE = 15_000

const shared = globalThis as unknown as { hanaiClient?: PrismaClient }

function client(): PrismaClient {
  shared.hanaiClient ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().appUrl, max: env().poolSize }, { statementNameGenerator: statementName }),
    transactionOptions: { maxWait: 5_000 },
  })
  return shared.hanaiClient
}

/**
 * The only door to the database. Everything inside `work` happens as the actor, under row security, in one
 * transaction, or not at all. Ask for all a page needs in one go: each door costs round trips.
 *
 * When the actor came with a form, the form's key is taken in the same transaction: a second press finds it
 * taken and gets the first one's result (`AlreadyDone`); the same key with other content is refused.
 */
export async function asActor<T>(actor: Identified, work: (tx: Tx) => Promise<T>, { patience = PATIENCE, onlyCase = '' }: Manner = {}): Promise<T> {
  try {
    return await client().$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('hanai.session', ${actor.sessionKey}, true), set_config('hanai.only_case', ${onlyCase}, true), set_config('hanai.address', ${addressOf()}, true)`
      await takeForm(tx, actor)
      const result = await work(tx)
      await keepResult(tx, actor, result)
      return result
    }, { timeout: patience })
  } catch (error) {
    throw passing(error)
  }
}

/** Where the request comes from that this is done for; the audit keeps it. */
const addressOf = (): string => requests.getStore()?.address ?? ''

async function takeForm(tx: Tx, { form, officeId, staffId }: Identified) {
  if (!form || !officeId || !staffId) return
  const { count } = await tx.sentForm.createMany({
    data: [{ officeId, staffId, key: form.key, digest: form.digest, at: now() }],
    skipDuplicates: true,
  })
  if (count === 1) return

  const before = await tx.sentForm.findFirst({ where: { officeId, staffId, key: form.key } })
  if (!before || before.result === null) throw new NotNow('core.refusal.stillWorking')
  if (Buffer.compare(before.digest, form.digest) !== 0) throw new Invalid('core.refusal.otherContent')
  throw new AlreadyDone(before.result)
}

async function keepResult(tx: Tx, { form, officeId, staffId }: Identified, result: unknown) {
  if (!form || !officeId || !staffId) return
  await tx.sentForm.updateMany({
    where: { officeId, staffId, key: form.key },
    data: { result: typeof result === 'string' ? result : '' },
  })
}

/** Whom a session's key belongs to; no row when it opens nothing. Not a door: nothing else can be asked here. */
export async function askWho<Row>(sessionKey: string): Promise<Row[]> {
  return client().$queryRaw<Row[]>`select * from app.who_is(${sessionKey}, ${addressOf()})`
}

/** Ends the pool; for tests and a graceful stop. */
export async function closeDoor(): Promise<void> {
  await shared.hanaiClient?.$disconnect()
  delete shared.hanaiClient
}
