import { LinksForm } from '#components/rounds/links-form.tsx'
import { Slips, type Slip } from '#components/rounds/slips.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { now } from '#lib/core/clock.ts'
import { linkDays, pinTries } from '#lib/sharing/form.ts'
import { isOver } from '#lib/sharing/round.ts'
import { isBack, roundLinks, type RoundFamily, type RoundLink } from '#lib/sharing/rounds.ts'
import { familyAddress } from '#lib/sharing/shown-link.ts'
import { textOf } from '#lib/sharing/wording/versions.ts'
import { formatDate, formatTime } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { endRoundLinksAction, sendRoundLinksAction } from '../../actions.ts'
import { openRound } from '../../open-round.ts'

export const generateMetadata = pageTitle('rounds.links.title')

/** A link for each family of a class: made at once, printed at once, the PINs on a sheet of their own. */
export default async function LinksPage({ params }: { params: Promise<{ round: string }> }) {
  const { actor, id, frame, round, families, more: links } = await openRound(params, roundLinks)
  const { locale, name, agencyName } = actor
  const t = translator(locale)
  const at = now()
  const open = isOver(round) ? [] : families.filter((family) => !family.apart && !isBack(family))
  const slips = links.flatMap((link) => slipOf(link, round.wording, families.find(({ formId }) => formId === link.formId)))
  return (
    <PageFrame actor={actor} frame={frame} current="consents">
      <div className="no-print">
        <PageHead
          back={{ href: `/consents/${id}`, label: [round.school, round.label || t('rounds.listed')].join(' · ') }}
          title={t('rounds.links.title')}
          sub={t('rounds.links.sub', { days: linkDays, tries: pinTries })}
          actions={slips.length > 0 && <PrintButton>{t('ui.print')}</PrintButton>}
        />
        {slips.length > 0 && <Notice kind="good" title={t('rounds.links.shown', { count: slips.length })}>{t('rounds.links.shownHint')}</Notice>}
      </div>
      {slips.length > 0 && <Slips slips={slips} watermark={`${name} · ${agencyName} · ${formatDate(at, locale)} ${formatTime(at)}`} t={t} />}
      <div className="no-print">
        {open.length === 0 ? (
          <Notice kind="info">{t(isOver(round) ? 'rounds.refusal.over' : 'rounds.one.done')}</Notice>
        ) : (
          <Section title={t('rounds.links.make')}>
            <LinksForm action={sendRoundLinksAction} roundId={id} families={open} links={links} locale={locale} />
          </Section>
        )}
        {links.some(({ state }) => state === 'WAITING') && (
          <Section title={t('rounds.links.endTitle')} note={t('rounds.links.endText')}>
            <Form action={endRoundLinksAction} words={formWords(locale)} formId="end-links">
              <HiddenField name="roundId" value={id} />
              <div>
                <SubmitButton weight="quiet">{t('rounds.links.end')}</SubmitButton>
              </div>
            </Form>
          </Section>
        )}
      </div>
    </PageFrame>
  )
}

function slipOf({ formId, student, guardianId, guardian, expiresAt, shown }: RoundLink, wording: string, family: RoundFamily | undefined): Slip[] {
  const text = family && textOf(wording, family.language)
  if (!shown || !text) return []
  const { number, classNumber, language: tongue } = family
  return [{ id: `${formId} ${guardianId ?? ''}`, number, student: [classNumber, student].filter(Boolean).join(' '), guardian, tongue, text, address: familyAddress(shown, tongue), pin: shown.pin, until: expiresAt }]
}
