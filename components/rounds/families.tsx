import { Badge } from '#components/ui/badge.tsx'
import { FileField, HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Table } from '#components/ui/table.tsx'
import { subjects, type Subject } from '#lib/sharing/consent.ts'
import type { RoundFamily, RoundLink } from '#lib/sharing/rounds.ts'
import { tongueNames } from '#lib/sharing/wording/tongue.ts'
import { formatDay } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>

type FamiliesProps = { roundId: string; families: RoundFamily[]; links: RoundLink[]; addPaper: Action | null; locale: Locale }

/** Each family of a round: the paper that came back, and what stands on it. */
export function Families({ roundId, families, links, addPaper, locale }: FamiliesProps) {
  const t = translator(locale)
  return (
    <Table
      caption={t('rounds.one.families')}
      rows={families}
      keyOf={({ formId }) => formId}
      columns={[
        { head: t('rounds.one.student'), cell: ({ formId, student, classNumber, number, language }) => <span id={`f-${formId}`}><b>{[classNumber, student].filter(Boolean).join(' ')}</b><br /><span className="small muted">{number} · {tongueNames[language]}</span></span> },
        { head: t('rounds.one.answer'), cell: (family) => (family.apart ? <><Badge tone="plain">{t('rounds.one.apart')}</Badge><div className="small muted">{t('rounds.one.apartHint')}</div></> : <Answers family={family} links={links.filter(({ formId, state }) => formId === family.formId && state === 'WAITING')} t={t} locale={locale} />) },
        { head: t('rounds.one.paper'), cell: (family) => <Paper roundId={roundId} family={family} addPaper={family.apart ? null : addPaper} t={t} locale={locale} /> },
      ]}
    />
  )
}

function Answers({ family: { lines, answers }, links, t, locale }: { family: RoundFamily; links: RoundLink[]; t: Words; locale: Locale }) {
  const waiting = (subject: Subject) => links.find(({ guardianId }) => (guardianId === null) === (subject === 'STUDENT'))
  const notYet = (link: RoundLink | undefined) => (link ? t('rounds.one.sent', { day: formatDay(link.expiresAt, locale) }) : t('rounds.one.none'))
  return (
    <ul>
      {lines.map(({ recipientId, recipient }) => (
        <li key={recipientId}>
          {recipient}
          <span className="small muted">
            {subjects.map((subject) => {
              const answer = answers.findLast((one) => one.recipientId === recipientId && one.subject === subject)
              return ` · ${t(`rounds.one.${subject === 'STUDENT' ? 'student' : 'guardian'}`)}: ${answer ? t(`sharing.standing.${answer.state}`) : notYet(waiting(subject))}`
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Paper({ roundId, family: { formId, student, paper }, addPaper, t, locale }: { roundId: string; family: RoundFamily; addPaper: Action | null; t: Words; locale: Locale }) {
  return (
    <div className="grid gap-2">
      {paper?.state === 'CLEAN' && <a className="link inline-flex min-h-11 items-center" href={`/api/documents/${paper.id}`} download>{t('sharing.paper.open')}</a>}
      {paper?.state === 'QUARANTINED' && <span><Badge tone="amber">{t('sharing.paper.waits')}</Badge></span>}
      {paper?.state === 'REFUSED' && <span><Badge tone="red">{t('sharing.paper.refused')}</Badge></span>}
      {!paper && !addPaper && <span className="muted">{t('rounds.one.noPaper')}</span>}
      {addPaper && (!paper || paper.state === 'REFUSED') && (
        <Form action={addPaper} words={formWords(locale)} formId={`paper-${formId}`} className="grid gap-2">
          <HiddenField name="roundId" value={roundId} />
          <HiddenField name="formId" value={formId} />
          <FileField name="file" label={t('rounds.one.file', { name: student })} required />
          <div>
            <SubmitButton weight="quiet">{t('rounds.one.upload')}</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}
