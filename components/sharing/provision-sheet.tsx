import { PrintSheet } from '#components/ui/sheet.tsx'
import type { GivenStretch, GivenSupport, Provision } from '#lib/sharing/provision.ts'
import { dayIn, put, tongueTags, type Tongue } from '#lib/sharing/wording/tongue.ts'
import type { Text } from '#lib/sharing/wording/text.ts'
import { AgencyName } from './agency-name.tsx'
import { itemsIn } from './form-words.ts'

type ProvisionSheetProps = { provision: Provision; student: string; school: string; text: Text; tongue: Tongue; watermark: string; now: Date }

/** The list a family gets: what one agency could see and until when, whether it looked, and what help it gave. */
export function ProvisionSheet({ provision, student, school, text, tongue, watermark, now }: ProvisionSheetProps) {
  const { given } = text
  const { recipient, recipientEn, stretches, supports, withdrawnAt } = provision
  return (
    <div lang={tongueTags[tongue]}>
      <PrintSheet title={given.title} watermark={watermark} foot={<span>{put(given.made, { day: dayIn(tongue, now) })}</span>}>
        <table>
          <tbody>
            <tr>
              <th scope="row" className="sheet-label">{text.student}</th>
              <td lang="ko">{student}</td>
              <th scope="row" className="sheet-label">{text.school}</th>
              <td lang="ko">{school}</td>
            </tr>
            <tr>
              <th scope="row" className="sheet-label">{text.recipient}</th>
              <td colSpan={3}><AgencyName ko={recipient} en={recipientEn} tongue={tongue} /></td>
            </tr>
          </tbody>
        </table>
        <p>{given.intro}</p>
        {withdrawnAt && <p><b>{put(given.withdrawn, { day: dayIn(tongue, withdrawnAt) })}</b></p>}
        {stretches.length === 0 ? <p>{given.nothing}</p> : <Stretches stretches={stretches} text={text} tongue={tongue} />}
        {stretches.length > 0 && <p>{text.always}</p>}
        <h2 className="sheet-part">{given.supports}</h2>
        {supports.length === 0 ? <p>{given.noSupports}</p> : <Supports supports={supports} text={text} />}
        <p>{given.ask}</p>
      </PrintSheet>
    </div>
  )
}

function Stretches({ stretches, text, tongue }: { stretches: GivenStretch[]; text: Text; tongue: Tongue }) {
  const { given } = text
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{given.period}</th>
          <th scope="col">{given.items}</th>
          <th scope="col">{given.read}</th>
        </tr>
      </thead>
      <tbody>
        {stretches.map(({ from, until, open, items, sensitive, ground, days, last }) => (
          <tr key={`${from.getTime()} ${ground} ${items.join()}`}>
            <td>{put(open ? given.stillOpen : given.from, { from: dayIn(tongue, from), until: dayIn(tongue, until) })}</td>
            <td>
              {itemsIn(text, items)} ({[given.ground[ground], sensitive && given.sensitive].filter(Boolean).join(', ')})
            </td>
            <td>{last === null ? given.never : put(given.readDays, { days, last: dayIn(tongue, last) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Supports({ supports, text: { given } }: { supports: GivenSupport[]; text: Text }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{given.support}</th>
          <th scope="col">{given.state}</th>
          <th scope="col">{given.met}</th>
        </tr>
      </thead>
      <tbody>
        {supports.map(({ id, service, state, met }) => (
          <tr key={id}>
            <td lang="ko">{service}</td>
            <td>{given.states[state]}</td>
            <td>{put(given.meetings, { count: met })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
