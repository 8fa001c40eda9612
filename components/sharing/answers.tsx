import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { AnswerView } from '#lib/sharing/view.ts'
import { subjects, type Subject } from '#lib/sharing/consent.ts'
import { isTongue, tongueNames } from '#lib/sharing/wording/tongue.ts'
import { daysBetween, formatDate, formatDay } from '#lib/words/days.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { PaperMark } from './paper-mark.tsx'
import type { LedgerPlace } from './place.ts'
import { sayItems, sayPeriod, sayWho, toneOfStanding } from './say-sharing.ts'

type AnswersProps = {
  recipientId: string
  answers: AnswerView[]
  place: LedgerPlace
  /** Also a line for whoever has not been asked. */
  complete?: boolean
}

type Line = { key: string; subject: Subject; answer: AnswerView | null }

/** Who answered what: items, until when, and what shows it. */
export function Answers({ recipientId, answers, place, complete = false }: AnswersProps) {
  const { locale } = place
  const t = translator(locale)
  const missing = complete ? subjects.filter((subject) => answers.every((answer) => answer.subject !== subject)) : []
  const lines: Line[] = [...answers.map((answer) => ({ key: answer.id, subject: answer.subject, answer })), ...missing.map((subject) => ({ key: subject, subject, answer: null }))]
  return (
    <Table
      caption={t('sharing.ledger.answers')}
      rows={lines.sort((a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject))}
      keyOf={({ key }) => key}
      columns={[
        { head: t('sharing.ledger.who'), cell: ({ subject, answer }) => <b>{answer ? sayWho(answer, locale) : t(`sharing.subject.${subject}`)}</b> },
        { head: t('sharing.ledger.answer'), cell: ({ answer }) => (answer ? <AnswerState answer={answer} place={place} t={t} /> : <span className="muted">{t('sharing.ledger.missing')}</span>) },
        { head: t('sharing.ledger.items'), cell: ({ answer }) => (answer && answer.state === 'GRANTED' ? <Items answer={answer} place={place} t={t} /> : t('sharing.ledger.none')) },
        { head: t('sharing.ledger.evidence'), cell: ({ answer }) => (answer ? <Evidence answer={answer} place={place} t={t} /> : t('sharing.ledger.none')) },
        { head: '', end: true, cell: ({ subject, answer }) => <Deed recipientId={recipientId} subject={subject} answer={answer} place={place} t={t} /> },
      ]}
    />
  )
}

type PartProps = { answer: AnswerView; place: LedgerPlace; t: Words }

function AnswerState({ answer: { standing, withdrawnAt, validUntil }, place, t }: PartProps) {
  const soon = soonEnds({ standing, validUntil }, place)
  return (
    <div>
      <Badge tone={toneOfStanding[standing]}>{t(`sharing.standing.${standing}`)}</Badge> {soon && <Badge tone="amber">{t('sharing.ledger.soon')}</Badge>}
      {withdrawnAt && <div className="small muted">{t('sharing.ledger.withdrawnOn', { day: formatDay(withdrawnAt, place.locale) })}</div>}
    </div>
  )
}

const soonEnds = ({ standing, validUntil }: Pick<AnswerView, 'standing' | 'validUntil'>, { now, soonDays }: LedgerPlace): boolean => standing === 'GRANTED' && daysBetween(now, validUntil) <= soonDays

function Items({ answer, place: { now, locale }, t }: PartProps) {
  return (
    <div>
      {sayItems(answer.items, locale) || t('sharing.ledger.general')}
      <div className="small muted">{[answer.sensitive ? t('sharing.ledger.withSensitive') : t('sharing.ledger.withoutSensitive'), sayPeriod(answer, now, locale)].join(' · ')}</div>
    </div>
  )
}

function Evidence({ answer, place: { caseId, locale, may }, t }: PartProps) {
  const { evidenceKind, evidence, recordedBy, recordedAt, form, language, witness, verifiedHow, confirmedAt, unconfirmed } = answer
  const more = [form !== evidence && form, isTongue(language) && tongueNames[language], witness && t('sharing.ledger.heard', { name: witness }), verifiedHow && t('sharing.ledger.verified', { how: t(`sharing.verified.${verifiedHow}`) }),
    confirmedAt && t('sharing.confirmation.done', { day: formatDate(confirmedAt, locale) })].filter(Boolean)
  return (
    <div>
      {t(`sharing.evidenceKind.${evidenceKind}`)}
      {evidence && <span lang={tongueOf(evidence, locale)}> · {evidence}</span>}
      {unconfirmed && <Badge tone="amber">{t('sharing.confirmation.waits')}</Badge>}
      <PaperMark answer={answer} addHref={may.record ? `/cases/${caseId}/sharing/paper?consent=${answer.id}` : null} t={t} />
      {more.length > 0 && <div className="small muted">{more.join(' · ')}</div>}
      <div className="small muted">{t('sharing.ledger.recorded', { name: recordedBy, day: formatDate(recordedAt, locale) })}</div>
    </div>
  )
}

function Deed({ recipientId, subject, answer, place, t }: { recipientId: string; subject: Subject; answer: AnswerView | null; place: LedgerPlace; t: Words }) {
  const { caseId, closed, may } = place
  if (may.withdraw && answer && (answer.standing === 'GRANTED' || answer.standing === 'LATER')) {
    return (
      <span className="inline-flex flex-wrap justify-end gap-x-4">
        {may.record && answer.unconfirmed && <a className="link" href={`/cases/${caseId}/sharing/confirmation?consent=${answer.id}`}>{t('sharing.confirmation.link')}</a>}
        {may.record && !closed && soonEnds(answer, place) && <a className="link" href={`/cases/${caseId}/sharing/form?recipient=${recipientId}`}>{t('sharing.ledger.renew')}</a>}
        {answer.standing === 'GRANTED' && (answer.items.length > 1 || answer.sensitive) && <a className="link" href={`/cases/${caseId}/sharing/narrowing?consent=${answer.id}`}>{t('sharing.narrowing.link')}</a>}
        <a className="link" href={`/cases/${caseId}/sharing/withdrawal?consent=${answer.id}`}>{t('sharing.ledger.withdraw')}</a>
      </span>
    )
  }
  if (!may.record || closed || (answer && answer.standing !== 'ASKED' && answer.standing !== 'EXPIRED')) return null
  const who = answer?.guardianId ? `&guardian=${answer.guardianId}` : ''
  return <a className="link" href={`/cases/${caseId}/sharing/consent?recipient=${recipientId}&subject=${subject}${who}`}>{t('sharing.ledger.ask')}</a>
}
