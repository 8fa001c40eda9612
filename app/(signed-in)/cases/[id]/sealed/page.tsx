import { notFound } from 'next/navigation'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { SealedLines } from '#components/sealed/sealed-lines.tsx'
import { WriteForm } from '#components/sealed/write-form.tsx'
import { Section } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { nameable, sealedOf } from '#lib/sealed/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { writeSealedAction } from './actions.ts'

export const generateMetadata = pageTitle('sealed.title')

/** Looks the same to everybody who sees the case, but for the records one may open oneself. */
export default async function SealedPage({ params }: PageProps<'/cases/[id]/sealed'>) {
  const actor = await signedIn()
  if (!may(actor, 'sealed.open')) notFound()
  const { id } = await params
  const page = await caseDeed(actor, id, async (tx) => ({ frame: await frameFor(tx), lines: await sealedOf(tx, actor, id), people: may(actor, 'sealed.write') ? await nameable(tx, actor, id, null) : [] }))
  if (!page) notFound()
  const { head, frame, lines, people } = page
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} title={t('sealed.title')} sub={t('sealed.sub')}>
        <Section title={t('sealed.mine')}>{lines.length === 0 ? <p className="muted">{t('sealed.none')}</p> : <SealedLines lines={lines} caseId={id} locale={locale} />}</Section>
        {may(actor, 'sealed.write') && inTheWay(actor, head) === null && (
          <Section title={t('sealed.write')}>
            <div className="mb-6">
              <Notice kind="warning">{t('sealed.law')}</Notice>
            </div>
            <WriteForm action={writeSealedAction} caseId={id} people={people.filter(({ byTwo }) => !byTwo)} locale={locale} />
          </Section>
        )}
      </DeedPage>
    </PageFrame>
  )
}
