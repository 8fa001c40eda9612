import type { Actor } from '#lib/core/actor.ts'
import { translator } from '#lib/words/translate.ts'

/** Who is signed in, and the two things she can change about that. Plain forms: they work without script. */
export function Me({ actor }: { actor: Pick<Actor, 'name' | 'agencyName' | 'locale'> }) {
  const t = translator(actor.locale)
  const other = actor.locale === 'ko' ? 'en' : 'ko'
  return (
    <div className="me">
      <b>{actor.name}</b>
      {actor.agencyName}
      <div className="me-deeds">
        <form method="post" action="/api/language">
          <button name="locale" value={other} lang={other}>
            {t('shell.language.switchTo')}
          </button>
        </form>
        <form method="post" action="/api/sign-out">
          <button>{t('shell.signOut')}</button>
        </form>
      </div>
    </div>
  )
}
