import { Notice } from '#components/ui/notice.tsx'
import type { Actor } from '#lib/core/actor.ts'
import type { Summary } from '#lib/today/today.ts'
import { daysBetween, formatDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'

type OwnClearanceProps = { actor: Pick<Actor, 'inside' | 'cleared' | 'locale'>; summary: Summary; now: Date }

/** How many days ahead one hears of it, here and by letter: time enough for a training. */
const ahead = 30

/** Says why everything is closed, or that it soon will be. */
export function OwnClearance({ actor: { inside, cleared, locale }, summary, now }: OwnClearanceProps) {
  const t = translator(locale)
  if (!inside) return null
  if (!cleared) {
    return (
      <Notice kind="warning" title={t('today.own.notClearedTitle')}>
        {t('today.own.notCleared')} <a href="/settings">{t('today.own.settings')}</a>
      </Notice>
    )
  }
  const { approvalUntil, trainingUntil } = summary
  const soon = (at: Date | null): at is Date => at !== null && daysBetween(now, at) <= ahead
  if (!soon(approvalUntil) && !soon(trainingUntil)) return null
  return (
    <Notice kind="tip" title={t('today.own.endingTitle')}>
      {soon(approvalUntil) && `${t('today.own.approvalEnds', { day: formatDay(approvalUntil, locale) })} `}
      {soon(trainingUntil) && `${t('today.own.trainingEnds', { day: formatDay(trainingUntil, locale) })} `}
      {t('today.own.endingThen')} <a href="/settings">{t('today.own.settings')}</a>
    </Notice>
  )
}
