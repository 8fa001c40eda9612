import { Badge } from '#components/ui/badge.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Table } from '#components/ui/table.tsx'
import { canTakeBack } from '#lib/documents/document.ts'
import type { DocumentLine } from '#lib/documents/queries.ts'
import { formatDay, formatDayTime } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

type DocumentTableProps = { documents: DocumentLine[]; caseId: string; now: Date; takeBack: (state: FormState, data: FormData) => Promise<FormState>; locale: Locale }

export function DocumentTable({ documents, caseId, now, takeBack, locale }: DocumentTableProps) {
  const t = translator(locale)
  if (documents.length === 0) return <p className="muted">{t('documents.none')}</p>
  return (
    <>
      {documents.some(({ state, endedAt }) => state === 'QUARANTINED' && !endedAt) && <p className="muted small mb-3">{t('documents.waits')}</p>}
      <Table
        caption={t('documents.list')}
        rows={documents}
        keyOf={({ id }) => id}
        columns={[
          { head: t('documents.columns.name'), cell: (line) => <DocumentName line={line} locale={locale} /> },
          { head: t('documents.columns.layer'), cell: ({ layer, domain, linked }) => [t(`timeline.layer.${layer}`), domain !== 'GENERAL' && named(locale, 'timeline.domain', domain), linked && t('documents.linked')].filter(Boolean).join(' · ') },
          { head: t('documents.columns.by'), cell: ({ by, agency, at }) => <>{by} · {agency}<br /><span className="muted small">{formatDayTime(at, locale)}</span></> },
          { head: t('documents.columns.state'), cell: (line) => <State line={line} locale={locale} /> },
          {
            head: '',
            cell: (line) => canTakeBack(line, now) && (
              <Form action={takeBack} words={formWords(locale)} formId={`take-back-${line.id}`}>
                <HiddenField name="caseId" value={caseId} />
                <HiddenField name="documentId" value={line.id} />
                <SubmitButton weight="grave">{t('documents.takeBack')}</SubmitButton>
              </Form>
            ),
          },
        ]}
      />
      {documents.some((line) => canTakeBack(line, now)) && <p className="muted small mt-3">{t('documents.takeBackHint')}</p>}
    </>
  )
}

function DocumentName({ line: { id, kind, name, bytes, state, endedAt }, locale }: { line: DocumentLine; locale: Locale }) {
  const t = translator(locale)
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes < 1_048_576 ? bytes / 1024 : bytes / 1_048_576)
  return (
    <span id={`d-${id}`}>
      {state === 'CLEAN' && !endedAt ? <a className="link" href={`/api/documents/${id}`} download>{name}</a> : name}
      <br />
      <span className="muted small">{t(`documents.kind.${kind}`)} · {size} {bytes < 1_048_576 ? 'KB' : 'MB'}</span>
    </span>
  )
}

function State({ line: { state, how, endedAt }, locale }: { line: DocumentLine; locale: Locale }) {
  const t = translator(locale)
  if (endedAt) return <span className="muted">{t('documents.ended', { day: formatDay(endedAt, locale) })}</span>
  if (state === 'CLEAN') return <span className="small">{how && t(`documents.how.${how}`)}</span>
  return <Badge tone={state === 'REFUSED' ? 'red' : 'amber'}>{t(`documents.state.${state}`)}</Badge>
}
