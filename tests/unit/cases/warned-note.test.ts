import { expect, test } from 'vitest'
import type { Actor } from '#lib/core/actor.ts'
import { amendWarnedNote, holdsNumber, WarnedAmendment, WarnedNote, writeWarnedNote } from '#lib/cases/warned-note.ts'

const id = '01934b3c-0000-7000-8000-000000000001'

test.each(['010-0000-1234로 전화했어요', '０１０ ００００ １２３４', '02) 000-1234', '+82 10 0000 1234', '01000001234'])('%s holds a telephone number', (text) => {
  expect(holdsNumber(text)).toBe(true)
})

test.each(['3학년 2반 14번', '2026-11-24 10:20', '112에 신고했어요', 'G-2026-0117', '1388', '체온 38.2도, 혈압 110/70', '100000원 5000원'])('%s holds none', (text) => {
  expect(holdsNumber(text)).toBe(false)
})

test('a note or an addendum with one is handed back once with the question, before anything is asked of the database', async () => {
  const body = '고모님 010-0000-1234'
  await expect(writeWarnedNote({} as Actor, WarnedNote.parse({ caseId: id, body }))).rejects.toMatchObject({ message: 'cases.refusal.contacts', field: 'contactsOk' })
  await expect(amendWarnedNote({} as Actor, WarnedAmendment.parse({ caseId: id, noteId: id, version: 1, body }))).rejects.toMatchObject({ field: 'contactsOk' })
  // Said that it must be there, it goes on to the verb, which asks who writes.
  await expect(writeWarnedNote({ role: 'ADMIN' } as Actor, WarnedNote.parse({ caseId: id, body, contactsOk: 'on' }))).rejects.toThrow('core.refusal.notAllowed')
})
