import type { Viewer } from '#lib/cases/seen-as.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { MomentField } from './moment-field.tsx'

type SightFormProps = { viewers: { people: Viewer[]; agencies: Viewer[] }; chosen: string | undefined; at: Date | null; locale: Locale }

/** Whose eyes, and when. A plain form: it changes nothing, so it may stand in the address. */
export function SightForm({ viewers, chosen, at, locale }: SightFormProps) {
  const t = translator(locale)
  const group = (label: string, prefix: string, some: Viewer[]) => (
    <optgroup label={label}>
      {some.map(({ id, name }) => (
        <option key={id} value={`${prefix}_${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  )
  return (
    <form className="form" method="get">
      <div className="field">
        <label className="field-label" htmlFor="as">{t('sight.as')}</label>
        <select className="input" id="as" name="as" defaultValue={chosen ?? ''}>
          <option value="">{t('sight.choose')}</option>
          {group(t('sight.person'), 'p', viewers.people)}
          {group(t('sight.agency'), 'a', viewers.agencies)}
        </select>
      </div>
      <MomentField at={at} locale={locale} />
      <div>
        <button className="btn btn-quiet">{t('sight.show')}</button>
      </div>
    </form>
  )
}
