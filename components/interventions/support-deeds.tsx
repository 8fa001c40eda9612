import { LinkButton } from '#components/ui/button.tsx'
import type { SupportDeed } from '#lib/interventions/deeds.ts'
import type { InterventionView } from '#lib/interventions/view.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type MessageKey } from '#lib/words/translate.ts'

const foremost: readonly SupportDeed[] = ['acceptance', 'session', 'resumption']

type SupportDeedsProps = {
  view: InterventionView
  deeds: SupportDeed[]
  /** The reader is of the agency that is asked; otherwise what she answers she writes down for it. */
  ours: boolean
  locale: Locale
}

/** What can be done now; the likeliest stands out. */
export function SupportDeeds({ view: { id, state }, deeds, ours, locale }: SupportDeedsProps) {
  const t = translator(locale)
  if (deeds.length === 0) return null
  return (
    <nav className="support-deeds" aria-label={t('interventions.page.deeds')}>
      {deeds.map((deed) => (
        <LinkButton key={deed} weight={ours && foremost.includes(deed) ? 'main' : 'quiet'} href={`/interventions/${id}/${deed}`}>
          {t(labelOf(deed, state === 'PROPOSED', ours))}
        </LinkButton>
      ))}
    </nav>
  )
}

function labelOf(deed: SupportDeed, unanswered: boolean, ours: boolean): Extract<MessageKey, `interventions.deed.${string}`> {
  if (deed === 'end' && unanswered) return 'interventions.deed.withdrawal'
  if (!ours && (deed === 'acceptance' || deed === 'refusal')) return `interventions.deed.${deed}For`
  return `interventions.deed.${deed}`
}
