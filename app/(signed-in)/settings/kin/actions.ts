'use server'

import { formAction } from '#lib/access/form.ts'
import { OwnContact } from '#lib/conflicts/conflict.ts'
import { keepOwnContact } from '#lib/conflicts/own-contact.ts'

export const keepOwnContactAction = formAction(OwnContact, keepOwnContact)
