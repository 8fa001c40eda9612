import type { ReactNode } from 'react'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Who we are, and the other language: what every page begins with before one is in. */
export function EntryHead({ locale }: { locale: Locale }) {
  const t = translator(locale)
  const other = locale === 'ko' ? 'en' : 'ko'
  return (
    <div className="flex items-baseline justify-between gap-x-4">
      <p>
        <b className="text-xl text-teal">{t('shell.name')}</b> <span className="muted small">{t('shell.tagline')}</span>
      </p>
      <form method="post" action="/api/language" className="shrink-0">
        <button className="btn btn-bare -mr-2.5" name="locale" value={other} lang={other}>
          {t('shell.language.switchTo')}
        </button>
      </form>
    </div>
  )
}

/** A page before one is in, with one thing to do. */
export function EntryFrame({ title, why, locale, children }: { title: string; why?: ReactNode; locale: Locale; children: ReactNode }) {
  return (
    <main id="content" className="mx-auto grid w-full max-w-md content-start gap-6 px-4 py-8 sm:px-8 sm:py-14">
      <EntryHead locale={locale} />
      <div>
        <h1>{title}</h1>
        {why && <p className="muted">{why}</p>}
      </div>
      {children}
    </main>
  )
}
