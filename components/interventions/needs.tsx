import { Section } from '#components/shell/page-head.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { FilterLinks } from '#components/ui/links.tsx'
import type { GoalChoice } from '#lib/interventions/goals.ts'
import { domains } from '#lib/timeline/layers.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type NeedsProps = {
  here: string
  /** The case's own, the heaviest first. */
  ofCase: readonly string[]
  goals: GoalChoice[]
  domain: string | undefined
  goal: string | undefined
  locale: Locale
}

/** What is the need? The case's own domains and goals are one press away; all others a press more. */
export function Needs({ here, ofCase, goals, domain, goal, locale }: NeedsProps) {
  const t = translator(locale)
  const link = (one: (typeof domains)[number]) => ({ label: t(`timeline.domain.${one}`), href: `${here}?domain=${one}`, current: one === domain && !goal })
  const own = domains.filter((one) => ofCase.includes(one))
  const others = domains.filter((one) => !ofCase.includes(one))
  return (
    <Section title={t('interventions.propose.need')} note={own.length > 0 ? t('interventions.propose.needHint') : undefined}>
      {own.length > 0 && <FilterLinks label={t('interventions.propose.need')} items={own.map(link)} />}
      {goals.length > 0 && (
        <div className="mt-3">
          <p className="muted small mb-1">{t('interventions.propose.goals')}</p>
          <FilterLinks
            label={t('interventions.propose.goals')}
            items={goals.map(({ id, statement, domain: of }) => ({ label: statement, href: `${here}?domain=${of}&goal=${id}`, current: id === goal }))}
          />
        </div>
      )}
      {own.length === 0 ? <FilterLinks label={t('interventions.propose.others')} items={others.map(link)} /> : (
        <Disclosure summary={t('interventions.propose.others')} open={domain !== undefined && !ofCase.includes(domain) && !goal}>
          <FilterLinks label={t('interventions.propose.others')} items={others.map(link)} />
        </Disclosure>
      )}
    </Section>
  )
}
