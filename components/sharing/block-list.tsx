import { Disclosure } from '#components/ui/disclosure.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { BlockLine } from '#lib/sharing/guardian-blocks.ts'
import { formatDate } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'
import { sayGuardian } from './say-sharing.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>
type Place = { caseId: string; actor: Actor; looks: boolean; actions: { ask: Action; settle: Action }; locale: Locale }

/** Those that stand, each with its two; what was waits behind a press. */
export function BlockList({ blocks, ...place }: Place & { blocks: BlockLine[] }) {
  const t = translator(place.locale)
  const standing = blocks.filter(({ endedAt }) => endedAt === null)
  const past = blocks.filter(({ endedAt }) => endedAt !== null)
  return (
    <section className="grid gap-4">
      <h2>{t('sharing.quiet.standing')}</h2>
      {standing.length === 0 && <p className="muted">{t('sharing.quiet.none')}</p>}
      {standing.map((block) => (
        <article key={block.id} className="card grid gap-2">
          <Said block={block} locale={place.locale} />
          {block.source === 'BASIS' && <Notice kind="warning">{t('sharing.quiet.automatic')}</Notice>}
          {!place.looks && <End block={block} {...place} />}
        </article>
      ))}
      {past.length > 0 && (
        <Disclosure summary={t('sharing.quiet.past', { count: past.length })}>
          {past.map((block) => (
            <article key={block.id} className="border-b border-line py-3">
              <Said block={block} locale={place.locale} />
            </article>
          ))}
        </Disclosure>
      )}
    </section>
  )
}

function Said({ block, locale }: { block: BlockLine; locale: Locale }) {
  const t = translator(locale)
  const { guardianId, setBy, setAt, code, reason, endedBy, endedAt, replaced } = block
  return (
    <>
      <h3>{guardianId === null ? t('sharing.quiet.everybody') : sayGuardian(block, locale)}</h3>
      {code && <p>{t(`sharing.quiet.codes.${code}`)}</p>}
      {reason && <p className="whitespace-pre-wrap" lang={tongueOf(reason, locale)}>{reason}</p>}
      <p className="small muted">
        {t('sharing.quiet.setBy', { name: setBy, day: formatDate(setAt, locale) })}
        {endedAt && ` · ${replaced ? t('sharing.quiet.replaced') : t('sharing.quiet.ended', { name: endedBy ?? '—', day: formatDate(endedAt, locale) })}`}
      </p>
    </>
  )
}

/** One proposes, another decides. */
function End({ block: { id, endAskedById, endAsker, endReason }, caseId, actor, actions, locale }: Place & { block: BlockLine }) {
  const t = translator(locale)
  const words = formWords(locale)
  const fields = (
    <>
      <HiddenField name="caseId" value={caseId} />
      <HiddenField name="blockId" value={id} />
    </>
  )
  if (!endAskedById) {
    if (!may(actor, 'guardian.unblock-ask')) return null
    return (
      <Disclosure summary={t('sharing.quiet.endTitle')}>
        <Form action={actions.ask} words={words} formId={`ask-${id}`}>
          {fields}
          <TextArea name="reason" label={t('sharing.quiet.endReason')} required rows={2} />
          <div>
            <SubmitButton weight="quiet">{t('sharing.quiet.askEnd')}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    )
  }
  return (
    <>
      <Notice kind="info" title={t('sharing.quiet.asked', { name: endAsker ?? '—' })}>
        {endReason} {t('sharing.quiet.waits')}
      </Notice>
      {may(actor, 'guardian.unblock') && endAskedById !== actor.staffId && (
        <Form action={actions.settle} words={words} formId={`settle-${id}`}>
          {fields}
          <div className="page-deeds">
            <SubmitButton weight="quiet" name="answer" value="KEEP">{t('sharing.quiet.keep')}</SubmitButton>
            <SubmitButton weight="grave" name="answer" value="UNBLOCK">{t('sharing.quiet.unblock')}</SubmitButton>
          </div>
        </Form>
      )}
    </>
  )
}
