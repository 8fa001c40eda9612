import { LinkButton } from '#components/ui/button.tsx'
import type { SupportDeed } from '#lib/interventions/deeds.ts'
import type { InterventionView } from '#lib/interventions/view.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

const foremost: readonly SupportDeed[] = ['acceptance', 'session', 'resumption']

/** What can be done now; the likeliest stands out. */
export function SupportDeeds({ view: { id, state }, deeds, locale }: { view: InterventionView; deeds: SupportDeed[]; locale: Locale }) {
  const t = translator(locale)
  if (deeds.length === 0) return null
  return (
    <nav className="support-deeds" aria-label={t('interventions.page.deeds')}>
      {deeds.map((deed) => (
        <LinkButton key={deed} weight={foremost.includes(deed) ? 'main' : 'quiet'} href={`/interventions/${id}/${deed}`}>
          {t(`interventions.deed.${deed === 'end' && state === 'PROPOSED' ? 'withdrawal' : deed}`)}
        </LinkButton>
      ))}
    </nav>
  )
}
