import type { Task } from 'graphile-worker'
import { askWith, type Ask } from '#lib/core/ask.ts'
import { ownAddress } from '#lib/core/env.ts'
import { log } from '#lib/core/log.ts'
import { compose } from '#lib/notices/compose.ts'
import { Notice } from '#lib/notices/notice.ts'
import { canPost, post } from '#lib/notices/post.ts'
import { addressees, recipientOf } from '#lib/notices/recipients.ts'

/** After that a notice is no news: whoever signs in has seen it in her list. */
const stale = 3 * 24 * 3_600_000

/** How many were not sent since the service began, because nobody is there to post to. */
let dropped = 0

/**
 * An e-mail that says that there is something, and nothing of what. A notice to several becomes one job a person, so
 * that a mailbox that is full does not make the others hear it twice.
 */
export const sendNotice: Task = async (payload, helpers) => {
  const { job } = helpers
  const notice = Notice.parse(payload)
  const ask = askWith(helpers)
  if (!canPost() || Date.now() - new Date(job.created_at).getTime() > stale) return drop()
  if (notice.direct && notice.staffId) return sendTo(ask, notice, notice.staffId, job.id)

  const { officeId, kind, path } = notice
  for (const staffId of await addressees(ask, notice)) {
    await helpers.addJob('notice', { officeId, kind, path, staffId, direct: true } satisfies Notice, { jobKey: ['letter', kind, path, staffId].join(' ') })
  }
}

async function sendTo(ask: Ask, notice: Notice, staffId: string, job: string): Promise<void> {
  const recipient = await recipientOf(ask, notice.officeId, staffId)
  if (!recipient) return drop()
  await post(recipient.email, compose(notice, ownAddress(), recipient.locale), job)
}

function drop(): void {
  dropped++
  log.info({ job: 'notice', count: dropped }, 'notice.dropped')
}
