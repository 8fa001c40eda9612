import { Section, PageHead } from '#components/shell/page-head.tsx'
import { finderWords } from '#components/students/finder-words.ts'
import { StudentFinder } from '#components/students/student-finder.tsx'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { draftsOf } from '#lib/drafts/drafts.ts'
import { studentHeads } from '#lib/students/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { ago } from '#lib/words/clock-words.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { findStudentsAction } from '../../students/actions.ts'

/** Which student? What was begun and not sent is one tap away. */
export async function PickPage({ actor }: { actor: Actor }) {
  const { frame, drafts } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), drafts: await begun(tx, actor) }))
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="referrals">
      <PageHead back={{ href: '/referrals', label: t('referrals.new.back') }} title={t('referrals.new.pickTitle')} />
      <StudentFinder action={findStudentsAction} words={finderWords(actor.locale)} to="/referrals/new?student=">
        {drafts.length > 0 && (
          <Section title={t('referrals.new.drafts')}>
            <ul className="found">
              {drafts.map(({ student, savedAt }) => (
                <li key={student.id}>
                  <a className="found-name" href={`/referrals/new?student=${student.id}`}>
                    <b>{student.name}</b> <span className="muted small">{[student.classLabel, t('referrals.new.draftSaved', { ago: ago(savedAt, now(), actor.locale) })].join(' · ')}</span>
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </StudentFinder>
    </PageFrame>
  )
}

async function begun(tx: Tx, actor: Actor) {
  const drafts = await draftsOf(tx, actor, 'referral')
  const heads = await studentHeads(tx, actor, drafts.map(({ subject }) => subject).filter((subject) => subject !== 'new'))
  return drafts.flatMap(({ subject, savedAt }) => {
    const student = heads.get(subject)
    return student ? [{ student, savedAt }] : []
  })
}
