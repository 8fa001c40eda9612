import { notFound } from 'next/navigation'
import { OpenCaseForm } from '#components/cases/open-case-form.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Empty, Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { openingOf, type Opening } from '#lib/cases/opening.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { openCaseAction } from './actions.ts'

export const generateMetadata = pageTitle('cases.open.title')

export default async function NewCasePage({ searchParams }: PageProps<'/cases/new'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.open')) notFound()
  const asked = await searchParams
  const { frame, opening } = await asActor(actor, async (tx) => ({ opening: await openingOf(tx, actor, asked), frame: await frameFor(tx) }))
  if (!opening) notFound()
  const { locale } = actor
  const ready = opening.kind === 'READY'
  return (
    <PageFrame actor={actor} frame={frame} current="cases" width="wide" oneQuestion={ready}>
      <PageHead title={translator(locale)('cases.open.title')} back={backTo(opening, locale)} />
      {ready ? <OpenCaseForm action={openCaseAction} opening={opening} now={now()} locale={locale} /> : <GoOn opening={opening} locale={locale} />}
    </PageFrame>
  )
}

function backTo(opening: Opening, locale: Locale) {
  const t = translator(locale)
  if (opening.kind === 'READY' && opening.referral) return { href: `/referrals/${opening.referral.referral.id}`, label: t('cases.open.goBackReferral') }
  return opening.kind === 'READY' ? { href: `/students/${opening.student.id}`, label: opening.student.name } : { href: '/cases', label: t('cases.list.title') }
}

/** What stands in the way, and where it goes on. */
function GoOn({ opening, locale }: { opening: Exclude<Opening, { kind: 'READY' }>; locale: Locale }) {
  const t = translator(locale)
  switch (opening.kind) {
    case 'NOBODY':
      return (
        <Empty
          title={t('cases.open.nobodyTitle')}
          icon="case"
          action={
            <div className="page-deeds">
              <LinkButton href="/referrals">{t('cases.open.toReferrals')}</LinkButton>
              <LinkButton weight="quiet" href="/students">{t('cases.open.toStudents')}</LinkButton>
            </div>
          }
        >
          {t('cases.open.nobody')}
        </Empty>
      )
    case 'CASE':
      return <InTheWay title={opening.student.name} said={t('cases.refusal.alreadyOpen', { number: opening.number })} href={`/cases/${opening.caseId}`} label={t('cases.open.goOnCase')} />
    case 'REFERRAL':
      return <InTheWay title={opening.student.name} said={t('cases.refusal.referralOpen', { number: opening.number })} href={`/cases/new?referral=${opening.referralId}`} label={t('cases.open.goOnReferral')} />
    case 'OBSTACLE':
      return <InTheWay title={t('cases.open.from', { number: opening.number })} said={t(`referrals.obstacle.${opening.why}`)} href={`/referrals/${opening.referralId}`} label={t('cases.open.goBackReferral')} />
  }
}

function InTheWay({ title, said, href, label }: { title: string; said: string; href: string; label: string }) {
  return (
    <div className="grid max-w-xl gap-4">
      <Notice kind="warning" title={title}>
        {said}
      </Notice>
      <div className="page-deeds">
        <LinkButton href={href}>{label}</LinkButton>
      </div>
    </div>
  )
}
