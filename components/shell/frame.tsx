import type { ReactNode } from 'react'
import type { Actor } from '#lib/core/actor.ts'
import { translator } from '#lib/words/translate.ts'
import { Command } from './command.tsx'
import { commandWords } from './command-words.ts'
import { bottomBarHtml, menuHtml, type Counts } from './frame-html.ts'
import { placesFor, type PlaceName } from './places.ts'
import { Prepared } from './prepared.tsx'

type FrameProps = {
  actor: Pick<Actor, 'name' | 'agencyName' | 'role' | 'locale'>
  /** The room this page stands in. */
  here: PlaceName
  /** What waits in each room. */
  counts?: Counts
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
        <Prepared id="menu" popover="auto" className="frame-menu" html={menuHtml(places, here, counts, actor)} />
      </header>
      <main id="content" tabIndex={-1} className={`page page-${width}`}>
        {children}
      </main>
      <Prepared as="nav" className="bottom-bar" aria-label={t('shell.shortcuts')} html={bottomBarHtml(places.slice(0, 4), here, counts, actor.locale)} />
    </div>
  )
}
