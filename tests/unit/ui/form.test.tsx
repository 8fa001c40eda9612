import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Chips, Choices } from '#components/ui/choices.tsx'
import { FormContext, type FormState } from '#components/ui/form-state.ts'
import { Select, TextArea, TextField } from '#components/ui/fields.tsx'

const words = { summary: '', sending: '', optional: '선택', failed: '' }

/** The fields as the server writes them after an answer, which is all that a browser without script gets. */
function shown(state: FormState, initial: Record<string, string | string[]> = {}): string {
  return renderToStaticMarkup(
    <FormContext value={{ formId: 'f', state, initial, words, pending: false }}>
      <TextArea name="sentence" label="한 문장" hint="본 것을 적어 주세요" required />
      <TextField name="secret" label="비밀번호" type="password" required />
      <Select name="agency" label="기관" none="골라 주세요" options={[{ value: 'a', label: '가' }, { value: 'b', label: '나' }]} />
      <Chips name="worries" label="걱정" groups={[{ options: [{ value: 'x', label: '결식' }], more: { label: '더', options: [{ value: 'y', label: '우울' }] } }]} />
      <Choices name="urgency" label="급함" required options={[{ value: 'now', label: '지금' }]} />
    </FormContext>,
  )
}

test('what was typed comes back, a password never', () => {
  const html = shown({ values: { sentence: '불이 <안> 켜져요', secret: 'open sesame', agency: 'b', worries: ['x', 'y'], urgency: 'now' } })
  expect(html).toContain('불이 &lt;안&gt; 켜져요</textarea>')
  expect(html).toContain('<option value="b" selected="">')
  expect(html.match(/checked=""/g)).toHaveLength(3)
  expect(html).not.toContain('open sesame')
})

test('an error stands at its field and is announced with it', () => {
  const html = shown({ errors: { sentence: ['이 칸을 채워 주세요.'] } })
  expect(html).toMatch(/<textarea id="f-sentence"[^>]*aria-invalid="true"[^>]*aria-describedby="f-sentence-hint f-sentence-error"/)
  expect(html).toContain('id="f-sentence-error"')
})

test('an error of a group leads to its first box', () => {
  expect(shown({ errors: { worries: ['하나 이상 골라 주세요.'] } })).toMatch(/<input type="checkbox" id="f-worries"/)
})

test('once posted, an emptied box stays empty', () => {
  expect(shown({}, { worries: ['x'] })).toContain('checked=""')
  expect(shown({ values: { sentence: '' } }, { worries: ['x'] })).not.toContain('checked=""')
})

test('rarer chips are open when one of them is chosen', () => {
  expect(shown({}, { worries: 'y' })).toContain('<details class="chips-more" open="">')
})

test('what need not be filled in says so', () => {
  expect(shown({}).match(/선택<\/span>/g)).toHaveLength(2)
})
