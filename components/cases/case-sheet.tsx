import { Prepared } from '#components/shell/prepared.tsx'
import { sayQuiet } from '#components/sharing/say-sharing.ts'
import { PrintSheet, SheetCell, SheetTable } from '#components/ui/sheet.tsx'
import type { Chronology } from '#lib/cases/printed-case.ts'
import type { AudienceMember, CaseHead, SupportView } from '#lib/cases/view.ts'
import { signed } from '#lib/plans/goal.ts'
import type { PlanGoal } from '#lib/plans/queries.ts'
import { gradeLabel } from '#lib/students/student.ts'
import { formatDate, formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'
import { chronologyHtml } from './chronology-html.ts'

type CaseSheetProps = {
  head: CaseHead
  goals: PlanGoal[]
  supports: SupportView[]
  audience: AudienceMember[]
  chronology: Chronology
  /** Who prints it, and when: on every page. */
  by: string
  now: Date
  locale: Locale
}

/** A case on paper, as far as its reader sees it. */
export function CaseSheet({ head, goals, supports, audience, chronology, by, now, locale }: CaseSheetProps) {
  const t = translator(locale)
  const at = formatDayTime(now, locale)
  const { student, school, number, level, stage, lead, next, waiting, openedAt, closedAt, closureReason } = head
  const about = [student.name, gradeLabel(student.grade, locale), school, student.dong].filter(Boolean).join(' · ')
  const waits = waiting === null ? '—' : waiting.on === 'FAMILY' ? t('cases.waitingOn.FAMILY') : (waiting.name ?? '—')
  return (
    <PrintSheet title={t('cases.print.title')} watermark={t('cases.print.watermark', { name: by, at, reference: chronology.reference })} foot={<span>{t('cases.print.by', { name: by, at, reference: chronology.reference })}</span>}>
      {head.quiet && (
        <p>
          <strong>{t('sharing.quiet.title')}</strong> {sayQuiet(head.quiet, locale)} {t('sharing.quiet.print')}
        </p>
      )}
      <SheetTable columns={2}>
        <tr>
          <SheetCell label={t('cases.list.columns.student')} of={2}>{about}</SheetCell>
        </tr>
        <tr>
          <SheetCell label={t('cases.print.number')}>{number}</SheetCell>
          <SheetCell label={t('cases.list.columns.level')}>{`${t(`cases.level.${level}`)} · ${t(`cases.stage.${stage}`)}`}</SheetCell>
        </tr>
        <tr>
          <SheetCell label={t('cases.page.lead')}>{lead ? `${lead.name} · ${lead.agency}` : '—'}</SheetCell>
          <SheetCell label={t('cases.print.opened')}>{formatDate(openedAt, locale)}</SheetCell>
        </tr>
        {closedAt ? (
          <tr>
            <SheetCell label={t('cases.print.closed')}>{formatDate(closedAt, locale)}</SheetCell>
            <SheetCell label={t('cases.close.reason')}>{named(locale, 'cases.closureReason', closureReason ?? '')}</SheetCell>
          </tr>
        ) : (
          <tr>
            <SheetCell label={t('cases.page.next')}>{next ? `${next.action} (${formatDayTime(next.dueAt, locale)})` : '—'}</SheetCell>
            <SheetCell label={t('cases.page.waiting')}>{waits}</SheetCell>
          </tr>
        )}
        <tr>
          <SheetCell label={t('cases.members.title')} of={2}>{audience.map(({ name, agency, relation }) => `${name} (${agency}, ${t(`cases.relation.${relation}`)})`).join(' · ') || '—'}</SheetCell>
        </tr>
      </SheetTable>
      {goals.length > 0 && (
        <SheetTable caption={t('cases.page.goals')} columns={1}>
          {goals.map(({ id, statement, ratings, domain }) => (
            <tr key={id}>
              <SheetCell label={t(`timeline.domain.${domain}`)}>{`${statement} — ${ratings.length > 0 ? ratings.map(({ rating }) => signed(rating)).join(' → ') : t('plans.goal.unrated')}`}</SheetCell>
            </tr>
          ))}
        </SheetTable>
      )}
      {supports.length > 0 && (
        <SheetTable caption={t('cases.page.supports')} columns={1}>
          {supports.map(({ id, service, agency, state, held }) => (
            <tr key={id}>
              <SheetCell label={named(locale, 'cases.page.interventionState', state)}>{[service, agency, held > 0 ? t('cases.page.sessions', { held }) : ''].filter(Boolean).join(' · ')}</SheetCell>
            </tr>
          ))}
        </SheetTable>
      )}
      <Prepared html={chronologyHtml(chronology, locale)} />
      {chronology.cut && <p>{t('cases.print.cut')}</p>}
    </PrintSheet>
  )
}
