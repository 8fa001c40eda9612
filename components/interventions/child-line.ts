import type { InterventionView } from '#lib/interventions/view.ts'
import { classLabel } from '#lib/students/student.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** 박이든 · 초6-2 · 다온누리초 · 나래동: in one line whom it is about, as far as the reader may know. */
export function childLine({ child }: Pick<InterventionView, 'child'>, locale: Locale): string {
  if (!child) return translator(locale)('interventions.page.childHidden')
  return [classLabel(child, locale), child.school, child.dong].filter(Boolean).join(' · ')
}
