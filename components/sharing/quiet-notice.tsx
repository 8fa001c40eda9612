import { Notice } from '#components/ui/notice.tsx'
import type { Quiet } from '#lib/sharing/guardian-block.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { sayQuiet } from './say-sharing.ts'

/** Whom at home not to tell, wherever somebody may be about to. */
export function QuietNotice({ quiet, more, locale }: { quiet: Quiet | null; more?: string; locale: Locale }) {
  if (!quiet) return null
  return (
    <Notice kind="wrong" title={translator(locale)('sharing.quiet.title')}>
      {sayQuiet(quiet, locale)} {more}
    </Notice>
  )
}
