import { Facts } from '#components/ui/facts.tsx'
import type { Glass } from '#lib/glass/queries.ts'
import { formatDayTime, formatTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'

export function GlassFacts({ glass: { who, agency, code, reason, openedAt, until, endedAt, looks }, locale }: { glass: Glass; locale: Locale }) {
  const t = translator(locale)
  const period = `${formatDayTime(openedAt, locale)} – ${formatTime(until)}`
  return (
    <Facts
      items={[
        { label: t('glass.list.who'), value: `${who} · ${agency}` },
        { label: t('glass.list.why'), value: t(`glass.code.${code}`) },
        { label: t('glass.page.period'), value: endedAt ? `${period} · ${t('glass.page.endedEarly', { time: formatTime(endedAt) })}` : period },
        { label: t('glass.page.looks'), value: t('glass.page.looksCount', { count: looks }) },
        { label: t('glass.page.reason'), value: <span lang={tongueOf(reason, locale)}>{reason}</span> },
      ]}
    />
  )
}
