import { Chips } from '#components/ui/choices.tsx'
import { Select } from '#components/ui/fields.tsx'
import type { ChoiceGroup } from '#lib/people/choices.ts'
import type { Words } from '#lib/words/translate.ts'

/** So many people of an agency stand in front; the others one press further. */
const inFront = 6

/** Who leads, and who works along from the start. */
export function TeamFields({ team, t }: { team: ChoiceGroup[]; t: Words }) {
  const groups = team.map(({ label, options }) => {
    const rest = options.slice(inFront)
    return { title: label, options: options.slice(0, inFront), ...(rest.length > 0 && { more: { label: t('cases.open.morePeople', { count: rest.length }), options: rest } }) }
  })
  return (
    <>
      <Select name="leadId" label={t('cases.open.lead')} hint={t('cases.open.leadHint')} required none={t('cases.open.choose')} options={[]} groups={team} />
      <Chips name="memberIds" label={t('cases.open.members')} hint={t('cases.open.membersHint')} groups={groups} />
    </>
  )
}
