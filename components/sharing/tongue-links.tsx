import { tongueNames, tongues, tongueTags, type Tongue } from '#lib/sharing/wording/tongue.ts'

/** The same sheet in another of the languages families are asked in. */
export function TongueLinks({ label, current, hrefOf }: { label: string; current: Tongue; hrefOf: (tongue: Tongue) => string }) {
  return (
    <nav className="no-print mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1" aria-label={label}>
      {tongues.map((tongue) => (
        <a key={tongue} className="link inline-flex min-h-11 items-center" href={hrefOf(tongue)} lang={tongueTags[tongue]} aria-current={tongue === current ? 'page' : undefined}>
          {tongueNames[tongue]}
        </a>
      ))}
    </nav>
  )
}
