import { createTransport, type Transporter } from 'nodemailer'
import { env } from '#lib/core/env.ts'
import type { Letter } from './compose.ts'

let transport: Transporter | undefined

/** Whether there is anywhere to post to: SMTP_URL is set. */
export const canPost = (): boolean => env().smtpUrl !== undefined

/**
 * Posts a letter, or throws for the queue to try again. Its identifier comes from the job, so that a second copy after
 * a broken connection is known for one.
 */
export async function post(to: string, { subject, text }: Letter, job: string): Promise<void> {
  const { smtpUrl, mailFrom } = env()
  transport ??= createTransport({ url: smtpUrl, pool: true, maxConnections: 2, connectionTimeout: 10_000, socketTimeout: 20_000, disableFileAccess: true, disableUrlAccess: true })
  await transport.sendMail({
    from: mailFrom, to, subject, text,
    messageId: `<notice-${job}@${domainOf(mailFrom ?? '')}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
}

/** Ends the connections; for tests and a graceful stop. */
export function closePost(): void {
  transport?.close()
  transport = undefined
}

const domainOf = (address: string): string => /@([\w.-]+)/.exec(address)?.[1] ?? 'localhost'
