import { cookies, headers } from 'next/headers'
import { LinkButton } from '#components/ui/button.tsx'
import { chooseLocale, localeCookie } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** What is not there and what is not yours look the same, to the letter. */
export default async function NotFound() {
  const [chosen, asked] = await Promise.all([cookies(), headers()])
  const t = translator(chooseLocale(chosen.get(localeCookie)?.value, asked.get('accept-language')))
  return (
    <main className="lone">
      <title>{t('shell.notFound.title')}</title>
      <h1>{t('shell.notFound.title')}</h1>
      <p>{t('shell.notFound.body')}</p>
      <LinkButton href="/">{t('shell.notFound.home')}</LinkButton>
    </main>
  )
}
