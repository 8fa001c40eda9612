'use server'

import { formAction } from '#lib/access/form.ts'
import { AttestRights, attestRights } from '#lib/people/attest-rights.ts'

export const attestRightsAction = formAction(AttestRights, attestRights)
