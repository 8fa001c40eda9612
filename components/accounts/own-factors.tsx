import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { OwnFactors } from '#lib/access/own-factors.ts'
import { formatDate, formatDayTime } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>
type OwnFactorsProps = { factors: OwnFactors; proven: boolean; locale: Locale; actions: Record<'removeApp' | 'removePasskey' | 'renewCodes', Action> }

/** What she proves herself by besides the password; each can be removed once she has shown that it is she (▲). */
export function OwnFactorList({ factors, proven, locale, actions }: OwnFactorsProps) {
  const t = translator(locale)
  const { appSince, passkeys, codesLeft, required, concurrent } = factors
  const some = appSince !== null || passkeys.length > 0
  return (
    <div className="grid gap-4">
      {concurrent.map(({ at, address }) => (
        <Notice key={at.toISOString()} kind="warning" title={formatDayTime(at, locale)}>
          {t('accounts.factors.concurrent', { address: address ?? t('accounts.factors.elsewhere') })}
        </Notice>
      ))}
      {required && (
        <p>
          <Badge tone="blue">{t('accounts.factors.required')}</Badge>
        </p>
      )}
      {!some && <p>{t('accounts.factors.none')}</p>}
      <ul className="grid gap-4">
        {appSince && (
          <Line title={t('accounts.app.title')} note={t('accounts.app.since', { day: formatDate(appSince, locale) })}>
            {proven && <Deed id="remove-app" action={actions.removeApp} label={t('accounts.app.remove')} locale={locale} />}
          </Line>
        )}
        {passkeys.map(({ id, name, made, used }) => (
          <Line
            key={id}
            title={name}
            note={`${t('accounts.passkey.title')} · ${t('accounts.passkey.made', { at: formatDate(made, locale) })} · ${used ? t('accounts.passkey.used', { at: formatDayTime(used, locale) }) : t('accounts.passkey.unused')}`}
          >
            {proven && (
              <Deed id={`remove-${id}`} action={actions.removePasskey} label={t('accounts.passkey.removeOf', { name })} locale={locale}>
                <HiddenField name="passkeyId" value={id} />
              </Deed>
            )}
          </Line>
        ))}
        {some && (
          <Line title={t('accounts.codes.title')} note={t('accounts.codes.left', { count: codesLeft })}>
            {proven && <Deed id="renew-codes" action={actions.renewCodes} label={t('accounts.codes.renew')} locale={locale} />}
          </Line>
        )}
      </ul>
      <div>
        <LinkButton weight={some ? 'quiet' : 'main'} href="/sign-in/set-up?next=%2Fsettings">
          {t('accounts.factors.add')}
        </LinkButton>
      </div>
    </div>
  )
}

function Line({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <li className="grid gap-1 border-b border-line pb-3">
      <span>
        <b>{title}</b> <span className="muted small">{note}</span>
      </span>
      {children}
    </li>
  )
}

function Deed({ id, action, label, locale, children }: { id: string; action: Action; label: string; locale: Locale; children?: ReactNode }) {
  return (
    <Form action={action} words={formWords(locale)} formId={id}>
      {children}
      <div>
        <SubmitButton weight="quiet">{label}</SubmitButton>
      </div>
    </Form>
  )
}
