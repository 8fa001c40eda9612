import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { recoveryOf } from '#lib/people/recovery-queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDayTime } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { answerRecoveryAction } from '../actions.ts'

export const generateMetadata = pageTitle('recovery.title')

export default async function RecoveryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await signedIn()
  if (!may(actor, 'account.recover') && !may(actor, 'account.vouch')) notFound()
  const { id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const { frame, line } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), line: await recoveryOf(tx, actor, id) }))
  if (!line) notFound()
  const { locale } = actor
  const t = translator(locale)
  const answers = line.answer === null && may(actor, 'account.vouch') && line.staffId !== actor.staffId
  return (
    <PageFrame actor={actor} frame={frame} current="access" oneQuestion>
      <PageHead back={{ href: '/recoveries', label: t('recovery.title') }} title={line.who} sub={line.agency} />
      <Facts
        items={[
          { label: t('recovery.askedBy'), value: line.askedBy },
          { label: t('recovery.askedAt'), value: formatDayTime(line.askedAt, locale) },
          { label: t('recovery.reason'), value: line.reason },
          { label: t('recovery.state'), value: t(line.answer === null ? 'recovery.waiting' : line.answer === 'AGREED' ? 'recovery.AGREED' : 'recovery.REFUSED') },
        ]}
      />
      {answers && (
        <Section title={t('recovery.answerTitle')} note={t('recovery.answerNote')}>
          <Form action={answerRecoveryAction} words={formWords(locale)} formId="answer">
            <HiddenField name="recoveryId" value={id} />
            <div className="page-deeds">
              <SubmitButton name="answer" value="AGREED">
                {t('recovery.agree')}
              </SubmitButton>
              <SubmitButton weight="quiet" name="answer" value="REFUSED">
                {t('recovery.refuse')}
              </SubmitButton>
            </div>
          </Form>
        </Section>
      )}
    </PageFrame>
  )
}
