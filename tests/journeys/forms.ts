import type { Page } from '@playwright/test'

/** A field of a form as a browser without scripts knows it. */
export interface Field {
  name: string
  /** `text` also for several lines; `hidden` for what nobody types. */
  kind: 'hidden' | 'text' | 'email' | 'date' | 'time' | 'datetime-local' | 'number' | 'select' | 'radio' | 'checkbox' | 'submit' | 'file'
  /** What it would send as the page shows it. */
  value: string
  chosen: boolean
  options: string[]
}

/** A form that does a deed, on its page. */
export interface DeedForm {
  path: string
  id: string
  fields: Field[]
}

export type Pairs = [name: string, value: string][]

/** What a page holds, read by the browser's own parser: its links, its forms that do a deed of their page, and what it says is wrong. */
export async function readPage(parser: Page, path: string, html: string): Promise<{ links: string[]; forms: DeedForm[]; said: string; wrong: string[]; main: string }> {
  const found = await parser.evaluate((text) => {
    const page = new DOMParser().parseFromString(text, 'text/html')
    // Not shown where the form itself came back: then everything must stand in that.
    if (page.querySelector('main .summary')) page.querySelector('.typed')?.remove()
    const links = [...page.querySelectorAll('main a[href^="/"]')].map((link) => link.getAttribute('href') ?? '')
    const forms = [...page.querySelectorAll('form')].filter((form) => form.querySelector('[name=_key]') && form.querySelector('[name^="$ACTION"]')).map((form) => {
      const controls = [...page.querySelectorAll<HTMLInputElement>('input, textarea, select, button[name]')].filter((control) => control.form === form && control.name && !control.disabled)
      return {
        id: form.id,
        fields: controls.map((control) => {
          const type = control.tagName === 'INPUT' ? control.type : control.tagName === 'SELECT' ? 'select' : control.tagName === 'BUTTON' ? 'submit' : 'text'
          return {
            name: control.name, value: control.value, chosen: control.checked,
            kind: ['hidden', 'email', 'date', 'time', 'datetime-local', 'number', 'select', 'radio', 'checkbox', 'submit', 'file'].includes(type) ? type : 'text',
            options: control instanceof HTMLSelectElement ? [...control.options].map(({ value }) => value).filter(Boolean) : [],
          }
        }),
      }
    })
    const said = [...page.querySelectorAll('[role=alert]')].map((alert) => alert.textContent).join(' ')
    const wrong = [...page.querySelectorAll<HTMLElement>('main [data-field][data-wrong]')].map(({ dataset }) => dataset['field'] ?? '')
    // What is typed stands in the values of fields, which are no text of the page.
    const typed = [...page.querySelectorAll<HTMLInputElement>('main input, main textarea')].map(({ value }) => value)
    return { links, forms, said, wrong, main: [page.querySelector('main')?.textContent ?? '', ...typed].join('\n') }
  }, html)
  return { ...found, forms: found.forms.map((form) => ({ ...form, path, fields: form.fields as Field[] })) }
}

/** What nobody types: sent as the page has it. */
export const hiddenOf = ({ fields }: DeedForm): Pairs => fields.filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value])

/** The form filled in as somebody in a hurry would: each text, the first of what can be chosen, the day proposed or the day given, never one before a day that is proposed (tomorrow may be a Saturday). */
export function filled(form: DeedForm, text: string, day: string, more: Record<string, string> = {}): Pairs {
  const pairs = hiddenOf(form)
  const groups = new Set<string>()
  const proposed = form.fields.filter(({ kind }) => kind === 'date').map(({ value }) => value)
  const late = [day, ...proposed].toSorted().at(-1) ?? day
  for (const field of form.fields) {
    const { name, kind, value, options } = field
    const given = more[name]
    const group = form.fields.filter((other) => other.name === name && other.kind === kind)
    if (kind === 'hidden' || groups.has(name)) continue
    if (kind === 'radio' || kind === 'checkbox' || kind === 'submit') {
      groups.add(name)
      const ticked = group.filter((other) => other.chosen)
      if (given !== undefined) pairs.push([name, given])
      else if (ticked.length > 0) for (const one of ticked) pairs.push([name, one.value])
      else if (group[0]) pairs.push([name, group[0].value])
      continue
    }
    if (kind === 'file') pairs.push([name, photographed])
    else if (kind === 'select') pairs.push([name, given ?? (value || (options[0] ?? ''))])
    else if (kind === 'email') pairs.push([name, given ?? (value || 'somebody.new@demo.example')])
    else if (kind === 'date') pairs.push([name, given ?? (value || late)])
    else if (kind === 'time') pairs.push([name, given ?? (value || '18:00')])
    else if (kind === 'datetime-local') pairs.push([name, given ?? value])
    else if (kind === 'number') pairs.push([name, given ?? (value || '1')])
    else pairs.push([name, given ?? (value || text)])
  }
  return pairs
}

/** The same with every value of a name replaced. */
export const withValue = (pairs: Pairs, name: string, value: string): Pairs => pairs.map(([each, old]) => [each, each === name ? value : old])

/** Stands for a small picture where a form has a box for one. */
const photographed = 'a photograph'
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

export function bodyOf(pairs: Pairs): FormData {
  const body = new FormData()
  for (const [name, value] of pairs) body.append(name, value === photographed ? new File([dot], 'paper.png', { type: 'image/png' }) : value)
  return body
}
