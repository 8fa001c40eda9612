import { cookies, headers } from 'next/headers'
import { Typed } from '#components/shell/typed.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { localeCookieName } from '#lib/access/locale-cookie.ts'
import { keptTyped } from '#lib/core/request.ts'
import { chooseLocale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** What is not there and what is not yours look the same, to the letter. Whoever typed something gets it back here. */
export default async function NotFound() {
  const [chosen, asked] = await Promise.all([cookies(), headers()])
  const locale = chooseLocale(chosen.get(localeCookieName())?.value, asked.get('accept-language'))
  const t = translator(locale)
  const signedOut = keptTyped()?.status === 401
  const place = signedOut ? 'signedOut' : 'notFound'
  return (
    <main className="lone">
      <title>{t(`shell.${place}.title`)}</title>
      <h1>{t(`shell.${place}.title`)}</h1>
      <p>{t(`shell.${place}.body`)}</p>
      <Typed locale={locale} />
      <LinkButton href={signedOut ? '/sign-in' : '/'}>{t(`shell.${place}.home`)}</LinkButton>
    </main>
  )
}
