import { notFound } from 'next/navigation'
import { NewExportForm } from '#components/exports/export-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { justProven } from '#lib/access/proven.ts'
import { signedIn } from '#lib/access/session.ts'
import { listAddress, listFilters } from '#lib/cases/list-filters.ts'
import { asActor } from '#lib/core/door.ts'
import { MOST_CASES } from '#lib/exports/export.ts'
import { exportSize } from '#lib/exports/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { makeExportAction } from '../actions.ts'

export const generateMetadata = pageTitle('exports.new.title')

export default async function NewExportPage({ searchParams }: PageProps<'/exports/new'>) {
  const actor = await signedIn()
  if (!may(actor, 'export.make')) notFound()
  const address = listAddress({ ...listFilters(await searchParams), after: undefined })
  const filters = address.split('?')[1] ?? ''
  const { frame, size, proven } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), size: await exportSize(tx, actor, filters, MOST_CASES), proven: await justProven(tx) }))
  const { locale, role } = actor
  const t = translator(locale)
  const more = size.cases > size.alone
  const inTheWay = size.cases === 0 ? t('exports.new.nothing') : size.cases > MOST_CASES ? t('exports.new.tooMany', { most: MOST_CASES }) : more && role === 'SCHOOL_LEAD' ? t('exports.new.schoolMost', { most: size.alone }) : null
  return (
    <PageFrame actor={actor} frame={frame} current="exports" oneQuestion>
      <PageHead back={{ href: address, label: t('exports.new.back') }} title={t('exports.new.title')} sub={t('exports.new.sub', { count: size.cases })} />
      <div className="mb-6 grid gap-3">
        <Notice kind="warning">{t('exports.new.law')}</Notice>
        {more && !inTheWay && <Notice>{t('exports.new.more', { most: size.alone })}</Notice>}
        {inTheWay && <Notice kind="wrong">{inTheWay}</Notice>}
      </div>
      {!inTheWay && <NewExportForm action={makeExportAction} filters={filters} asks={more} proven={proven} locale={locale} />}
    </PageFrame>
  )
}
