import { PrintSheet } from '#components/ui/sheet.tsx'
import type { FormLine, FormView } from '#lib/sharing/form.ts'
import { dayIn, put, tongueTags, type Tongue } from '#lib/sharing/wording/tongue.ts'
import { verifications, type Text } from '#lib/sharing/wording/text.ts'
import { AgencyName } from './agency-name.tsx'
import { itemsIn } from './form-words.ts'

type F5Props = { form: FormView; text: Text; tongue: Tongue; under14: boolean; watermark: string }

/** Form F5 on paper: a box for each agency, one of its own for what is sensitive, and who signs. */
export function F5Sheet({ form, text, tongue, under14, watermark }: F5Props) {
  return (
    <div lang={tongueTags[tongue]}>
      <PrintSheet title={text.title} watermark={watermark} foot={<span>{[text.law, `${form.number} · ${form.wording} · ${tongue}`].join(' ')}</span>}>
        <table>
          <tbody>
            <tr>
              <th scope="row" className="sheet-label">{text.student}</th>
              <td lang="ko">{form.student.name}</td>
              <th scope="row" className="sheet-label">{text.school}</th>
              <td lang="ko">{form.student.school}</td>
            </tr>
            <tr>
              <th scope="row" className="sheet-label">{text.number}</th>
              <td colSpan={3}>{form.number}</td>
            </tr>
          </tbody>
        </table>
        <p>{text.intro}</p>
        {form.lines.map((line) => <Line key={line.recipientId} line={line} text={text} tongue={tongue} />)}
        <p>{text.always}</p>
        <h2 className="sheet-part">{text.rightsTitle}</h2>
        <ol className="sheet-list">{text.rights.map((right) => <li key={right}>{right}</li>)}</ol>
        <Signatures text={text} under14={under14} />
      </PrintSheet>
    </div>
  )
}

function Line({ line: { recipient, recipientEn, purpose, items, sensitive, validUntil }, text, tongue }: { line: FormLine; text: Text; tongue: Tongue }) {
  const answer = <AnswerBoxes text={text} />
  return (
    <table>
      <tbody>
        <tr>
          <th scope="row" className="sheet-label">{text.recipient}</th>
          <td><AgencyName ko={recipient} en={recipientEn} tongue={tongue} /></td>
        </tr>
        <tr>
          <th scope="row">{text.purpose}</th>
          <td lang="ko">{purpose}</td>
        </tr>
        <tr>
          <th scope="row">{text.items}</th>
          <td>{itemsIn(text, items)}</td>
        </tr>
        <tr>
          <th scope="row">{text.period}</th>
          <td>{put(text.until, { day: dayIn(tongue, validUntil) })}</td>
        </tr>
        <tr>
          <th scope="row">{text.answer}</th>
          <td>{answer}</td>
        </tr>
        {sensitive && (
          <tr>
            <th scope="row">{text.sensitiveTitle}</th>
            <td>
              <p>{text.sensitiveText}</p>
              {answer}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function AnswerBoxes({ text }: { text: Text }) {
  return (
    <>
      <span className="box">{text.agree}</span> <span className="box">{text.refuse}</span>
    </>
  )
}

function Signatures({ text, under14 }: { text: Text; under14: boolean }) {
  return (
    <>
      {under14 && (
        <table>
          <caption>{text.under14Title}</caption>
          <tbody>
            <tr>
              <td colSpan={2}>{text.under14Text}</td>
            </tr>
            <tr>
              <th scope="row" className="sheet-label">{text.verified}</th>
              <td>{verifications.map((way) => <span key={way} className="box">{text.verifiedWays[way]}</span>)}</td>
            </tr>
          </tbody>
        </table>
      )}
      <table>
        <caption>{text.signTitle}</caption>
        <tbody>
          <tr>
            <th scope="row" className="sheet-label">{text.studentName}</th>
            <td className="sheet-sign" />
            <th scope="row" className="sheet-label">{text.signature}</th>
            <td className="sheet-sign" />
          </tr>
          <tr>
            <th scope="row">{text.guardianName}</th>
            <td className="sheet-sign" />
            <th scope="row">{text.signature}</th>
            <td className="sheet-sign" />
          </tr>
          <tr>
            <th scope="row">{text.relation}</th>
            <td className="sheet-sign" />
            <th scope="row">{text.date}</th>
            <td className="sheet-sign" />
          </tr>
          <tr>
            <th scope="row">{text.interpreter}</th>
            <td colSpan={3}><span className="box">{text.yes}</span> <span className="box">{text.no}</span></td>
          </tr>
        </tbody>
      </table>
    </>
  )
}
