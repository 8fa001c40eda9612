import { Notice } from '#components/ui/notice.tsx'
import type { Lapse } from '#lib/today/today.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type PeopleTodayProps = { lapses: Lapse[]; waiting: number; ownerless: { id: string; name: string }[]; now: Date; locale: Locale }

/** What a lead's colleagues ask of her: work that is nobody's first. Nothing when there is nothing. */
export function PeopleToday({ lapses, waiting, ownerless, now, locale }: PeopleTodayProps) {
  const t = translator(locale)
  const ended = lapses.filter(({ approvalUntil, trainingUntil }) => [approvalUntil, trainingUntil].some((at) => at !== null && at <= now)).length
  if (ownerless.length + waiting + lapses.length === 0) return null
  return (
    <div className="mb-6 space-y-3">
      {ownerless.length > 0 && (
        <Notice kind="wrong" title={t('colleagues.ownerlessTitle')}>
          {t('colleagues.ownerlessNote')}{' '}
          {ownerless.map(({ id, name }) => (
            <a key={id} className="link mr-2" href={`/people/${id}/leave`}>{name}</a>
          ))}
        </Notice>
      )}
      {waiting > 0 && (
        <Notice kind="info" title={t('colleagues.today.waits', { count: waiting })}>
          {t('colleagues.today.waitsText')} <a className="link" href="/people/changes">{t('colleagues.today.waitsLink')}</a>
        </Notice>
      )}
      {lapses.length > 0 && (
        <Notice kind={ended > 0 ? 'warning' : 'tip'} title={t('colleagues.today.ending', { count: lapses.length })}>
          {t('today.keepers.note')} <a className="link" href="/people?state=ending">{t('colleagues.today.endingLink')}</a>
        </Notice>
      )}
    </div>
  )
}
