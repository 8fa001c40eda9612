'use server'

import { formAction } from '#lib/access/form.ts'
import { addMember, AddMember } from '#lib/cases/add-member.ts'
import { removeMember, RemoveMember } from '#lib/cases/remove-member.ts'

export const addMemberAction = formAction(AddMember, addMember)

export const removeMemberAction = formAction(RemoveMember, removeMember)
