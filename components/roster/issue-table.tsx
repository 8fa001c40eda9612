import { Prepared } from '#components/shell/prepared.tsx'
import { issueRows } from './issue-rows.ts'
import type { Issue } from '#lib/roster/problem.ts'
import type { Words } from '#lib/words/translate.ts'

/** Each line that was not taken or taken with a remark, and why. */
export function IssueTable({ issues, t }: { issues: readonly (Issue & { rejected: boolean })[]; t: Words }) {
  return (
    <table className="table table-cards">
      <caption className="only-heard">{t('roster.report.issues')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('roster.report.why')}</th>
          <th scope="col">{t('roster.report.result')}</th>
          <th scope="col">{t('roster.report.file')}</th>
          <th scope="col" className="end">
            {t('roster.report.line')}
          </th>
          <th scope="col">{t('roster.report.column')}</th>
        </tr>
      </thead>
      <Prepared as="tbody" html={issueRows(issues, t)} />
    </table>
  )
}
