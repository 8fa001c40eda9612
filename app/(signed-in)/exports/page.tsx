import { notFound } from 'next/navigation'
import { ExportTable } from '#components/exports/export-table.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { exportsOf } from '#lib/exports/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('exports.title')

export default async function ExportsPage() {
  const actor = await signedIn()
  if (!may(actor, 'export.read')) notFound()
  const { frame, exports } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), exports: await exportsOf(tx, actor) }))
  const { locale } = actor
  const t = translator(locale)
  const waiting = may(actor, 'export.agree') ? exports.filter(({ state, mine }) => state === 'ASKED' && !mine) : []
  const rest = exports.filter((line) => !waiting.includes(line))
  return (
    <PageFrame actor={actor} frame={frame} current="exports" width="wide">
      <PageHead title={t('exports.title')} sub={t('exports.sub')} />
      {exports.length === 0 && <Empty title={t('exports.none')}>{t('exports.noneHint')}</Empty>}
      {waiting.length > 0 && (
        <Section title={t('exports.waiting')}>
          <ExportTable exports={waiting} caption={t('exports.waiting')} now={now()} locale={locale} />
        </Section>
      )}
      {rest.length > 0 && (
        <Section title={t('exports.all')}>
          <ExportTable exports={rest} caption={t('exports.all')} now={now()} locale={locale} />
        </Section>
      )}
    </PageFrame>
  )
}
