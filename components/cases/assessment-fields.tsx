import { levelLooks } from '#components/today/levels.ts'
import { Chips, Choices } from '#components/ui/choices.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { TextArea } from '#components/ui/fields.tsx'
import { aggravators, grounds, levels, ratedDomains, redFlags, type Ground } from '#lib/cases/level.ts'
import { rateName } from '#lib/cases/rated.ts'
import type { Words } from '#lib/words/translate.ts'
import { LevelProposal } from './level-proposal.tsx'
import { RatingGrid } from './rating-grid.tsx'

type FindingFieldsProps = {
  t: Words
  /** Domains that stand first, because somebody wrote of them, and what is said beside them. */
  first?: readonly string[]
  mark?: string
}

/** What was found: signs of danger, the domains one by one, what makes it harder. */
export function FindingFields({ t, first = [], mark }: FindingFieldsProps) {
  const marked = ratedDomains.filter((domain) => first.includes(domain))
  const lines = [...marked, ...ratedDomains.filter((domain) => !first.includes(domain))]
  return (
    <>
      <Chips name="redFlags" label={t('cases.open.redFlags')} hint={t('cases.open.redFlagsHint')} groups={[{ options: redFlags.map((value) => ({ value, label: t(`cases.redFlag.${value}`) })) }]} />
      <RatingGrid
        legend={t('cases.open.ratings')}
        hint={t('cases.open.ratingsHint')}
        lines={lines.map((domain) => ({ name: rateName(domain), label: t(`timeline.domain.${domain}`), marked: first.includes(domain) }))}
        steps={[
          { value: '', short: '–', label: t('cases.rating.none') },
          ...(['0', '1', '2', '3'] as const).map((value) => ({ value, short: value, label: t(`cases.rating.${value}`) })),
        ]}
        {...(mark !== undefined && { mark })}
      />
      <Chips name="aggravators" label={t('cases.open.aggravators')} groups={[{ options: aggravators.map((value) => ({ value, label: t(`cases.aggravator.${value}`) })) }]} />
    </>
  )
}

/** What the rule proposes and what a person decides. `reasonRequired` where every decision says why. */
export function LevelFields({ t, reasonRequired = false }: { t: Words; reasonRequired?: boolean }) {
  return (
    <>
      <LevelProposal
        words={{
          proposal: t('cases.open.proposal'),
          none: t('cases.open.proposalNone'),
          levels: { EMERGENCY: t('cases.level.EMERGENCY'), HIGH: t('cases.level.HIGH'), MODERATE: t('cases.level.MODERATE'), WATCH: t('cases.level.WATCH') },
          grounds: Object.fromEntries((Object.keys(grounds) as Ground[]).map((ground) => [ground, t(`cases.ground.${ground}`)])) as Record<Ground, string>,
        }}
      />
      <div className="level-choices">
        <Choices name="level" label={t('cases.open.level')} hint={t('cases.open.levelHint')} required row options={levels.toReversed().map((value) => ({ value, label: t(`cases.level.${value}`), tone: levelLooks[value].tone }))} />
      </div>
      <Disclosure summary={t('cases.open.rule')}>
        <p className="muted small">{t('cases.open.ruleText')}</p>
      </Disclosure>
      <TextArea name="levelReason" label={t('cases.open.levelReason')} hint={reasonRequired ? undefined : t('cases.open.levelReasonHint')} required={reasonRequired} rows={2} />
    </>
  )
}
