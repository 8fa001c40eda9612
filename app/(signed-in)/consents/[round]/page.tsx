import { Families } from '#components/rounds/families.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Progress } from '#components/ui/progress.tsx'
import { isOver } from '#lib/sharing/round.ts'
import { isBack, roundLinks } from '#lib/sharing/rounds.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { addRoundPaperAction } from '../actions.ts'
import { openRound } from '../open-round.ts'

export const generateMetadata = pageTitle('rounds.one.title')

export default async function RoundPage({ params }: { params: Promise<{ round: string }> }) {
  const { actor, id, frame, round, families, more: links } = await openRound(params, roundLinks)
  const { locale } = actor
  const t = translator(locale)
  const open = families.filter((family) => !isBack(family))
  const back = families.filter(isBack)
  const asks = open.length > 0 && !isOver(round)
  return (
    <PageFrame actor={actor} frame={frame} current="consents">
      <PageHead
        back={{ href: '/consents', label: t('rounds.back') }}
        eyebrow={t('rounds.year', { year: String(round.schoolYear) })}
        title={[round.school, round.label || t('rounds.listed')].join(' · ')}
        actions={
          <>
            {asks && <LinkButton weight="quiet" href={`/consents/${id}/links`}>{t('rounds.links.title')}</LinkButton>}
            <LinkButton weight="quiet" href={`/consents/${id}/print`}>{t('rounds.one.print')}</LinkButton>
            {asks && <LinkButton href={`/consents/${id}/answers`}>{t('rounds.one.answers')}</LinkButton>}
          </>
        }
      />
      <div className="mb-6 grid max-w-xl gap-2">
        <Progress label={t('rounds.progress')} value={back.length} max={families.length} />
        <p><span className="muted">{t('rounds.progress')}</span> <b className="tabular-nums">{t('rounds.of', { back: back.length, families: families.length })}</b></p>
      </div>
      {open.length > 0 && isOver(round) && <Notice kind="info">{t('rounds.refusal.over')}</Notice>}
      {open.length > 0 ? (
        <Section title={t('rounds.one.open')} note={asks && t('rounds.one.steps')}>
          <Families roundId={id} families={open} links={links} addPaper={asks ? addRoundPaperAction : null} locale={locale} />
        </Section>
      ) : (
        <Notice kind="good">{t('rounds.one.done')}</Notice>
      )}
      {back.length > 0 && (
        <Section title={t('rounds.one.back')}>
          <Families roundId={id} families={back} links={links} addPaper={null} locale={locale} />
        </Section>
      )}
    </PageFrame>
  )
}
