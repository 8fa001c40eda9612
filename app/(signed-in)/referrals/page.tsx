import { notFound } from 'next/navigation'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { queueFilters } from '#lib/referrals/filters.ts'
import { pageTitle } from '../page-title.ts'
import { OwnPage } from './own-page.tsx'
import { QueuePage } from './queue-page.tsx'

export const generateMetadata = pageTitle('referrals.list.title')

/** Who decides sees the queue; everybody else what she referred herself. */
export default async function ReferralsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const actor = await signedIn()
  if (!may(actor, 'referral.read')) notFound()
  const filters = queueFilters(await searchParams)
  return may(actor, 'referral.triage') ? <QueuePage actor={actor} filters={filters} /> : <OwnPage actor={actor} filters={filters} />
}
