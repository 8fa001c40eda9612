import type { ReactNode } from 'react'
import type { Actor } from '#lib/core/actor.ts'
import { translator } from '#lib/words/translate.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Command } from './command.tsx'
import { commandWords } from './command-words.ts'
import { Count } from './count.tsx'
import { Me } from './me.tsx'
import { placesFor, type PlaceName } from './places.ts'

type FrameProps = {
  actor: Pick<Actor, 'name' | 'agencyName' | 'role' | 'locale'>
  /** The room this page stands in. */
  here: PlaceName
  /** What waits in each room. */
  counts?: Partial<Record<PlaceName, number>>
  /** plain: a column to read. wide: tables and charts. bleed: the page sets its own margins. */
  width?: 'plain' | 'wide' | 'bleed'
  /** A page that asks one thing: on a phone the lower bar makes room for its deed. */
  oneQuestion?: boolean
  children: ReactNode
}

/** What stands around every signed-in page: the menu, search, who you are. */
export function Frame({ actor, here, counts = {}, width = 'plain', oneQuestion = false, children }: FrameProps) {
  const t = translator(actor.locale)
  const places = placesFor(actor)
  const shortcuts = places.map(({ name, href }) => ({ label: t(`shell.places.${name}`), href }))

  return (
    <div className={oneQuestion ? 'frame frame-one-question' : 'frame'} lang={actor.locale}>
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <header className="frame-side">
        <div className="frame-top">
          <a className="brand" href="/">
            {t('shell.name')}
          </a>
          <Command words={commandWords(actor.locale)} shortcuts={shortcuts} />
        </div>
        {/* At the side on a wide screen; on a phone it rises when asked, without script. */}
        <div id="menu" popover="auto" className="frame-menu">
          <nav aria-label={t('shell.navigation')}>
            {places.map(({ name, href }) => (
              <a key={name} href={href} className="place" aria-current={name === here ? 'page' : undefined}>
                {t(`shell.places.${name}`)}
                <Count of={counts[name]} locale={actor.locale} />
              </a>
            ))}
          </nav>
          <Me actor={actor} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={`page page-${width}`}>
        {children}
      </main>
      <BottomBar places={places.slice(0, 4)} here={here} counts={counts} locale={actor.locale} />
    </div>
  )
}
