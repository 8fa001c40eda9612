import { notFound } from 'next/navigation'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { pageTitle } from '../../page-title.ts'
import { NoticePage } from './notice-page.tsx'
import { PickPage } from './pick-page.tsx'
import { ReferPage } from './refer-page.tsx'

export const generateMetadata = pageTitle('referrals.new.documentTitle')

/** One address for every worry: school staff pick the student and refer, a partner tells the school. */
export default async function NewReferralPage({ searchParams }: { searchParams: Promise<{ student?: string | string[] }> }) {
  const actor = await signedIn()
  const { student } = await searchParams
  if (may(actor, 'referral.notify')) return <NoticePage actor={actor} />
  if (!may(actor, 'referral.submit')) notFound()
  return typeof student === 'string' ? <ReferPage actor={actor} studentId={student} /> : <PickPage actor={actor} />
}
