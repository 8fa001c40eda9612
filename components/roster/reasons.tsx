import { BarList } from '#components/ui/bar-list.tsx'
import { issues, type IssueCode } from '#lib/roster/problem.ts'
import type { Progress } from '#lib/roster/progress.ts'
import type { Words } from '#lib/words/translate.ts'

/** How often each thing was noticed, the most frequent first: one slip repeated a thousand times is one thing to mend. */
export function Reasons({ progress: { reasons }, t }: { progress: Progress; t: Words }) {
  const codes = (Object.keys(issues) as IssueCode[]).filter((code) => (reasons[code] ?? 0) > 0)
  if (codes.length < 2) return null
  const bars = codes.map((code) => ({ label: t(`roster.issue.${code}`), value: reasons[code] ?? 0, tone: issues[code] === 'rejected' ? ('orange' as const) : ('plain' as const) }))
  return <BarList caption={t('roster.report.reasons')} bars={bars.toSorted((a, b) => b.value - a.value)} />
}
