'use server'

import { formAction } from '#lib/access/form.ts'
import { handOver } from '#lib/leaving/hand-over.ts'
import { HandOver } from '#lib/leaving/leaving.ts'

export const handOverAction = formAction(HandOver, handOver)
