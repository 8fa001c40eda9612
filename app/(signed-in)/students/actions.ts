'use server'

import type { Finding } from '#components/students/finder-words.ts'
import { signedInOrNull, visitorLocale } from '#lib/access/session.ts'
import { Refusal } from '#lib/core/refusal.ts'
import { answerWith } from '#lib/core/request.ts'
import { findStudents } from '#lib/students/find-students.ts'
import { sentence } from '#lib/words/translate.ts'

const longest = 40

/** The search for who has no script: the page comes back with the children found. */
export async function findStudentsAction(_before: Finding, data: FormData): Promise<Finding> {
  const sent = data instanceof FormData ? data.get('q') : ''
  const q = typeof sent === 'string' ? sent.trim().slice(0, longest) : ''
  const actor = await signedInOrNull()
  const locale = actor?.locale ?? (await visitorLocale())
  const refuse = (status: number, key: string): Finding => {
    answerWith(status)
    return { q, found: null, message: sentence(locale, key) }
  }
  if (!actor) return refuse(401, 'core.refusal.signedOut')
  if (q === '') return refuse(422, 'students.find.empty')
  try {
    return { q, found: await findStudents(actor, q) }
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.status, error.message)
    throw error
  }
}
