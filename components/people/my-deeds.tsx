import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { may, type Action } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { translator } from '#lib/words/translate.ts'
import { actions } from './policy-table.tsx'

/** What the reader's role may do, and, one press away, what it leaves to others. */
export function MyDeeds({ actor }: { actor: Pick<Actor, 'role' | 'locale'> }) {
  const t = translator(actor.locale)
  const others = actions.filter((action) => !may(actor, action))
  return (
    <>
      <Deeds actions={actions.filter((action) => may(actor, action))} icon="check" t={t} />
      {others.length > 0 && (
        <Disclosure summary={t('people.access.notMine')}>
          <Deeds actions={others} icon="lock" t={t} />
        </Disclosure>
      )}
    </>
  )
}

function Deeds({ actions, icon, t }: { actions: Action[]; icon: 'check' | 'lock'; t: ReturnType<typeof translator> }) {
  return (
    <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
      {actions.map((action) => (
        <li key={action} className="flex gap-2 py-1">
          <Icon name={icon} />
          <span>{t(`people.action.${action}`)}</span>
        </li>
      ))}
    </ul>
  )
}
