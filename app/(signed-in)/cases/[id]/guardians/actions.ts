'use server'

import { formAction } from '#lib/access/form.ts'
import { blockGuardian } from '#lib/sharing/block-guardian.ts'
import { AskUnblock, BlockGuardian, SettleUnblock } from '#lib/sharing/guardian-block.ts'
import { askUnblock, settleUnblock } from '#lib/sharing/unblock-guardian.ts'

export const blockGuardianAction = formAction(BlockGuardian, blockGuardian)
export const askUnblockAction = formAction(AskUnblock, askUnblock)
export const settleUnblockAction = formAction(SettleUnblock, settleUnblock)
