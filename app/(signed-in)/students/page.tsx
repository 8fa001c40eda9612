import { notFound } from 'next/navigation'
import { PageHead } from '#components/shell/page-head.tsx'
import { finderWords } from '#components/students/finder-words.ts'
import { StudentFinder } from '#components/students/student-finder.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'
import { findStudentsAction } from './actions.ts'

export const generateMetadata = pageTitle('students.find.title')

export default async function StudentsPage() {
  const actor = await signedIn()
  if (!may(actor, 'student.find')) notFound()
  const frame = await asActor(actor, frameFor)
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="students">
      <PageHead title={t('students.find.title')} sub={actor.agencyKind === 'SCHOOL' ? t('students.find.sub') : t('students.find.subOffice')} />
      <StudentFinder action={findStudentsAction} words={finderWords(actor.locale)} to="/students/" referTo={may(actor, 'referral.submit') ? '/referrals/new?student=' : undefined}>
        <Empty title={t('students.find.startTitle')} icon="search">
          {t('students.find.start')}
        </Empty>
      </StudentFinder>
    </PageFrame>
  )
}
