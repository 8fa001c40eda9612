import { badgeHtml, dueHtml, piece } from '#components/ui/html.ts'
import type { QueueRow } from '#lib/referrals/view.ts'
import { ago, dday } from '#lib/words/clock-words.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { urgencyLooks } from './urgency-looks.ts'

/** The columns of the queue: due, the child, what is next, in charge, whom it waits for, since when. */
export const queueHeads = (t: Words) => [t('referrals.list.child'), t('referrals.list.due'), t('referrals.list.next'), t('referrals.list.inCharge'), t('referrals.list.waits'), t('referrals.list.age')]

/** The rows of the queue as one prepared string. */
export function queueRows(rows: QueueRow[], now: Date, locale: Locale): string {
  return rows.map((row) => String(queueRow(row, now, locale))).join('')
}

function queueRow(row: QueueRow, now: Date, locale: Locale) {
  const t = translator(locale)
  const [child, due, next, inCharge, waits, age] = queueHeads(t)
  const { tone, shape } = urgencyLooks[row.urgency]
  const about = [row.kind === 'NOTICE' ? t('referrals.kind.NOTICE') : row.classLabel, row.school, row.joined > 0 ? t('referrals.list.joined', { count: row.joined }) : ''].filter(Boolean).join(' · ')
  return piece`<tr><td data-head="${child}"><a class="main" href="/referrals/${row.id}">${row.child ?? t('referrals.page.unknownChild')}</a> ${badgeHtml(t(`referrals.urgency.${row.urgency}`), tone, shape)}<div class="row-why">${about}</div></td><td data-head="${due}">${row.dueAt ? dueHtml(dday(row.dueAt, now, locale)) : ''}</td><td data-head="${next}">${row.next ? t(`referrals.next.${row.next}`) : t(`referrals.state.${row.state}`)}</td><td data-head="${inCharge}">${row.inCharge ?? t('referrals.list.nobody')}</td><td data-head="${waits}">${row.waitsForMe ? piece`<b>${t('people.me')}</b>` : (row.waits ?? '')}</td><td data-head="${age}"><time datetime="${row.submittedAt.toISOString()}" title="${formatDayTime(row.submittedAt, locale)}">${ago(row.submittedAt, now, locale)}</time></td></tr>`
}
