'use server'

import { changePassword, ChangePassword } from '#lib/access/change-password.ts'
import { newCodes, ProveSelf, proveSelf, RemoveApp, removeApp, RemovePasskey, removePasskey, RenewCodes } from '#lib/access/factor-deeds.ts'
import { formAction } from '#lib/access/form.ts'
import { endOwnSession, EndOwnSession } from '#lib/access/own-sessions.ts'

export const endOwnSessionAction = formAction(EndOwnSession, endOwnSession)
export const changePasswordAction = formAction(ChangePassword, changePassword)
export const removeAppAction = formAction(RemoveApp, removeApp)
export const removePasskeyAction = formAction(RemovePasskey, removePasskey)
export const renewCodesAction = formAction(RenewCodes, newCodes)
export const proveSelfAction = formAction(ProveSelf, proveSelf)
