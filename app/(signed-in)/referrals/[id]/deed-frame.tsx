import type { ReactNode } from 'react'
import { childOf } from '#components/referrals/referral-head.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import type { OpenDeed } from './open-deed.ts'

type DeedFrameProps = {
  deed: OpenDeed<unknown>
  title: string
  sub?: string
  action: (state: FormState, data: FormData) => Promise<FormState>
  submit: string
  weight?: 'main' | 'grave'
  initial?: Record<string, string>
  children?: ReactNode
}

/** The page of one deed: what it asks, about which child, and the way back. Or why it cannot be done now. */
export function DeedFrame({ deed: { actor, frame, referral, off }, title, sub, action, submit, weight = 'main', initial = {}, children }: DeedFrameProps) {
  const { locale } = actor
  const t = translator(locale)
  const { id, version, number } = referral
  const back = { href: `/referrals/${id}`, label: t('referrals.deed.back') }
  return (
    <PageFrame actor={actor} frame={frame} current="referrals" oneQuestion>
      <PageHead back={back} eyebrow={[childOf(referral, t), referral.student?.classLabel, number].filter(Boolean).join(' · ')} title={title} sub={sub} />
      {off ? (
        <div className="grid max-w-2xl justify-items-start gap-4">
          <Notice kind="warning" title={t('referrals.deed.cannot')}>
            {t(`referrals.obstacle.${off}`)}
          </Notice>
          <LinkButton weight="quiet" href={back.href}>
            {back.label}
          </LinkButton>
        </div>
      ) : (
        <Form action={action} words={formWords(locale)} formId="deed" initial={initial}>
          <HiddenField name="referralId" value={id} />
          <HiddenField name="version" value={String(version)} />
          {children}
          <div className="deed">
            <SubmitButton weight={weight}>{submit}</SubmitButton>
          </div>
        </Form>
      )}
    </PageFrame>
  )
}
