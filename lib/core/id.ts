import { uuidv7 } from 'uuidv7'
import { z } from 'zod'

/** A new identifier, sortable by the moment it was made. */
export const newId = (): string => uuidv7()

export const Id = z.uuid()
