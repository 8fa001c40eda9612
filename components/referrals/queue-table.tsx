import { Prepared } from '#components/shell/prepared.tsx'
import type { QueueRow } from '#lib/referrals/view.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { queueHeads, queueRows } from './queue-rows.ts'

/** The queue: a table to run the eye down, a card a row on a phone. */
export function QueueTable({ caption, rows, now, locale }: { caption: string; rows: QueueRow[]; now: Date; locale: Locale }) {
  return (
    <table className="table table-cards queue">
      <caption className="only-heard">{caption}</caption>
      <thead>
        <tr>
          {queueHeads(translator(locale)).map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <Prepared as="tbody" html={queueRows(rows, now, locale)} />
    </table>
  )
}
