import { Icon } from '#components/ui/icon.tsx'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { Count } from './count.tsx'
import type { Place, PlaceName } from './places.ts'

type BottomBarProps = { places: Place[]; here: PlaceName; counts: Partial<Record<PlaceName, number>>; locale: Locale }

/** Under the thumb on a phone: four rooms, and the menu for the rest. */
export function BottomBar({ places, here, counts, locale }: BottomBarProps) {
  const t = translator(locale)
  return (
    <nav className="bottom-bar" aria-label={t('shell.shortcuts')}>
      {places.map(({ name, href, icon }) => (
        <a key={name} href={href} className="tab" aria-current={name === here ? 'page' : undefined}>
          <Icon name={icon} />
          {t(`shell.places.${name}`)}
          <Count of={counts[name]} locale={locale} />
        </a>
      ))}
      <button type="button" className="tab" popoverTarget="menu">
        <Icon name="menu" />
        {t('shell.more')}
      </button>
    </nav>
  )
}
