import type { FormWords } from '#components/ui/form-state.ts'
import type { Text } from '#lib/sharing/wording/text.ts'

/** The few words a form itself says, in the family's language. */
export const familyWords = ({ phone }: Text): FormWords => ({ summary: phone.summary, sending: phone.sending, optional: '', failed: phone.summary })
