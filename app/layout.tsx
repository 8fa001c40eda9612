import '@fontsource-variable/noto-sans-kr/index.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Awake } from '#components/shell/awake.tsx'
import { localeCookieName } from '#lib/access/locale-cookie.ts'
import { env } from '#lib/core/env.ts'
import { chooseLocale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

async function readersLocale() {
  const [chosen, asked] = await Promise.all([cookies(), headers()])
  return chooseLocale(chosen.get(localeCookieName())?.value, asked.get('accept-language'))
}

/** Titles stand in histories and on shared screens: pages give theirs without a person's name. */
export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await readersLocale())
  const name = t('shell.name')
  return { title: { default: name, template: `%s · ${name}` }, description: t('shell.tagline'), robots: 'noindex, nofollow' }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#131715' },
  ],
}

export default async function Layout({ children }: { children: ReactNode }) {
  const locale = await readersLocale()
  return (
    <html lang={locale}>
      <body>
        {env().demo && <aside className="demo">{translator(locale)('shell.demo')}</aside>}
        {children}
        <Awake />
      </body>
    </html>
  )
}
