import { Disclosure } from '#components/ui/disclosure.tsx'
import { columns, kinds, type ColumnOf, type Kind } from '#lib/roster/columns.ts'
import type { Words } from '#lib/words/translate.ts'

/** What each column of each file means, drawn from the table that reads them. */
export function ColumnsHelp({ t }: { t: Words }) {
  return (
    <Disclosure summary={t('roster.help.columns')}>
      <p className="muted">{t('roster.help.columnsHint')}</p>
      {kinds.map((kind) => (
        <section key={kind} className="mt-4">
          <h3>
            {t(`roster.kind.${kind}`)} <code className="muted">{kind}.csv</code>
          </h3>
          <dl className="facts">
            {columnsOf(kind).map(({ name, required }) => (
              <div key={name}>
                <dt>
                  {required ? <b>{name}</b> : name}
                  {required && <span className="only-heard"> ({t('roster.help.required')})</span>}
                </dt>
                <dd>{t(`roster.column.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Disclosure>
  )
}

type ColumnName = { [K in Kind]: ColumnOf<K> }[Kind]

function columnsOf(kind: Kind): { name: ColumnName; required: boolean }[] {
  return (Object.entries(columns[kind]) as [ColumnName, { required?: true }][]).map(([name, { required = false }]) => ({ name, required }))
}
