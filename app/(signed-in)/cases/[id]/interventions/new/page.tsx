import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Needs } from '#components/interventions/needs.tsx'
import { Offers } from '#components/interventions/offers.tsx'
import { OpenSupports } from '#components/interventions/open-supports.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { supportsOf } from '#lib/cases/aside.ts'
import { headOf } from '#lib/cases/head.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { draftOf } from '#lib/drafts/drafts.ts'
import { goalChoices } from '#lib/interventions/goals.ts'
import { mayAsk } from '#lib/interventions/asking.ts'
import { offersFor } from '#lib/interventions/offers.ts'
import { colleagues } from '#lib/people/queries.ts'
import { domains, type Domain } from '#lib/timeline/layers.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../../page-frame.tsx'
import { pageTitle } from '../../../../page-title.ts'
import { AskPart } from './ask-part.tsx'

export const generateMetadata = pageTitle('interventions.propose.title')

const Choice = z.object({
  domain: z.enum(domains).optional().catch(undefined),
  goal: z.uuid().optional().catch(undefined),
  service: z.string().max(10).optional().catch(undefined),
  agency: z.uuid().optional().catch(undefined),
})
export type Choice = z.output<typeof Choice>

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

/** Need, service, agency are links, so each choice can be gone back to; what is asked is the form at the end. */
export default async function NewInterventionPage({ params, searchParams }: Props) {
  const actor = await signedIn()
  const { id } = await params
  const choice = Choice.parse(await searchParams)
  const opened = await asActor(actor, (tx) => askable(tx, actor, id, choice))
  if (!opened) notFound()
  const { frame, head, goals, supports, offers } = opened
  const { locale } = actor
  const t = translator(locale)
  const caseHref = `/cases/${id}`
  const here = `${caseHref}/interventions/new`
  const query = new URLSearchParams({ ...(choice.domain && { domain: choice.domain }), ...(choice.goal && { goal: choice.goal }) }).toString()
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion={opened.asked !== null}>
      <PageHead back={{ href: caseHref, label: t('interventions.propose.back') }} eyebrow={`${head.student.name} · ${head.number}`} title={t('interventions.propose.title')} sub={t('interventions.propose.steps')} />
      {head.closedAt ? <Notice kind="info">{t('core.refusal.caseClosed')}</Notice> : opened.asked ? (
        <AskPart actor={actor} opened={{ ...opened, asked: opened.asked }} choice={choice} backHref={`${here}?${query}#services`} />
      ) : (
        <>
          <OpenSupports supports={supports} now={now()} locale={locale} calendarHref={`${caseHref}/interventions`} />
          <Needs here={here} ofCase={head.domains} goals={goals} domain={choice.domain} goal={choice.goal} locale={locale} />
          {choice.domain && offers && <Offers offers={offers} domain={choice.domain} here={here} consentHref={may(actor, 'consent.record') ? `${caseHref}/sharing/consent` : undefined} query={query} locale={locale} />}
        </>
      )}
    </PageFrame>
  )
}

export type Askable = NonNullable<Awaited<ReturnType<typeof askable>>>

async function askable(tx: Tx, actor: Actor, id: string, { domain, service: code, agency }: Choice) {
  if (!may(actor, 'intervention.propose') || !Id.safeParse(id).success) return null
  const head = await headOf(tx, actor, id)
  if (!head) return null
  const goals = await goalChoices(tx, actor, id)
  const frame = await frameFor(tx)
  const supports = await supportsOf(tx, actor, id)
  const offers = domain && !head.closedAt ? await offersFor(tx, actor, { id, schoolId: head.schoolId, leadId: head.lead?.id ?? null }, domain) : null
  const offer = offers?.find(({ service }) => service.code === code)
  const giver = offer?.givers.find(({ id: giverId, asking }) => giverId === agency && mayAsk(asking))
  const asked = domain && offer && giver ? await form(tx, actor, id, domain, offer.service, giver) : null
  return { frame, head, goals, supports, offers, asked }
}

type Offered = NonNullable<Awaited<ReturnType<typeof offersFor>>>[number]

async function form(tx: Tx, actor: Actor, caseId: string, domain: Domain, service: Offered['service'], giver: Offered['givers'][number]) {
  return {
    domain, service, giver,
    people: await colleagues(tx, actor, [giver.id]),
    draft: await draftOf(tx, actor, { kind: 'intervention', subject: caseId }),
  }
}
