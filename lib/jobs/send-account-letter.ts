import { createHash, randomBytes } from 'node:crypto'
import type { Task } from 'graphile-worker'
import { z } from 'zod'
import { openAddress } from '#lib/access/reset-box.ts'
import { askWith, type Ask } from '#lib/core/ask.ts'
import { ownAddress } from '#lib/core/env.ts'
import { Id } from '#lib/core/id.ts'
import { log } from '#lib/core/log.ts'
import { accountNotes, composeLink, composeNote, type LinkKind } from '#lib/notices/account-letter.ts'
import { canPost, post } from '#lib/notices/post.ts'
import { recipientOf } from '#lib/notices/recipients.ts'

const Reset = z.strictObject({ box: z.string().max(2_000) })
const Link = z.strictObject({ officeId: Id, linkId: Id })
const Note = z.strictObject({ officeId: Id, staffId: Id, what: z.enum(accountNotes) })

/** A reset is asked for now or not at all. */
const stale = 30 * 60_000

/** Somebody has typed an address to have a password set anew: a letter to whoever has an account by it, and nothing to others. */
export const sendReset: Task = async (payload, helpers) => {
  const { box } = Reset.parse(payload)
  const { job } = helpers
  const email = await openAddress(box)
  if (!email || !canPost() || Date.now() - new Date(job.created_at).getTime() > stale) return drop('account.reset')
  const ask = askWith(helpers)
  const [made] = await ask<{ office_id: string; link_id: string }>('select office_id, link_id from app.reset_link($1)', [email])
  if (made) await send(ask, made.office_id, made.link_id, job.id)
}

export const sendLink: Task = async (payload, helpers) => {
  const { officeId, linkId } = Link.parse(payload)
  if (!canPost()) return drop('account.link')
  await send(askWith(helpers), officeId, linkId, helpers.job.id)
}

export const sendAccountNote: Task = async (payload, helpers) => {
  const { officeId, staffId, what } = Note.parse(payload)
  const to = await recipientOf(askWith(helpers), officeId, staffId)
  if (!to || !canPost()) return drop('account.note')
  await post(to.email, composeNote(what, ownAddress(), to.locale), helpers.job.id)
}

/** The token is made as the letter leaves: tried again, a letter has a new one. */
async function send(ask: Ask, officeId: string, linkId: string, job: string): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const [link] = await ask<{ staff_id: string; purpose: LinkKind }>(
    'update account_links set token_hash = $3 where office_id = $1 and id = $2 and ended_at is null and expires_at > app.now() returning staff_id, purpose',
    [officeId, linkId, createHash('sha256').update(token).digest()])
  const to = link && (await recipientOf(ask, officeId, link.staff_id))
  if (!to) return drop('account.link')
  await post(to.email, composeLink(link.purpose, token, ownAddress(), to.locale), job)
}

function drop(job: string): void {
  log.info({ job }, 'notice.dropped')
}
