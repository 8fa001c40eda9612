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

export const generateMetadata = pageTitle('people.recovery.title')

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
      <PageHead back={{ href: '/recoveries', label: t('people.recovery.title') }} title={line.who} sub={line.agency} />
      <Facts
        items={[
          { label: t('people.recovery.askedBy'), value: line.askedBy },
          { label: t('people.recovery.askedAt'), value: formatDayTime(line.askedAt, locale) },
          { label: t('people.recovery.reason'), value: line.reason },
          { label: t('people.recovery.state'), value: t(line.answer === null ? 'people.recovery.waiting' : line.answer === 'AGREED' ? 'people.recovery.AGREED' : 'people.recovery.REFUSED') },
        ]}
      />
      {answers && (
        <Section title={t('people.recovery.answerTitle')} note={t('people.recovery.answerNote')}>
          <Form action={answerRecoveryAction} words={formWords(locale)} formId="answer">
            <HiddenField name="recoveryId" value={id} />
            <div className="page-deeds">
              <SubmitButton name="answer" value="AGREED">
                {t('people.recovery.agree')}
              </SubmitButton>
              <SubmitButton weight="quiet" name="answer" value="REFUSED">
                {t('people.recovery.refuse')}
              </SubmitButton>
            </div>
          </Form>
        </Section>
      )}
    </PageFrame>
  )
}
