import type { Locale } from '#lib/words/locale.ts'
import { sentence, translator } from '#lib/words/translate.ts'

/** What the draft saver says, with # where the browser puts a number. */
export function saverWords(locale: Locale) {
  const t = translator(locale)
  return {
    saving: t('referrals.saved.saving'),
    now: t('referrals.saved.now'),
    seconds: sentence(locale, 'referrals.saved.seconds', { seconds: '#' }),
    minutes: sentence(locale, 'referrals.saved.minutes', { minutes: '#' }),
    offline: t('referrals.saved.offline'),
    signedOut: t('referrals.saved.signedOut'),
    signIn: t('referrals.saved.signIn'),
    failed: t('referrals.saved.failed'),
  }
}

export type SaverWords = ReturnType<typeof saverWords>
