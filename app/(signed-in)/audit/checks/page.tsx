import { notFound } from 'next/navigation'
import { CheckTable } from '#components/audit/check-table.tsx'
import { Standing } from '#components/audit/standing.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { checkAsked, checksOf } from '#lib/audit/queries.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatTime } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { askCheckAction } from '../actions.ts'

export const generateMetadata = pageTitle('audit.chain.title')

const shown = 60

export default async function ChecksPage() {
  const actor = await signedIn()
  if (!may(actor, 'audit.check')) notFound()
  const { frame, checks, asked } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), checks: await checksOf(tx, actor, shown), asked: await checkAsked(tx, actor) }))
  const { locale } = actor
  const t = translator(locale)
  const waits = asked && !(checks[0] && checks[0].at > asked)
  return (
    <PageFrame actor={actor} frame={frame} current="audit">
      <PageHead back={{ href: '/audit', label: t('audit.title') }} title={t('audit.chain.title')} sub={t('audit.chain.how')} />
      <Section title={t('audit.chain.now')}>
        {waits ? (
          <Notice kind="info" live>
            {t('audit.chain.asked', { time: formatTime(asked) })} <a className="link" href="/audit/checks">{t('audit.chain.lookAgain')}</a>
          </Notice>
        ) : (
          <Form action={askCheckAction} words={formWords(locale)} formId="check">
            <div className="deed">
              <SubmitButton>{t('audit.chain.ask')}</SubmitButton>
            </div>
          </Form>
        )}
        <Standing check={checks[0]} locale={locale} />
      </Section>
      {checks.length > 0 && (
        <Section title={t('audit.chain.before')}>
          <CheckTable checks={checks} locale={locale} />
        </Section>
      )}
    </PageFrame>
  )
}
