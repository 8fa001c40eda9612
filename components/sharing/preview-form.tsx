import type { RecipientChoice } from '#lib/sharing/queries.ts'
import { sharedItems } from '#lib/sharing/consent.ts'
import type { Told } from '#lib/sharing/preview.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Asks for the same page with other items. A plain form: it changes nothing, so it may stand in the address. */
export function PreviewForm({ recipient, told, locale }: { recipient: RecipientChoice; told: Told; locale: Locale }) {
  const t = translator(locale)
  return (
    <form className="grid gap-4" method="get">
      <input type="hidden" name="recipient" value={recipient.id} />
      <fieldset className="field">
        <legend className="field-label">{t('sharing.preview.items')}</legend>
        <div className="chips">
          {sharedItems.map((domain) => (
            <label key={domain} className="chip">
              <input type="checkbox" name="items" value={domain} defaultChecked={told?.items.includes(domain) ?? false} />
              <span>{t(`timeline.domain.${domain}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="chip justify-self-start">
        <input type="checkbox" name="sensitive" value="on" defaultChecked={told?.sensitive ?? false} />
        <span>{t('sharing.preview.sensitive')}</span>
      </label>
      <div>
        <button className="btn btn-quiet" name="show" value="items">
          {t('sharing.preview.show')}
        </button>
      </div>
    </form>
  )
}
