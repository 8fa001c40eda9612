import { notFound } from 'next/navigation'
import { TrainingForm } from '#components/people/training-form.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { FilterLinks } from '#components/ui/links.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { agenciesOf } from '#lib/agencies/queries.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { insideKinds } from '#lib/agencies/agency.ts'
import { peopleToTrain } from '#lib/people/list.ts'
import { peopleFilters } from '#lib/people/standing.ts'
import { frameFor } from '#lib/today/frame.ts'
import { isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { trainPeopleAction } from '../actions.ts'

export const generateMetadata = pageTitle('colleagues.training1.title')

export default async function TrainingPage({ searchParams }: PageProps<'/people/training'>) {
  const actor = await signedIn()
  if (!may(actor, 'people.train')) notFound()
  const { agency } = peopleFilters(await searchParams)
  const everywhere = actor.role === 'ADMIN' || actor.role === 'OFFICE_LEAD'
  const { frame, people, agencies } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx), people: await peopleToTrain(tx, actor, agency), agencies: everywhere ? await agenciesOf(tx, actor, insideKinds) : [],
  }))
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="people" oneQuestion>
      <PageHead back={{ href: '/people', label: t('colleagues.title') }} title={t('colleagues.training1.title')} sub={t('colleagues.training1.sub')} />
      {agencies.length > 1 && (
        <FilterLinks label={t('colleagues.training1.more')} items={[{ label: t('colleagues.anyAgency'), href: '/people/training', current: !agency }, ...agencies.map(({ id, name }) => ({ label: name, href: `/people/training?agency=${id}`, current: agency === id }))]} />
      )}
      {people.length === 0 ? <p className="muted">{t('colleagues.training1.none')}</p> : <TrainingForm action={trainPeopleAction} people={people} today={isoDay(now())} locale={locale} />}
    </PageFrame>
  )
}
