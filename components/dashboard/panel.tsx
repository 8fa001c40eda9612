import type { ReactNode } from 'react'

/** Charts side by side where there is room. */
export function Panels({ children }: { children: ReactNode }) {
  return <div className="mt-8 grid gap-x-14 gap-y-10 lg:grid-cols-2">{children}</div>
}

/** One chart under its name. */
export function Panel({ title, note, whole = false, children }: { title: string; note?: string; whole?: boolean; children: ReactNode }) {
  return (
    <section className={whole ? 'min-w-0 break-inside-avoid lg:col-span-2' : 'min-w-0 break-inside-avoid'}>
      <h2 className="mb-2">{title}</h2>
      {note && <p className="muted small mb-3 max-w-[44rem]">{note}</p>}
      {children}
    </section>
  )
}
