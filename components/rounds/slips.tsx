import { QrPicture } from '#components/accounts/qr-picture.tsx'
import { PrintSheet } from '#components/ui/sheet.tsx'
import { dayIn, put, tongueTags, type Tongue } from '#lib/sharing/wording/tongue.ts'
import type { Text } from '#lib/sharing/wording/text.ts'
import type { Words } from '#lib/words/translate.ts'

export interface Slip {
  id: string
  number: string
  student: string
  /** null: the student herself. */
  guardian: string | null
  tongue: Tongue
  text: Text
  address: string
  pin: string
  until: Date
}

/** To be cut apart and given to the families, each in its language; and, on a sheet of its own, the PINs for whoever tells them. */
export function Slips({ slips, watermark, t }: { slips: Slip[]; watermark: string; t: Words }) {
  return (
    <div className="sheets my-6 grid gap-6">
      <div className="slips">
        {slips.map(({ id, number, student, guardian, tongue, text, address, until }) => (
          <article key={id} className="slip" lang={tongueTags[tongue]} data-slip={number}>
            <h3>{text.phone.title}</h3>
            <p lang="ko"><b>{student}</b>{guardian && ` · ${guardian}`}</p>
            <QrPicture text={address} label={text.phone.title} className="w-36" />
            <p className="small break-all" lang="en"><code data-link>{address}</code></p>
            <p className="small">{text.phone.pin}: {text.phone.pinHint}</p>
            <p className="small muted">{put(text.until, { day: dayIn(tongue, until) })} · {number}</p>
          </article>
        ))}
      </div>
      <PrintSheet title={t('rounds.links.pins')} watermark={watermark} foot={t('rounds.links.pinsHint')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('rounds.one.student')}</th>
              <th scope="col">{t('rounds.links.who')}</th>
              <th scope="col">{t('sharing.link.pin')}</th>
            </tr>
          </thead>
          <tbody>
            {slips.map(({ id, number, student, guardian, pin }) => (
              <tr key={id}>
                <th scope="row">{student}<br /><span className="small">{number}</span></th>
                <td>{guardian ?? t('sharing.subject.STUDENT')}</td>
                <td><code data-pin className="whitespace-nowrap text-lg">{pin}</code></td>
              </tr>
            ))}
          </tbody>
        </table>
      </PrintSheet>
    </div>
  )
}
