import { Section } from '#components/shell/page-head.tsx'
import { finderWords } from '#components/students/finder-words.ts'
import { FoundStudents } from '#components/students/found-students.tsx'
import { StudentCard } from '#components/students/student-card.tsx'
import { StudentFinder } from '#components/students/student-finder.tsx'
import { HiddenField } from '#components/ui/fields.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { signedIn } from '#lib/access/session.ts'
import { Id } from '#lib/core/id.ts'
import { openWork } from '#lib/referrals/open-work.ts'
import { studentHead } from '#lib/students/queries.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { findStudentsAction } from '../../../students/actions.ts'
import { convertAction } from '../actions.ts'
import { DeedFrame } from '../deed-frame.tsx'
import { openDeed, type DeedParams } from '../open-deed.ts'
import { PickForNotice } from './pick-for-notice.tsx'

export const generateMetadata = pageTitle('referrals.deed.conversion.title')

type ConvertProps = DeedParams & { searchParams: Promise<{ student?: string | string[] }> }

/** First which child, then one press. */
export default async function ConvertPage({ params, searchParams }: ConvertProps) {
  const { student: asked } = await searchParams
  const chosenId = typeof asked === 'string' && Id.safeParse(asked).success ? asked : null
  const deed = await openDeed(await signedIn(), { params }, 'convert', async (tx, actor) => {
    const chosen = chosenId ? await studentHead(tx, actor, chosenId) : null
    return { chosen, open: chosen ? (await openWork(tx, chosen.id)) !== null : false }
  })
  const { actor, referral, off, rest } = deed
  const t = translator(actor.locale)
  const to = `/referrals/${referral.id}/convert?student=`
  const words = finderWords(actor.locale)
  if (rest.chosen || off) {
    return (
      <DeedFrame
        deed={deed}
        title={rest.chosen ? t('referrals.deed.conversion.found') : t('referrals.deed.conversion.title')}
        sub={t('referrals.deed.conversion.sub')}
        action={convertAction}
        submit={t('referrals.deed.conversion.submit', { name: rest.chosen?.name ?? '' })}
      >
        {rest.chosen && <StudentCard student={rest.chosen} link={{ href: `/referrals/${referral.id}/convert`, label: t('referrals.new.change') }} />}
        {rest.open && (
          <Notice kind="info" title={t('referrals.new.openWorkTitle')}>
            {t('referrals.new.openWork')}
          </Notice>
        )}
        <HiddenField name="studentId" value={rest.chosen?.id ?? ''} />
      </DeedFrame>
    )
  }
  return (
    <PickForNotice deed={deed}>
      <blockquote className="card as-written mb-6 max-w-2xl">
        {referral.described && <b className="block">{referral.described}</b>}
        {referral.written.sentence}
      </blockquote>
      <StudentFinder action={findStudentsAction} words={words} to={to}>
        {referral.student && (
          <Section title={t('referrals.deed.conversion.suggested')}>
            <FoundStudents students={[{ ...referral.student, school: referral.school, hasOpenWork: referral.openCase }]} words={words} to={to} />
          </Section>
        )}
      </StudentFinder>
    </PickForNotice>
  )
}
