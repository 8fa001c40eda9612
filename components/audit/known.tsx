import { MomentField } from '#components/cases/moment-field.tsx'
import { Section } from '#components/shell/page-head.tsx'
import { Table } from '#components/ui/table.tsx'
import type { knownIn, KnownLine } from '#lib/audit/known.ts'
import { formatDayTime } from '#lib/words/days.ts'
import { sayAction } from '#lib/audit/say-action.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type KnownFormProps = { asked: ReturnType<typeof knownIn>; agencies: { id: string; name: string }[]; locale: Locale }

/** Which case, which agency, when. A plain form: it changes nothing. */
export function KnownForm({ asked: { number, agency, at }, agencies, locale }: KnownFormProps) {
  const t = translator(locale)
  return (
    <form className="form" method="get">
      <div className="field">
        <label className="field-label" htmlFor="number">{t('sight.known.number')}</label>
        <input className="input input-short" id="number" name="number" placeholder="G-2026-0001" required defaultValue={number} />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="agency">{t('sight.agency')}</label>
        <select className="input" id="agency" name="agency" required defaultValue={agency ?? ''}>
          <option value="">{t('sight.choose')}</option>
          {agencies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <MomentField at={at} locale={locale} />
      <div>
        <button className="btn btn-quiet">{t('sight.show')}</button>
      </div>
    </form>
  )
}

export function KnownTable({ lines, locale }: { lines: KnownLine[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <Section title={lines.length === 0 ? t('sight.known.none') : t('sight.known.count', { count: lines.length })}>
      {lines.length > 0 && (
        <Table
          caption={t('sight.known.title')}
          rows={lines}
          keyOf={({ id }) => id}
          columns={[
            { head: t('sight.known.when'), cell: ({ at }) => formatDayTime(at, locale) },
            { head: t('sight.known.what'), cell: ({ type }) => sayAction(type, locale) },
            { head: t('sight.known.id'), cell: ({ id }) => <code>{id.slice(-12)}</code> },
          ]}
        />
      )}
    </Section>
  )
}
