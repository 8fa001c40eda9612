import { notFound } from 'next/navigation'
import { ClassChooser } from '#components/rounds/class-chooser.tsx'
import { RoundForm } from '#components/rounds/round-form.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { outsideAgencies } from '#lib/sharing/queries.ts'
import { schoolYearOf } from '#lib/sharing/round.ts'
import { classesOf, pupilsOf, roundSchools } from '#lib/sharing/rounds.ts'
import { wordingOn } from '#lib/sharing/wording/versions.ts'
import { frameFor } from '#lib/today/frame.ts'
import { isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { startRoundAction } from '../actions.ts'

export const generateMetadata = pageTitle('rounds.new.title')

export default async function NewRoundPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await signedIn()
  if (!may(actor, 'consent.round')) notFound()
  const query = await searchParams
  const at = now()
  const schoolYear = schoolYearOf(at)
  const { frame, schools, school, classes, chosen, pupils, agencies } = await asActor(actor, async (tx) => {
    const all = await roundSchools(tx, actor)
    const one = all.length === 1 ? all[0] : all.find(({ id }) => id === query['school'])
    const found = one ? await classesOf(tx, actor, one.id) : []
    const picked = found.find(({ grade, className }) => classKey(grade, className) === query['class'])
    return {
      frame: await frameFor(tx), schools: all, school: one, classes: found, chosen: picked,
      pupils: one && picked ? await pupilsOf(tx, actor, { schoolId: one.id, grade: picked.grade, className: picked.className, schoolYear, wording: wordingOn(isoDay(at)).id }) : [],
      agencies: await outsideAgencies(tx, actor),
    }
  })
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="consents" oneQuestion>
      <PageHead back={{ href: '/consents', label: t('rounds.back') }} title={t('rounds.new.title')} sub={t('rounds.new.sub')} eyebrow={school && chosen && `${school.name} · ${chosen.label}`} />
      {school && chosen ? (
        <>
          <p className="mb-5">
            <a className="link inline-flex min-h-11 items-center" href={`/consents/new?school=${school.id}`}>{t('rounds.new.another')}</a>
          </p>
          <RoundForm action={startRoundAction} schoolId={school.id} pupils={pupils} agencies={agencies} schoolYear={schoolYear} locale={locale} />
        </>
      ) : (
        <ClassChooser schools={schools} school={school} classes={classes.map((one) => ({ ...one, key: classKey(one.grade, one.className) }))} locale={locale} />
      )}
    </PageFrame>
  )
}

/** A class in an address: grade and name. */
const classKey = (grade: number | null, className: string | null): string => `${grade ?? ''}~${className ?? ''}`
