import { LinkButton } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { placeOf, type Deeds } from '#lib/referrals/deeds.ts'
import type { ReferralView } from '#lib/referrals/view.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type DeedLinksProps = { deeds: Deeds; referral: ReferralView; receive: (state: FormState, data: FormData) => Promise<FormState>; locale: Locale }

/** What can be done, the one it waits for first; and what cannot be done now, with the reason. */
export function DeedLinks({ deeds: { now, off }, referral: { id, version }, receive, locale }: DeedLinksProps) {
  const t = translator(locale)
  if (now.length + off.length === 0) return null
  return (
    <section aria-label={t('referrals.page.deeds')} className="no-print">
      <div className="referral-deeds">
        {now.map((name, at) =>
          name === 'receive' ? (
            <Form key={name} action={receive} words={formWords(locale)} formId="receive" className="">
              <HiddenField name="referralId" value={id} />
              <HiddenField name="version" value={String(version)} />
              <SubmitButton weight={at === 0 ? 'main' : 'quiet'}>{t('referrals.page.deed.receive')}</SubmitButton>
            </Form>
          ) : (
            <LinkButton key={name} href={placeOf(name, id)} weight={at === 0 && name !== 'withdraw' ? 'main' : name === 'decline' || name === 'withdraw' ? 'bare' : 'quiet'}>
              {t(`referrals.page.deed.${name}`)}
            </LinkButton>
          ),
        )}
      </div>
      {off.length > 0 && (
        <Disclosure summary={t('referrals.page.off')}>
          <ul className="referral-off">
            {off.map(({ name, why }) => (
              <li key={name}>
                <b>{t(`referrals.page.deed.${name}`)}</b> — {t(`referrals.obstacle.${why}`)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}
