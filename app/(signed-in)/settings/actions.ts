'use server'

import { formAction } from '#lib/access/form.ts'
import { endOwnSession, EndOwnSession } from '#lib/access/own-sessions.ts'

export const endOwnSessionAction = formAction(EndOwnSession, endOwnSession)
