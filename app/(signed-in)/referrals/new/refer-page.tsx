import { notFound } from 'next/navigation'
import { DraftSaver } from '#components/drafts/draft-saver.tsx'
import { saverWords } from '#components/drafts/saver-words.ts'
import { MoreFields, saysMore } from '#components/referrals/more-fields.tsx'
import { RestoredNotice } from '#components/referrals/restored-notice.tsx'
import { WorryFields } from '#components/referrals/worry-fields.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { StudentCard } from '#components/students/student-card.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { newReferral, type NewReferral } from '#lib/referrals/new-referral.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { discardDraftAction, submitReferralAction } from './actions.ts'

const formId = 'refer'

/** The referral: a minute, a few taps, one sentence. */
export async function ReferPage({ actor, studentId }: { actor: Actor; studentId: string }) {
  const { frame, about } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), about: await newReferral(tx, actor, studentId) }))
  if (!about) notFound()
  const { student, open, draft } = about
  const { locale, staffId } = actor
  const t = translator(locale)
  const draftName = { kind: 'referral', subject: student.id } as const
  // Cleared, the form is another one, and begins empty.
  const kept = draft ? 'kept' : 'new'
  return (
    <PageFrame actor={actor} frame={frame} current="referrals" oneQuestion>
      <PageHead
        back={{ href: '/referrals', label: t('referrals.new.back') }}
        title={t('referrals.new.title')}
        actions={<DraftSaver key={kept} {...draftName} formId={formId} writer={staffId} fresh={!draft} words={saverWords(locale)} here={`/referrals/new?student=${student.id}`} />}
      />
      <StudentCard student={student} note={open ? t('referrals.pick.busy') : t('referrals.new.noOpenWork')} link={{ href: '/referrals/new', label: t('referrals.new.change') }} />
      {draft && <RestoredNotice {...draftName} savedAt={draft.savedAt} locale={locale} discard={discardDraftAction} />}
      <Form action={submitReferralAction} key={kept} words={formWords(locale)} formId={formId} initial={draft?.fields ?? {}}>
        {open && (
          <Notice kind="info" title={t('referrals.new.openWorkTitle')}>
            {t('referrals.new.openWork')}
          </Notice>
        )}
        <HiddenField name="studentId" value={student.id} />
        <WorryFields t={t} />
        <MoreFields t={t} relation={actor.jobTitle} open={draft !== null && saysMore(draft.fields)} />
        <Notice kind="tip">{sayReader(about, actor, t)}</Notice>
        <div className="deed">
          <SubmitButton>{t('referrals.new.submit')}</SubmitButton>
        </div>
      </Form>
    </PageFrame>
  )
}

/** Who reads it first: said before it is sent. */
function sayReader({ open, receiver }: NewReferral, { staffId }: Actor, t: Words): string {
  if (open) return t('referrals.new.receiverOpen')
  if (!receiver) return t('referrals.new.receiverSchool')
  return receiver.id === staffId ? t('referrals.new.receiverSelf') : t('referrals.new.receiver', { title: receiver.jobTitle, name: receiver.name })
}
