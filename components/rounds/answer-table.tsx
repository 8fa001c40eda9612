import { Badge } from '#components/ui/badge.tsx'
import { HiddenField, Select, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { mostLines, roundAnswers } from '#lib/sharing/round.ts'
import type { RoundFamily } from '#lib/sharing/rounds.ts'
import { verifications } from '#lib/sharing/wording/text.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator, type Words } from '#lib/words/translate.ts'

type AnswerTableProps = { action: (state: FormState, data: FormData) => Promise<FormState>; roundId: string; families: RoundFamily[]; locale: Locale }

/** The whole class in one press: a line for each family and agency. What is left open has not come back. */
export function AnswerTable({ action, roundId, families, locale }: AnswerTableProps) {
  const t = translator(locale)
  const all = families.flatMap((family) => family.lines.map((line) => ({ family, line })))
  return (
    <Form action={action} words={formWords(locale)} formId="answers" className="grid gap-6">
      <HiddenField name="roundId" value={roundId} />
      <ul className="grid gap-4">
        {all.slice(0, mostLines).map(({ family, line }, at) => (
          <li key={`${family.formId} ${line.recipientId}`} className="grid items-start gap-x-5 gap-y-3 border-b border-line pb-4 md:grid-cols-[minmax(9rem,1fr)_repeat(4,minmax(8rem,1fr))]">
            <HiddenField name={`line${at}`} value={`${family.formId}.${line.recipientId}`} />
            <div>
              <b>{[family.classNumber, family.student].filter(Boolean).join(' ')}</b>
              <div className="small muted">{line.recipient}</div>
              {!family.paper && <Badge tone="amber">{t('rounds.answers.noPaper')}</Badge>}
            </div>
            <Line family={family} line={line} at={at} t={t} locale={locale} />
          </li>
        ))}
      </ul>
      {all.length > mostLines && <Notice kind="info">{t('rounds.answers.more')}</Notice>}
      <div>
        <SubmitButton>{t('rounds.answers.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

function Line({ family, line: { recipientId, sensitive }, at, t, locale }: { family: RoundFamily; line: RoundFamily['lines'][number]; at: number; t: Words; locale: Locale }) {
  const said = (subject: 'STUDENT' | 'GUARDIAN') => family.answers.findLast((answer) => answer.recipientId === recipientId && answer.subject === subject && answer.state !== 'UNABLE')
  const options = roundAnswers.filter((answer) => sensitive || answer !== 'SENSITIVE').map((answer) => ({ value: answer, label: t(`rounds.answers.${answer}`) }))
  const [only, ...others] = family.guardians
  const student = said('STUDENT')
  const guardian = said('GUARDIAN')
  return (
    <>
      {student ? <Said label={t('rounds.answers.student')} text={t(`sharing.standing.${student.state}`)} /> : <Select name={`student${at}`} label={t('rounds.answers.student')} required none={t('rounds.answers.nothing')} options={options} />}
      {guardian ? (
        <Said label={t('rounds.answers.guardian')} text={[guardian.name, t(`sharing.standing.${guardian.state}`)].filter(Boolean).join(' · ')} />
      ) : (
        <>
          <Select name={`guardian${at}`} label={t('rounds.answers.guardian')} required none={t('rounds.answers.nothing')} options={options} />
          <Select
            name={`who${at}`} label={t('rounds.answers.who')} required none={t('rounds.answers.choose')} {...(only && others.length === 0 ? { initial: only.id } : {})}
            options={family.guardians.map(({ id, name, relation }) => ({ value: id, label: [name, named(locale, 'students.page.relation', relation)].filter(Boolean).join(' · ') }))}
          />
          {family.under14 && <Select name={`verified${at}`} label={t('rounds.answers.verified')} required none={t('rounds.answers.verifiedNeed')} options={verifications.map((way) => ({ value: way, label: t(`sharing.verified.${way}`) }))} />}
        </>
      )}
    </>
  )
}

function Said({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <div className="field-label">{label}</div>
      {text}
    </div>
  )
}
