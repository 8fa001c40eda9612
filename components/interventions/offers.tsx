import { Section } from '#components/shell/page-head.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { stages } from '#lib/directory/service.ts'
import { mayAsk, type Giver, type Offer } from '#lib/interventions/asking.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

type OffersProps = {
  offers: Offer[]
  domain: Domain
  here: string
  /** Where a consent is recorded; absent for who may not record one. */
  consentHref: string | undefined
  query: string
  locale: Locale
}

/** Which help fits, who gives it, and whether it may be asked today. */
export function Offers({ offers, domain, here, consentHref, query, locale }: OffersProps) {
  const t = translator(locale)
  const given = offers.filter(({ givers }) => givers.length > 0)
  return (
    <Section title={t('interventions.propose.service')} note={t('interventions.propose.serviceHint', { domain: t(`timeline.domain.${domain}`) })} id="services">
      {offers.length === 0 && <p className="muted">{t('interventions.propose.noService')}</p>}
      {stages.map((stage) => {
        const those = given.filter(({ service }) => service.stage === stage)
        return those.length > 0 && (
          <div key={stage} className="offer-stage">
            <h3>{t(`interventions.propose.stage.${stage}`)}</h3>
            <ul className="offer-list">
              {those.map(({ service, givers }) => (
                <li key={service.code}>
                  <b>{service.name}</b>{' '}
                  <span className="muted small" lang="ko">
                    {service.eligibility} · {service.duration}
                  </span>
                  <ul className="offer-agencies">
                    {givers.map((giver) => (
                      <GiverLine key={giver.id} giver={giver} askHref={`${here}?${query}&service=${service.code}&agency=${giver.id}`} consentHref={consentHref && `${consentHref}?recipient=${giver.id}&items=${domain}`} locale={locale} />
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {offers.length > given.length && (
        <p className="muted small offer-stage">
          {t('interventions.propose.noAgency')}: {offers.filter(({ givers }) => givers.length === 0).map(({ service }) => service.name).join(', ')}
        </p>
      )}
    </Section>
  )
}

function GiverLine({ giver, askHref, consentHref, locale }: { giver: Giver; askHref: string; consentHref: string | undefined; locale: Locale }) {
  const t = translator(locale)
  const { name, asking } = giver
  return (
    <li className="offer-agency">
      <span>{name}</span>
      <Badge tone={mayAsk(asking) ? 'teal' : 'amber'}>{sayAsking(giver, locale, t)}</Badge>
      {mayAsk(asking) && (
        <LinkButton weight="quiet" href={askHref}>
          {t('interventions.propose.ask', { agency: name })}
        </LinkButton>
      )}
      {!mayAsk(asking) && consentHref && (
        <a className="link" href={consentHref}>
          {t('interventions.propose.consent')}
          <span className="only-heard"> ({name})</span>
        </a>
      )}
    </li>
  )
}

function sayAsking({ asking }: Giver, locale: Locale, t: Words): string {
  switch (asking.may) {
    case 'INSIDE':
      return t('interventions.propose.inside')
    case 'GROUND':
      return t(`interventions.propose.ground.${asking.ground.kind}`, { day: formatDay(asking.ground.until, locale) })
    case 'ELSEWHERE':
      return t('interventions.propose.groundElsewhere')
    case 'NONE':
      return t('interventions.propose.noGround')
  }
}
