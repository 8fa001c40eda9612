import { Badge } from '#components/ui/badge.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { OwnSession } from '#lib/access/own-sessions.ts'
import { formatDayTime } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type OwnSessionsProps = { sessions: OwnSession[]; proven: boolean; end: (state: FormState, data: FormData) => Promise<FormState>; locale: Locale }

/** Where she is signed in; every other place can be ended from here, once she has shown that it is she (▲). */
export function OwnSessions({ sessions, proven, end, locale }: OwnSessionsProps) {
  const t = translator(locale)
  return (
    <ul className="space-y-3">
      {sessions.map(({ id, began, seen, phone, address, here }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>
            <b>{t(phone ? 'today.settings.onPhone' : 'today.settings.onComputer')}</b> {address}{' '}
            <span className="muted small">
              {t('today.settings.began', { at: formatDayTime(began, locale) })} · {t('today.settings.seen', { at: formatDayTime(seen, locale) })}
            </span>
          </span>
          {here ? (
            <Badge tone="teal">{t('today.settings.here')}</Badge>
          ) : proven && (
            <Form action={end} words={formWords(locale)} formId={`session-${id}`} className="">
              <HiddenField name="sessionId" value={id} />
              <SubmitButton weight="quiet">{t('today.settings.endSession')}</SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
