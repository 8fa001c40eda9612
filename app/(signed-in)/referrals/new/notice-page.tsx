import { DraftSaver } from '#components/drafts/draft-saver.tsx'
import { saverWords } from '#components/drafts/saver-words.ts'
import { RestoredNotice } from '#components/referrals/restored-notice.tsx'
import { WorryFields } from '#components/referrals/worry-fields.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Select, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { agenciesOf } from '#lib/agencies/queries.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { draftOf } from '#lib/drafts/drafts.ts'
import { knownStudents } from '#lib/students/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { discardDraftAction, noticeConcernAction } from './actions.ts'

const formId = 'notice'
const draftName = { kind: 'notice', subject: 'new' } as const

/** A partner tells a school of a child it worries about. It looks nobody up: it chooses one it works with, or describes. */
export async function NoticePage({ actor }: { actor: Actor }) {
  const { frame, schools, known, draft } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx),
    schools: await agenciesOf(tx, actor, ['SCHOOL']),
    known: await knownStudents(tx, actor),
    draft: await draftOf(tx, actor, draftName),
  }))
  const { locale } = actor
  // Cleared, the form is another one, and begins empty.
  const kept = draft ? 'kept' : 'new'
  // Whoever works with no child yet can only describe one.
  const described = known.length === 0
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="referrals" oneQuestion>
      <PageHead
        back={{ href: '/referrals', label: t('referrals.new.back') }}
        title={t('referrals.notice.title')}
        sub={t('referrals.notice.sub')}
        actions={<DraftSaver key={kept} {...draftName} formId={formId} writer={actor.staffId} fresh={!draft} words={saverWords(locale)} here="/referrals/new" />}
      />
      {draft && <RestoredNotice {...draftName} savedAt={draft.savedAt} locale={locale} discard={discardDraftAction} />}
      <Form action={noticeConcernAction} key={kept} words={formWords(locale)} formId={formId} initial={draft?.fields ?? {}}>
        {known.length > 0 && (
          <Select
            name="studentId"
            label={t('referrals.notice.known')}
            none={t('referrals.notice.knownNone')}
            options={known.map(({ id, name, classLabel, school }) => ({ value: id, label: [name, school, classLabel].filter(Boolean).join(' · ') }))}
          />
        )}
        <Select name="schoolId" label={t('referrals.notice.school')} none={t('referrals.notice.schoolNone')} required={described} options={schools.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextArea name="describedChild" label={t('referrals.notice.described')} hint={t('referrals.notice.describedHint')} required={described} />
        <WorryFields t={t} />
        <Notice kind="tip">{t('referrals.notice.privacy')}</Notice>
        <div className="deed">
          <SubmitButton>{t('referrals.notice.submit')}</SubmitButton>
        </div>
      </Form>
    </PageFrame>
  )
}
