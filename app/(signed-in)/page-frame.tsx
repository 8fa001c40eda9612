import type { ReactNode } from 'react'
import { Frame } from '#components/shell/frame.tsx'
import { Typed } from '#components/shell/typed.tsx'
import type { PlaceName } from '#components/shell/places.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { FrameCounts } from '#lib/today/frame.ts'

type PageFrameProps = {
  actor: Actor
  /** From `frameFor(tx)`, asked within the page's own door. */
  frame: FrameCounts
  /** The room of the menu this page belongs to. */
  current: PlaceName
  width?: 'plain' | 'wide' | 'bleed'
  oneQuestion?: boolean
  children: ReactNode
}

/** The shell with what waits in its rooms. */
export function PageFrame({ actor, frame, current, width = 'plain', oneQuestion = false, children }: PageFrameProps) {
  return (
    <Frame actor={actor} here={current} counts={{ ...frame }} width={width} oneQuestion={oneQuestion}>
      <Typed locale={actor.locale} />
      {children}
    </Frame>
  )
}
