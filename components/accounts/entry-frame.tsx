import type { ReactNode } from 'react'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** A page before one is in: who we are, the other language, one thing to do. */
export function EntryFrame({ title, why, locale, children }: { title: string; why?: ReactNode; locale: Locale; children: ReactNode }) {
  const t = translator(locale)
  const other = locale === 'ko' ? 'en' : 'ko'
  return (
    <main id="content" className="mx-auto grid w-full max-w-md content-start gap-6 px-4 py-8 sm:px-8 sm:py-14">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          <b className="text-xl text-teal">{t('shell.name')}</b> <span className="muted small">{t('shell.tagline')}</span>
        </p>
        <form method="post" action="/api/language">
          <button className="btn btn-bare -mr-2.5" name="locale" value={other} lang={other}>
            {t('shell.language.switchTo')}
          </button>
        </form>
      </div>
      <div>
        <h1>{title}</h1>
        {why && <p className="muted">{why}</p>}
      </div>
      {children}
    </main>
  )
}
