import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { WaitsChoices } from '#lib/cases/choices.ts'
import type { CaseHead } from '#lib/cases/view.ts'
import { formatTime, isoDay } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { TurnFields } from './turn-fields.tsx'

type TurnFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  head: CaseHead
  choices: WaitsChoices
  now: Date
  /** What to start from instead of what is next now. */
  suggested?: string
  locale: Locale
}

export function TurnForm({ action, head, choices, now, suggested, locale }: TurnFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="turn" initial={{ ...presentTurn(head, now), ...(suggested === undefined ? {} : { nextAction: suggested, waits: head.lead ? `STAFF:${head.lead.id}` : '' }) }}>
      <HiddenField name="caseId" value={head.id} />
      <HiddenField name="version" value={String(head.version)} />
      <TurnFields choices={choices} now={now} t={t} />
      <div className="deed">
        <SubmitButton>{t('cases.turn.save')}</SubmitButton>
      </div>
    </Form>
  )
}

/** What stands now is there to be changed; a deadline that has passed is asked for anew. */
function presentTurn({ next, waiting }: CaseHead, now: Date): Record<string, string> {
  const waits = waiting === null ? '' : waiting.id === null ? waiting.on : `${waiting.on}:${waiting.id}`
  const due = next && next.dueAt > now ? next.dueAt : null
  return { nextAction: next?.action ?? '', waits, dueOn: due ? isoDay(due) : '', dueTime: due ? formatTime(due) : '' }
}
