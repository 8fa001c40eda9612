import { Badge } from '#components/ui/badge.tsx'
import { VisuallyHidden } from '#components/ui/disclosure.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { Table } from '#components/ui/table.tsx'
import type { AudienceMember, CaseHead } from '#lib/cases/view.ts'
import { formatDate } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator, type Words } from '#lib/words/translate.ts'

type MembersTableProps = {
  people: AudienceMember[]
  head: CaseHead
  /** Null where nobody may be removed by this reader. */
  remove: ((state: FormState, data: FormData) => Promise<FormState>) | null
  locale: Locale
}

/** One line a person: who, in which part, by which row, since when and until when, and what of it. */
export function MembersTable({ people, head, remove, locale }: MembersTableProps) {
  const t = translator(locale)
  if (people.length === 0) return <Empty title={t('cases.members.none')} icon="people">{t('cases.members.noneText')}</Empty>
  const end = remove && {
    head: t('cases.members.end'),
    cell: ({ staffId, name }: AudienceMember) => (staffId === head.lead?.id ? null : (
      <Form action={remove} words={formWords(locale)} formId={`remove-${staffId}`} className="row-form">
        <HiddenField name="caseId" value={head.id} />
        <HiddenField name="staffId" value={staffId} />
        <SubmitButton weight="quiet">
          {t('cases.members.end')}
          <VisuallyHidden> ({name})</VisuallyHidden>
        </SubmitButton>
      </Form>
    )),
  }
  return (
    <Table
      caption={t('cases.members.sub')}
      rows={people}
      keyOf={({ memberId }) => memberId}
      columns={[
        { head: t('cases.members.person'), cell: ({ name, jobTitle, agency }) => <><b>{name}</b> <span className="muted small">{[jobTitle, agency].filter(Boolean).join(' · ')}</span></> },
        { head: t('cases.members.role'), cell: ({ relation }) => <span className="whole">{t(`cases.relation.${relation}`)}</span> },
        { head: t('cases.members.why'), cell: ({ reason, open }) => <>{named(locale, 'cases.reason', reason)} {!open && <Badge tone="amber">{t('cases.page.notNow')}</Badge>}</> },
        { head: t('cases.members.since'), cell: ({ since }) => <span className="whole">{formatDate(since, locale)}</span> },
        { head: t('cases.members.until'), cell: ({ until }) => <span className="whole">{until ? formatDate(until, locale) : t('cases.members.noEnd')}</span> },
        { head: t('cases.members.items'), cell: (person) => itemsOf(person, locale, t) },
        ...(end ? [end] : []),
      ]}
    />
  )
}

function itemsOf({ items, sensitive }: AudienceMember, locale: Locale, t: Words): string {
  if (items === null) return t('cases.members.everything')
  const told = items.map((item) => named(locale, 'timeline.domain', item)).filter(Boolean)
  return [told.join(' · '), sensitive ? t('cases.members.withSensitive') : ''].filter(Boolean).join(' · ')
}
