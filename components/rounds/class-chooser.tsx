import { Notice } from '#components/ui/notice.tsx'
import type { ClassChoice } from '#lib/sharing/rounds.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type ClassChooserProps = {
  schools: { id: string; name: string }[]
  school: { id: string; name: string } | undefined
  classes: (ClassChoice & { key: string })[]
  locale: Locale
}

/** The school, where there are several, and then the class: each a link. */
export function ClassChooser({ schools, school, classes, locale }: ClassChooserProps) {
  const t = translator(locale)
  return (
    <div className="grid max-w-xl gap-6">
      {schools.length > 1 && (
        <form method="get" action="/consents/new" className="form">
          <div className="field">
            <label className="field-label" htmlFor="school">{t('rounds.new.school')}</label>
            <select id="school" name="school" className="input" defaultValue={school?.id ?? ''} required>
              <option value="">{t('rounds.new.chooseSchool')}</option>
              {schools.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          </div>
          <div>
            <button type="submit" className="btn btn-quiet">{t('rounds.new.next')}</button>
          </div>
        </form>
      )}
      {school && (
        <section className="section" aria-labelledby="classes">
          <div className="section-head">
            <h2 id="classes">{t('rounds.new.class')}</h2>
          </div>
          {classes.length === 0 ? (
            <Notice kind="info">{t('rounds.new.noClasses')}</Notice>
          ) : (
            <ul>
              {classes.map(({ key, label, count }) => (
                <li key={key} className="flex items-baseline gap-x-4 border-b border-line py-1">
                  <a className="link inline-flex min-h-11 items-center" href={`/consents/new?school=${school.id}&class=${encodeURIComponent(key)}`}>{label || t('rounds.listed')}</a>
                  <span className="small muted">{t('rounds.new.pupils', { count })}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  )
}
