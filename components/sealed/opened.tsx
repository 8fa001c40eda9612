import { Notice } from '#components/ui/notice.tsx'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'

/** What was sealed, while it is open; null: its key is gone. */
export function Opened({ text, locale }: { text: string | null; locale: Locale }) {
  const t = translator(locale)
  if (text === null) return <Notice kind="wrong">{t('sealed.lost')}</Notice>
  return (
    <>
      <p className="card whitespace-pre-wrap" lang={tongueOf(text, locale)}>
        {text}
      </p>
      <p className="muted small">{t('sealed.opened')}</p>
    </>
  )
}
