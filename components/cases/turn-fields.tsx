import { DateField, Select, TextField } from '#components/ui/fields.tsx'
import type { WaitsChoices } from '#lib/cases/choices.ts'
import { isoDay } from '#lib/words/days.ts'
import type { Words } from '#lib/words/translate.ts'

/** What happens next, by when, and whose turn it is. */
export function TurnFields({ choices, now, t }: { choices: WaitsChoices; now: Date; t: Words }) {
  return (
    <>
      <TextField name="nextAction" label={t('cases.turn.nextAction')} hint={t('cases.turn.nextActionHint')} required autoComplete="off" />
      <div className="field-row">
        <DateField name="dueOn" label={t('cases.turn.dueOn')} required min={isoDay(now)} />
        <TextField name="dueTime" type="time" short label={t('cases.turn.dueTime')} hint={t('cases.turn.dueTimeHint')} />
      </div>
      <Select
        name="waits"
        label={t('cases.turn.waits')}
        required
        none={t('cases.open.choose')}
        options={[{ value: 'FAMILY', label: t('cases.turn.family') }]}
        groups={[...choices.people, { label: t('cases.turn.agencies'), options: choices.agencies }]}
      />
    </>
  )
}
