import { randomUUID } from 'node:crypto'

/** The form on the page of a case as a browser without scripts would send it: its hidden fields and what is typed. */
export function noteForm(page: string): [string, string][] {
  const form = /<form id="note"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const hidden = [...form.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, attributes = '']): [string, string] => [valueOf(attributes, 'name'), valueOf(attributes, 'value')])
  if (hidden.length < 3) throw new Error('the page has no form for a note')
  return [...hidden.filter(([name]) => name !== '_key'), ['body', '전화로 안부를 물었어요.'], ['kind', 'CALL']]
}

/** Each press with a key of its own: otherwise it would be the same note again. */
export function withKey(fields: [string, string][]): { type: string; content: string } {
  const boundary = '----hanai-bench'
  const parts = [...fields, ['_key', randomUUID()]].map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  return { type: `multipart/form-data; boundary=${boundary}`, content: `${parts.join('')}--${boundary}--\r\n` }
}

function valueOf(attributes: string, name: string): string {
  const text = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
