import { StudentCard } from '#components/students/student-card.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { Opening } from '#lib/cases/opening.ts'
import { domainOf, isConcern } from '#lib/referrals/concerns.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { FindingFields, LevelFields } from './assessment-fields.tsx'
import { ReferralBeside } from './referral-beside.tsx'
import { TeamFields } from './team-fields.tsx'
import { TurnFields } from './turn-fields.tsx'

type OpenCaseFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  opening: Extract<Opening, { kind: 'READY' }>
  now: Date
  locale: Locale
}

/** Four questions in the order people think: how are things, how grave, who, what next. What was written stands beside them. */
export function OpenCaseForm({ action, opening: { student, referral, team, waits }, now, locale }: OpenCaseFormProps) {
  const t = translator(locale)
  const written = referral?.referral.written.concerns.filter(isConcern).map((concern) => domainOf[concern]) ?? []
  return (
    <div className={referral ? 'beside' : undefined}>
      {referral && (
        <aside className="beside-aside" aria-label={t('cases.open.beside')}>
          <StudentCard student={student} note={student.dong ?? undefined} />
          <ReferralBeside page={referral} locale={locale} />
        </aside>
      )}
      <Form action={action} words={formWords(locale)} formId="open-case">
        {referral ? <HiddenField name="referralId" value={referral.referral.id} /> : <HiddenField name="studentId" value={student.id} />}
        {!referral && <StudentCard student={student} note={student.dong ?? undefined} />}
        <h2>{t('cases.open.findings')}</h2>
        <FindingFields t={t} first={written} mark={t('cases.open.inReferral')} />
        <h2>{t('cases.open.levelPart')}</h2>
        <LevelFields t={t} />
        <h2>{t('cases.open.who')}</h2>
        <TeamFields team={team} t={t} />
        <h2>{t('cases.open.turn')}</h2>
        <TurnFields choices={waits} now={now} t={t} />
        <div className="deed">
          <SubmitButton>{t('cases.open.submit')}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
