import { Choices } from '#components/ui/choices.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { linkDays, pinTries, type LinkView } from '#lib/sharing/form.ts'
import type { GuardianChoice } from '#lib/sharing/queries.ts'
import { formatDayTime } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>

type LinksProps = {
  caseId: string
  formId: string
  links: LinkView[]
  guardians: GuardianChoice[]
  /** Address and PIN of the link that was just sent; only for whoever sent it. */
  shown: { address: string; pin: string } | null
  send: Action
  end: Action
  locale: Locale
}

/** A form sent to a telephone: to whom, what became of it, and, once, the address and the PIN. */
export function Links({ caseId, formId, links, guardians, shown, send, end, locale }: LinksProps) {
  const t = translator(locale)
  const options = [
    ...guardians.map(({ id, name, relation }) => ({ value: id, label: [name, named(locale, 'students.page.relation', relation)].filter(Boolean).join(' · ') })),
    { value: 'STUDENT', label: t('sharing.subject.STUDENT') },
  ]
  return (
    <section className="section no-print" aria-labelledby="links" id="links">
      <div className="section-head">
        <h2>{t('sharing.link.title')}</h2>
      </div>
      <p className="muted mb-3">{t('sharing.link.text', { days: linkDays, tries: pinTries })}</p>
      {shown && (
        <Notice kind="good" title={t('sharing.link.shown')}>
          <dl className="facts my-3">
            <div>
              <dt>{t('sharing.link.address')}</dt>
              <dd className="break-all"><code data-link>{shown.address}</code></dd>
            </div>
            <div>
              <dt>{t('sharing.link.pin')}</dt>
              <dd><code data-pin className="text-xl tracking-widest">{shown.pin}</code></dd>
            </div>
          </dl>
          {t('sharing.link.shownHint')}
        </Notice>
      )}
      {links.length > 0 && (
        <ul className="mb-5">
          {links.map(({ id, guardian, sentAt, sentBy, expiresAt, state, signature }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3">
              <b>{guardian ?? t('sharing.subject.STUDENT')}</b>
              <Badge tone={state === 'ANSWERED' ? 'teal' : state === 'WAITING' ? 'amber' : 'plain'}>{t(`sharing.link.state.${state}`)}</Badge>
              <span className="small muted">{t('sharing.link.sent', { name: sentBy, at: formatDayTime(sentAt, locale), until: formatDayTime(expiresAt, locale) })}</span>
              {/* oxlint-disable-next-line next/no-img-element -- it came with the page: nothing is left to load */}
              {signature && ('image' in signature ? <img src={signature.image} alt={t('sharing.link.signature')} className="h-16 bg-white" /> : <span>{t('sharing.link.typed', { name: signature.name })}</span>)}
              {state === 'WAITING' && (
                <Form action={end} words={formWords(locale)} formId={`end-${id}`} className="ml-auto">
                  <HiddenField name="caseId" value={caseId} />
                  <HiddenField name="linkId" value={id} />
                  <SubmitButton weight="quiet">{t('sharing.link.end')}</SubmitButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      <Form action={send} words={formWords(locale)} formId="send-link">
        <HiddenField name="caseId" value={caseId} />
        <HiddenField name="formId" value={formId} />
        <Choices name="to" label={t('sharing.link.to')} required row options={options} />
        <div>
          <SubmitButton weight="quiet">{t('sharing.link.send')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
