import { Facts } from '#components/ui/facts.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Check } from '#lib/audit/queries.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Whether the record of access still stands as it was written, and how that is known. */
export function Standing({ check, locale }: { check: Check | undefined; locale: Locale }) {
  const t = translator(locale)
  if (!check) return <Notice kind="info">{t('audit.chain.never')}</Notice>
  const { at, entries, seals, open, heads, findings } = check
  return (
    <>
      {findings.length === 0 && seals === 0 ? (
        <Notice kind="info">{t('audit.chain.unsealed')}</Notice>
      ) : findings.length === 0 ? (
        <Notice kind="good" title={t('audit.chain.stands')}>
          {t('audit.chain.standsNote')}
        </Notice>
      ) : (
        <Notice kind="wrong" title={t('audit.chain.broken', { count: findings.length })}>
          <ul className="list-disc pl-5">
            {findings.map(({ trouble, seal }) => (
              <li key={`${trouble} ${seal}`}>
                {t('audit.chain.at', { seal })} {t(`audit.trouble.${trouble}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Facts
        items={[
          { label: t('audit.chain.checkedAt'), value: formatDayTime(at, locale) },
          { label: t('audit.chain.entries'), value: t('audit.chain.count', { count: entries }) },
          { label: t('audit.chain.seals'), value: t('audit.chain.count', { count: seals }) },
          { label: t('audit.chain.open'), value: t('audit.chain.count', { count: open }) },
          { label: t('audit.chain.heads'), value: t('audit.chain.count', { count: heads }) },
        ]}
      />
    </>
  )
}
