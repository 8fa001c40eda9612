import type { ReactNode } from 'react'

/** An A4 form as the office knows it. `watermark` names who printed it and when. */
export function PrintSheet({ title, watermark, foot, children }: { title: string; watermark: string; foot?: ReactNode; children: ReactNode }) {
  return (
    <article className="sheet">
      <Watermark text={watermark} />
      <h1>{title}</h1>
      {children}
      <footer>{foot}</footer>
    </article>
  )
}

/** Drawn, not set as a background, because browsers leave backgrounds off paper. */
function Watermark({ text }: { text: string }) {
  const width = text.length * 15 + 60
  return (
    <svg className="watermark" aria-hidden>
      <defs>
        <pattern id="watermark" width={width} height="150" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text y="75" fontSize="17">
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#watermark)" />
    </svg>
  )
}

/** One block of the form: a caption and its bordered rows. */
export function SheetTable({ caption, columns, children }: { caption?: string; columns: number; children: ReactNode }) {
  return (
    <table>
      {caption && <caption>{caption}</caption>}
      <colgroup>
        {Array.from({ length: columns }, (_, at) => [<col key={`${at}-label`} className="sheet-label" />, <col key={`${at}-value`} />])}
      </colgroup>
      <tbody>{children}</tbody>
    </table>
  )
}

/** A label and its value; `of` is how many such pairs' room the value takes, `tall` leaves space to write. */
export function SheetCell({ label, of = 1, tall = false, children }: { label: string; of?: number; tall?: boolean; children?: ReactNode }) {
  return (
    <>
      <th scope="row">{label}</th>
      <td colSpan={of * 2 - 1} className={tall ? 'tall' : undefined}>
        {children}
      </td>
    </>
  )
}

/** A box of the paper form, ticked or empty. */
export function SheetBox({ ticked, children }: { ticked: boolean; children: string }) {
  return <span className={ticked ? 'box box-ticked' : 'box'}>{children}</span>
}
