import { notFound } from 'next/navigation'
import { PageHead } from '#components/shell/page-head.tsx'
import { SubmitButton, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { keptContact } from '#lib/conflicts/own-contact.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { keepOwnContactAction } from './actions.ts'

export const generateMetadata = pageTitle('conflicts.own.title')

/** Her own number and home, for finding whose relative she is: given once, shown never again. */
export default async function KinPage() {
  const actor = await signedIn()
  if (!may(actor, 'conflict.declare')) notFound()
  const { frame, kept } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), kept: await keptContact(tx) }))
  const { locale } = actor
  const t = translator(locale)
  const what = kept?.phone ? (kept.address ? 'both' : 'onlyPhone') : 'onlyAddress'
  return (
    <PageFrame actor={actor} frame={frame} current="access" oneQuestion>
      <PageHead back={{ href: '/settings', label: t('today.settings.title') }} title={t('conflicts.own.title')} sub={t('conflicts.own.sub')} />
      <Notice kind="info" title={kept ? t('conflicts.own.kept', { day: formatDate(kept.at, locale), what: t(`conflicts.own.${what}`) }) : t('conflicts.own.nothing')}>
        {t('conflicts.own.note')}
      </Notice>
      <Form action={keepOwnContactAction} words={formWords(locale)} formId="own-contact" className="form section">
        <TextField name="phone" type="tel" short label={t('conflicts.own.phone')} />
        <TextField name="address" label={t('conflicts.own.address')} hint={t('conflicts.own.addressHint')} />
        {kept && <p className="muted">{t('conflicts.own.replace')}</p>}
        <div className="page-deeds">
          <SubmitButton>{t('conflicts.own.save')}</SubmitButton>
        </div>
      </Form>
    </PageFrame>
  )
}
