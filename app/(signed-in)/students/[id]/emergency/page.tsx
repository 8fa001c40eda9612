import { notFound } from 'next/navigation'
import { GlassForm } from '#components/glass/glass-form.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { justProven } from '#lib/access/proven.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { studentHead } from '#lib/students/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { breakGlassAction } from './actions.ts'

export const generateMetadata = pageTitle('glass.title')

/** Whether there is a case at all is said to nobody who has not proved who she is and given a reason. */
export default async function EmergencyPage({ params }: PageProps<'/students/[id]/emergency'>) {
  const actor = await signedIn()
  if (!may(actor, 'glass.break')) notFound()
  const { id } = await params
  const { frame, student, proven } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx),
    student: Id.safeParse(id).success ? await studentHead(tx, actor, id) : null,
    proven: await justProven(tx),
  }))
  if (!student) notFound()
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="students" oneQuestion>
      <PageHead back={{ href: `/students/${id}`, label: student.name }} title={t('glass.title')} sub={t('glass.sub', { name: student.name })} />
      <div className="mb-6 space-y-3">
        <Notice kind="warning">{t('glass.danger')}</Notice>
        <Notice kind="info" title={t('glass.before')}>
          <ul className="list-disc pl-5">
            {(['told', 'shown', 'readOnly', 'reviewed'] as const).map((rule) => (
              <li key={rule}>{t(`glass.rules.${rule}`)}</li>
            ))}
          </ul>
        </Notice>
      </div>
      <GlassForm action={breakGlassAction} studentId={id} proven={proven} locale={locale} />
    </PageFrame>
  )
}
