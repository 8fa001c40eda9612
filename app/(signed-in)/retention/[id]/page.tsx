import { notFound } from 'next/navigation'
import { DecideForm } from '#components/retention/forms.tsx'
import { rowsByTable, rowsInWords } from '#components/retention/rows-in-words.ts'
import { sayRule } from '#components/retention/say-rule.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { PrintSheet, SheetCell, SheetTable } from '#components/ui/sheet.tsx'
import { may } from '#lib/access/policy.ts'
import { justProven } from '#lib/access/proven.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { destructionsOf, tombstonesOf } from '#lib/retention/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate, formatDayTime, formatTime } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { decideDestructionAction } from '../actions.ts'

export const generateMetadata = pageTitle('retention.page.certificate')

export default async function DestructionPage({ params }: PageProps<'/retention/[id]'>) {
  const actor = await signedIn()
  if (!may(actor, 'retention.read')) notFound()
  const { id } = await params
  const { frame, found, stones, proven } = await asActor(actor, async (tx) => {
    const found = (await destructionsOf(tx, actor, id))[0]
    return { frame: await frameFor(tx), found, stones: found ? await tombstonesOf(tx, actor, id) : [], proven: await justProven(tx) }
  })
  if (!found) notFound()
  const { locale, name } = actor
  const t = translator(locale)
  const { number, state, by, at, decidedBy, decidedAt, doneAt, hash, mine } = found
  // It is kept for years: with the year
  const moment = (when: Date) => `${formatDate(when, locale)} ${formatTime(when)}`
  const byAt = (who: string | null, when: Date | null) => (when ? t('retention.page.byAt', { by: who ?? '—', at: moment(when) }) : '—')
  return (
    <PageFrame actor={actor} frame={frame} current="retention">
      <div className="no-print">
        <PageHead back={{ href: '/retention', label: t('retention.page.back') }} title={t('retention.page.title', { number })} actions={state === 'DONE' && <PrintButton>{t('ui.print')}</PrintButton>} />
        <div className="mb-6">
          {state === 'AGREED' && <Notice kind="warning">{t('retention.page.tonight')}</Notice>}
          {state === 'REFUSED' && <Notice>{t('retention.page.refused')}</Notice>}
          {state === 'ASKED' && mine && <Notice>{t('retention.page.own')}</Notice>}
          {state === 'ASKED' && !mine && <DecideForm action={decideDestructionAction} id={id} proven={proven} locale={locale} />}
        </div>
      </div>
      <PrintSheet title={t(state === 'DONE' ? 'retention.page.certificate' : 'retention.title')} watermark={t('cases.print.watermark', { name, at: formatDayTime(now(), locale), reference: number })} foot={state === 'DONE' && <span>{t('retention.page.backups')}</span>}>
        <SheetTable columns={1}>
          <tr><SheetCell label={t('retention.columns.destruction')}>{number}</SheetCell></tr>
          <tr><SheetCell label={t('retention.page.asked')}>{byAt(by, at)}</SheetCell></tr>
          <tr><SheetCell label={t('retention.page.agreed')}>{byAt(decidedBy, decidedAt)}</SheetCell></tr>
          {doneAt && <tr><SheetCell label={t('retention.page.done')}>{moment(doneAt)}</SheetCell></tr>}
          {hash && <tr><SheetCell label={t('retention.page.hash')}><span className="break-all">{hash}</span><br /><small>{t('retention.page.hashNote')}</small></SheetCell></tr>}
        </SheetTable>
        <SheetTable caption={t('retention.columns.cases')} columns={1}>
          {stones.map((stone) => (
            <tr key={stone.caseId}>
              <SheetCell label={stone.number}>
                {t('retention.page.keptUntil', { day: formatDate(new Date(stone.retainUntil), locale) })} · {sayRule(stone.rule, locale)}
                {state === 'DONE' && !stone.rows && <><br />{t('retention.page.left')}</>}
                {stone.rows && (
                  <>
                    <div>{rowsInWords(stone.rows, locale)}</div>
                    <div>{stone.keysGoneAt ? t('retention.page.keysGone', { at: moment(stone.keysGoneAt) }) : t('retention.page.keysWait')}</div>
                    <small>{rowsByTable(stone.rows)}</small>
                  </>
                )}
              </SheetCell>
            </tr>
          ))}
        </SheetTable>
      </PrintSheet>
    </PageFrame>
  )
}
