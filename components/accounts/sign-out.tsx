import { Button } from '#components/ui/button.tsx'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** The way back for somebody who is not in yet. */
export function SignOut({ locale }: { locale: Locale }) {
  return (
    <form method="post" action="/api/sign-out">
      <Button type="submit" weight="bare">
        {translator(locale)('accounts.second.other')}
      </Button>
    </form>
  )
}
