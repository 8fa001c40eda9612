import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { concernAreas, areaNames, isRedFlag, type Concern } from '#lib/referrals/concerns.ts'
import type { ReferralView } from '#lib/referrals/view.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

/** What was written, in the order of the form; what was left empty is left out. */
export function WrittenPart({ referral, locale }: { referral: ReferralView; locale: Locale }) {
  const t = translator(locale)
  const { written, described, applicant, applicantAgency, submittedAt, question, answer } = referral
  const { welfare, family, status } = written.basics
  const basics = [...welfare.map((code) => t(`referrals.welfare.${code}`)), ...family.map((code) => t(`referrals.family.${code}`)), ...status.map((code) => t(`referrals.status.${code}`))]
  const by = [applicant, written.relation && written.relation !== applicantAgency ? written.relation : '', applicantAgency].filter(Boolean).join(' · ')
  return (
    <dl className="written">
      {described && <Part label={t('referrals.page.described')}>{described}</Part>}
      <Part label={t('referrals.page.concerns')}>
        <ConcernTags concerns={written.concerns} t={t} />
      </Part>
      <Part label={t('referrals.page.sentence')}>{written.sentence}</Part>
      {written.wishes && <Part label={t('referrals.page.wishes')}>{written.wishes}</Part>}
      {/* While it waits for her, the question stands above with its answer's button. */}
      {question && (answer ?? referral.reach === 'FULL') && <Part label={t('referrals.page.question')}>{question}</Part>}
      {answer && <Part label={t('referrals.page.answer')}>{answer}</Part>}
      {basics.length > 0 && <Part label={t('referrals.page.basics')}>{basics.join(' · ')}</Part>}
      <Part label={t('referrals.page.applicant')}>
        {by}
        {written.requestedBy !== 'STAFF' && ` (${t('referrals.sheet.requestedBy')}: ${t(`referrals.requester.${written.requestedBy}`)})`}
      </Part>
      <Part label={t('referrals.page.submitted')}>{formatDayTime(submittedAt, locale)}</Part>
    </dl>
  )
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="as-written">{children}</dd>
    </div>
  )
}

/** The ticked boxes in the order of the form; what may mean danger to life stands out. A code nobody knows any more is shown as it is. */
export function ConcernTags({ concerns, t }: { concerns: string[]; t: Words }) {
  const known: Concern[] = areaNames.flatMap((area) => concernAreas[area].filter((concern) => concerns.includes(concern)))
  const unknown = concerns.filter((code) => !known.some((concern) => concern === code))
  return (
    <span className="tags">
      {known.map((concern) => (
        <Badge key={concern} tone={isRedFlag(concern) ? 'red' : 'plain'}>
          {t(`referrals.concern.${concern}`)}
        </Badge>
      ))}
      {unknown.map((code) => (
        <Badge key={code}>{code}</Badge>
      ))}
    </span>
  )
}
