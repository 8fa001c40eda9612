import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Agreement } from '#lib/plans/queries.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'

/** When the plan was agreed last, and what child and guardian said. */
export function Agreed({ agreement: { at, by, body }, locale }: { agreement: Agreement; locale: Locale }) {
  const t = translator(locale)
  return (
    <div className="plan-agreed">
      <p>
        <Icon name="agree" /> {t('plans.agree.agreed', { day: formatDay(at, locale), name: by })}
      </p>
      <Disclosure summary={t('plans.agree.voices')}>
        <p className="beside-words" lang={tongueOf(body, locale)}>{body}</p>
      </Disclosure>
    </div>
  )
}
