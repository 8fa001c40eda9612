import { notFound } from 'next/navigation'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { QuietNotice } from '#components/sharing/quiet-notice.tsx'
import { StudentConsents } from '#components/sharing/student-consents.tsx'
import { GuardianList } from '#components/students/guardian-list.tsx'
import { StudentCases, StudentReferrals } from '#components/students/student-work.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { casesOfStudent } from '#lib/cases/of-student.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { referralsOfStudent } from '#lib/referrals/of-student.ts'
import { openWork } from '#lib/referrals/open-work.ts'
import { quietOf } from '#lib/sharing/guardian-blocked.ts'
import { answersOf } from '#lib/sharing/queries.ts'
import { guardiansOf } from '#lib/students/guardians.ts'
import { studentHead } from '#lib/students/queries.ts'
import { audit } from '#lib/timeline/audit.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = pageTitle('students.page.title')

export default async function StudentPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await signedIn()
  if (!may(actor, 'student.find') && !may(actor, 'case.read')) notFound()
  const { id } = await params
  const { frame, found } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), found: await allOf(tx, actor, id) }))
  if (!found) notFound()
  const { student, busy, quiet, guardians, cases, referrals, answers } = found
  const { locale } = actor
  const t = translator(locale)
  const finds = may(actor, 'student.find')
  const refers = may(actor, 'referral.submit') && !student.leftAt && (actor.role === 'COORDINATOR' || student.schoolId === actor.agencyId)
  return (
    <PageFrame actor={actor} frame={frame} current="students">
      <PageHead
        {...(finds && { back: { href: '/students', label: t('students.page.back') } })}
        title={student.name}
        sub={[student.classLabel, student.school, student.dong, student.leftAt ? '' : busy && t('students.find.busy')].filter(Boolean).join(' · ')}
        actions={
          <>
            {may(actor, 'glass.break') && !student.leftAt && <LinkButton weight="quiet" href={`/students/${id}/emergency`}>{t('glass.link')}</LinkButton>}
            {refers && <LinkButton href={`/referrals/new?student=${id}`}>{t('students.find.refer')}</LinkButton>}
          </>
        }
      />
      {student.leftAt && <Notice kind="tip">{t('students.page.left', { day: formatDate(student.leftAt, locale) })}</Notice>}
      <QuietNotice quiet={quiet} locale={locale} />
      <Section title={t('students.page.cases')}>
        <StudentCases cases={cases} locale={locale} />
      </Section>
      <Section title={t('students.page.referrals')}>
        <StudentReferrals referrals={referrals} locale={locale} />
      </Section>
      {guardians.length > 0 && (
        <Section title={t('students.page.guardians')} note={t('students.page.guardiansNote')}>
          <GuardianList guardians={guardians} locale={locale} />
        </Section>
      )}
      {answers.length > 0 && (
        <Section title={t('sharing.student.title')} note={t('sharing.student.note')} {...ledgerOf(cases, t('sharing.student.open'))}>
          <StudentConsents answers={answers} now={now()} locale={locale} />
        </Section>
      )}
    </PageFrame>
  )
}

/** Answers are recorded and withdrawn where the child is helped: at the open case. */
function ledgerOf(cases: { id: string; closedAt: Date | null }[], label: string) {
  const open = cases.find(({ closedAt }) => closedAt === null)
  return open ? { link: { href: `/cases/${open.id}/sharing`, label } } : {}
}

/** All this reader may know of the child; that she looked is written down. */
async function allOf(tx: Tx, actor: Actor, id: string) {
  if (!Id.safeParse(id).success) return null
  const student = await studentHead(tx, actor, id)
  if (!student) return null
  await audit(tx, actor, 'student.viewed', { subjectId: id })
  return {
    student,
    busy: (await openWork(tx, id)) !== null,
    quiet: await quietOf(tx, actor, id),
    guardians: await guardiansOf(tx, actor, id),
    cases: await casesOfStudent(tx, actor, id),
    referrals: await referralsOfStudent(tx, actor, id),
    answers: await answersOf(tx, actor, id),
  }
}
