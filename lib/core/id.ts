import { uuidv7 } from 'uuidv7'
import { z } from 'zod'

/** A new identifier, sortable by the moment it was made. */
export const newId = (): string => uuidv7()

export const Id = z.uuid()

/** Somebody or something chosen from a list; nothing chosen is said so. */
export const ChosenId = z.uuid('core.field.choose')
