import { Chips } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { hasSaid, type RoundFamily, type RoundLink } from '#lib/sharing/rounds.ts'
import { formatDay } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

type LinksFormProps = { action: (state: FormState, data: FormData) => Promise<FormState>; roundId: string; families: RoundFamily[]; links: RoundLink[]; locale: Locale }

/** Who of each family gets a link: the student and one guardian, where nobody said otherwise; not who has one that is open. */
export function LinksForm({ action, roundId, families, links, locale }: LinksFormProps) {
  const t = translator(locale)
  const chosen: string[] = []
  const groups = families.map((family) => {
    const people = [
      ...(hasSaid(family, 'STUDENT') ? [] : [{ id: null, label: t('sharing.subject.STUDENT') }]),
      ...(hasSaid(family, 'GUARDIAN') ? [] : family.guardians.map(({ id, name, relation }) => ({ id, label: [name, named(locale, 'students.page.relation', relation)].filter(Boolean).join(' · ') }))),
    ]
    const linkOf = (person: string | null) => links.find(({ formId, guardianId }) => formId === family.formId && guardianId === person)
    const first = people.find(({ id }) => id !== null)
    for (const person of people) if ((person.id === null || person === first) && linkOf(person.id)?.state !== 'WAITING') chosen.push(`${family.formId}.${person.id ?? 'STUDENT'}`)
    return {
      title: [family.classNumber, family.student].filter(Boolean).join(' '),
      options: people.map(({ id, label }) => {
        const link = linkOf(id)
        const state = link && (link.state === 'WAITING' ? t('rounds.links.until', { day: formatDay(link.expiresAt, locale) }) : t(`sharing.link.state.${link.state}`))
        return { value: `${family.formId}.${id ?? 'STUDENT'}`, label: [label, state].filter(Boolean).join(' · ') }
      }),
    }
  })
  return (
    <Form action={action} words={formWords(locale)} formId="links" initial={{ to: chosen }} className="form">
      <HiddenField name="roundId" value={roundId} />
      <Chips name="to" label={t('rounds.links.to')} hint={t('rounds.links.toHint')} required groups={groups} />
      <div>
        <SubmitButton>{t('rounds.links.submit')}</SubmitButton>
      </div>
    </Form>
  )
}
