import type { ReactNode } from 'react'
import { childOf } from '#components/referrals/referral-head.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import type { OpenDeed } from '../open-deed.ts'

/** The first half: which child is it? */
export function PickForNotice({ deed: { actor, frame, referral }, children }: { deed: OpenDeed<unknown>; children: ReactNode }) {
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="referrals">
      <PageHead
        back={{ href: `/referrals/${referral.id}`, label: t('referrals.deed.back') }}
        eyebrow={[childOf(referral, t), referral.number].join(' · ')}
        title={t('referrals.deed.conversion.title')}
        sub={t('referrals.deed.conversion.sub')}
      />
      {children}
    </PageFrame>
  )
}
