import { TextField } from '#components/ui/fields.tsx'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { PasskeyButton } from './passkey-button.tsx'

/** Where somebody shows once more that it is she (▲): her password, a code of her app, or her passkey. Nothing when she has just done so. */
export function ProofField({ proven, locale }: { proven: boolean; locale: Locale }) {
  if (proven) return null
  const t = translator(locale)
  return (
    <div className="grid gap-2">
      <TextField name="password" type="password" autoComplete="current-password" label={t('access.proof.label')} hint={t('access.proof.hint')} required />
      <div>
        <PasskeyButton purpose="PROVE" field="password" words={{ press: t('accounts.passkey.prove'), failed: t('accounts.passkey.failed') }} />
      </div>
    </div>
  )
}
