import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { addDocument } from '#lib/cases/add-document.ts'
import { DocumentFields, type DocumentKind, type DocumentLayer } from '#lib/documents/document.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import type { Deed } from '../story.ts'

interface Paper {
  kind: DocumentKind
  about?: Domain
  layer?: DocumentLayer
}

/** A child's drawing of a dog, as somebody photographed it. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360"><rect width="480" height="360" fill="#fdfaf0"/><g fill="none" stroke="#6b4a2b" stroke-width="9" stroke-linecap="round">
  <ellipse cx="240" cy="225" rx="110" ry="62"/><circle cx="345" cy="140" r="50"/><path d="M312 104l-14-40 44 30M370 100l30-34 2 52M150 260v66M205 282v44M280 282v44M330 262v64M134 205q-44-30-30-82"/></g>
  <circle cx="332" cy="132" r="6"/><circle cx="360" cy="132" r="6"/><path d="M340 158q8 8 16 0" fill="none" stroke="#c33" stroke-width="6"/><circle cx="70" cy="60" r="34" fill="#f6b93b"/></svg>`

/** A picture put to a case. */
export const picture = (caseId: string, name: string, paper: Paper): Deed<string> => async ({ actor }) =>
  addDocument(actor, fields(caseId, paper), { name, content: await sharp(Buffer.from(drawing)).jpeg().toBuffer() }, randomUUID())

/** A PDF put to a case: in the demo, where nothing scans, it waits. */
export const pdf = (caseId: string, name: string, paper: Paper): Deed<string> => async ({ actor }) =>
  addDocument(actor, fields(caseId, paper), { name, content: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') }, randomUUID())

const fields = (caseId: string, { kind, about, layer }: Paper) => DocumentFields.parse({ caseId, kind, domain: about, layer })
