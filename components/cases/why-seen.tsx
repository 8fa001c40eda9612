import { Section } from '#components/shell/page-head.tsx'
import { sayItems } from '#components/sharing/say-sharing.ts'
import type { Actor } from '#lib/core/actor.ts'
import { keysTo, type Key, type Standing } from '#lib/cases/why.ts'
import type { Entry } from '#lib/timeline/entry.ts'
import { formatDate, formatDayTime } from '#lib/words/days.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

type WhySeenProps = { actor: Actor; standing: Standing; entry: Pick<Entry, 'own' | 'layer' | 'domain' | 'audience'> | null }

/** The case as such: what everybody who may be told of it is told. */
const ofTheCase = { own: false, layer: 'PLAN', domain: 'GENERAL', audience: 'TEAM' } as const

/** Which rows open it, what must hold as well, and how far it goes. */
export function WhySeen({ actor, standing, entry }: WhySeenProps) {
  const { locale, inside } = actor
  const t = translator(locale)
  const { keys, grounds } = keysTo(standing, entry ?? ofTheCase, inside)
  const { part, glassUntil, approvalUntil, trainingUntil } = standing
  const relation = part ? t(`cases.relation.${part.relation}`) : ''
  const since = part ? formatDate(part.since, locale) : ''

  const say: Record<Key, () => string[]> = {
    OWN: () => [t('why.key.OWN')],
    PART: () => [t('why.key.PART', { relation, day: since, name: part?.addedBy ?? '—' }), part?.until ? t('why.partUntil', { day: formatDate(part.until, locale) }) : ''],
    OFFICE: () => [t('why.key.OFFICE')],
    SCHOOL: () => [t('why.key.SCHOOL')],
    GLASS: () => [t('why.key.GLASS', { day: glassUntil ? formatDayTime(glassUntil, locale) : '—' })],
    GROUND: () => [
      t('why.key.PARTNER', { relation, day: since }),
      ...grounds.map(({ ground, items, until }) => t('why.key.GROUND', {
        ground: t(ground === 'CONSENT' ? 'why.consent' : 'why.basis'), items: sayItems(items, locale) || t('sharing.ledger.general'), day: formatDate(until, locale),
      })),
    ],
  }
  const until = (at: Date | null, key: 'why.approval' | 'why.training') => (at ? t(key, { day: formatDate(at, locale) }) : t('why.never'))
  return (
    <>
      <Section title={t('why.opens')}>
        <Lines lines={keys.flatMap((key) => say[key]())} />
      </Section>
      <Section title={t('why.gates')}>
        <Lines lines={[...(inside ? [until(approvalUntil, 'why.approval'), until(trainingUntil, 'why.training')] : [t('why.outside')]), t('why.noConflict')]} />
      </Section>
      {entry && (
        <Section title={t('why.reach')}>
          <Lines lines={[t(`why.layer.${entry.layer}`), t(`why.audience.${entry.audience}`), entry.domain === 'GENERAL' ? '' : t('why.domain', { domain: named(locale, 'timeline.domain', entry.domain) })]} />
        </Section>
      )}
    </>
  )
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="list-disc pl-5">
      {lines.filter((line) => line !== '').map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
