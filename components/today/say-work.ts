import { isOfSharing, type Awaited, type CaseWork, type ReferralWork, type WorkItem } from '#lib/today/today.ts'
import type { Words } from '#lib/words/translate.ts'

/** The reasons a thing stands in the list, as people say them; the first is the one to act on. */
export function sayWhy(item: WorkItem, t: Words): string[] {
  switch (item.kind) {
    case 'CASE':
      return caseReasons(item, t)
    case 'REFERRAL':
      return referralReasons(item, t)
    case 'INTERVENTION':
      return item.why.map((why) => t(`today.why.INTERVENTION.${why}`, { service: item.service, agency: item.agency }))
  }
}

function caseReasons({ why, next, unseenDays }: CaseWork, t: Words): string[] {
  // The next step is said once: whose turn it is says more than that it ran over, and the badge shows the latter.
  const turn = why.find((reason) => reason === 'TURN' || reason === 'AGENCY_TURN') ?? why.find((reason) => reason === 'LATE')
  const said = turn ? [t(`today.why.CASE.${turn}`, { next })] : []
  if (why.includes('UNSEEN')) said.push(unseenDays === null ? t('today.why.CASE.UNSEEN_YET') : t('today.why.CASE.UNSEEN', { days: unseenDays }))
  for (const reason of why) if (isOfSharing(reason)) said.push(t(`today.why.CASE.${reason}`))
  return said
}

function referralReasons({ why, school, question, sentOn }: ReferralWork, t: Words): string[] {
  return why.map((reason) => {
    if (reason === 'ANSWER' && question) return t('today.why.REFERRAL.ANSWER_QUESTION', { question })
    if (reason === 'DECIDE' && sentOn) return t('today.why.REFERRAL.DECIDE_SENT_ON', { school })
    return t(`today.why.REFERRAL.${reason}`, { school })
  })
}

/** What is pressed to do it. */
export function sayDeed(item: WorkItem, t: Words): string {
  switch (item.kind) {
    case 'CASE':
      return t(`today.deed.CASE.${first(item, ['TOLD_LESS', 'CONFIRM', 'RENEW', 'TURN', 'UNSEEN', 'AGENCY_TURN', 'LATE'])}`)
    case 'REFERRAL':
      return t(`today.deed.REFERRAL.${first(item, ['ANSWER', 'CONVERT', 'RECEIVE', 'TRIAGE', 'DECIDE', 'ASKED', 'LATE'])}`)
    case 'INTERVENTION':
      return t(`today.deed.INTERVENTION.${first(item, ['ANSWER', 'START', 'SESSION', 'WAKE', 'UNANSWERED'])}`)
  }
}

function first<Why extends string>({ why }: { why: Why[] }, order: readonly [Why, ...Why[]]): Why {
  return order.find((reason) => why.includes(reason)) ?? order[0]
}

export function sayAwaited(waits: Awaited, t: Words): { label: string; name: string } {
  switch (waits.kind) {
    case 'ME':
      return { label: t('today.waits.person'), name: t('people.me') }
    case 'FAMILY':
      return { label: t('today.waits.person'), name: t('today.waits.family') }
    case 'PERSON':
      return { label: t('today.waits.person'), name: waits.name }
    case 'AGENCY':
      return { label: t('today.waits.place'), name: waits.name }
  }
}
