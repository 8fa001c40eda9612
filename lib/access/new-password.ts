import { z } from 'zod'

/** As a form sends a password that is to be set: whether it will do is said by `password-rules.ts`. */
export const NewPassword = z.string('core.field.required').min(1, 'core.field.required').max(200, 'core.field.tooLong')
