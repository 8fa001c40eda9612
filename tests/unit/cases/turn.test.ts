import { describe, expect, test } from 'vitest'
import { stageOf } from '#lib/cases/stage.ts'
import { dueMoment, Waits, waitsOf } from '#lib/cases/turn.ts'

const at = (text: string) => new Date(`${text}+09:00`)

describe('by when', () => {
  test.each([
    ['a time that was given', '2026-11-25', '10:30', '2026-11-24T09:00:00', '2026-11-25T10:30:00'],
    ['none: the end of the working day', '2026-11-25', undefined, '2026-11-24T09:00:00', '2026-11-25T18:00:00'],
    ['today, said in the evening: the end of the day', '2026-11-24', undefined, '2026-11-24T18:00:00', '2026-11-24T23:59:00'],
    ['today, a minute before midnight of Seoul, which is another day elsewhere', '2026-11-25', '00:30', '2026-11-24T23:59:00', '2026-11-25T00:30:00'],
  ])('%s', (_, day, time, now, due) => {
    expect(dueMoment(day, time, at(now))).toEqual(at(due))
  })

  test.each([
    ['yesterday', '2026-11-23', undefined, '2026-11-24T09:00:00'],
    ['an hour ago', '2026-11-24', '08:00', '2026-11-24T09:00:00'],
    ['this very moment', '2026-11-24', '09:00', '2026-11-24T09:00:00'],
    ['today, when nothing of it is left', '2026-11-24', undefined, '2026-11-24T23:59:30'],
  ])('never in the past: %s', (_, day, time, now) => {
    expect(() => dueMoment(day, time, at(now))).toThrow('core.field.future')
  })
})

describe('whose turn', () => {
  const id = '01a21450-ec35-733e-b168-adf6d476492c'

  test.each([`STAFF:${id}`, `AGENCY:${id}`, 'FAMILY'])('%s is read and written alike', (text) => {
    expect(Waits.parse(text)).toBe(text)
    const [on = '', of = null] = text.split(':')
    expect(waitsOf({ waitingOn: on as 'STAFF', waitingStaffId: on === 'STAFF' ? of : null, waitingAgencyId: on === 'AGENCY' ? of : null })).toBe(text)
  })

  test.each(['', 'STAFF', 'STAFF:', `FAMILY:${id}`, `NOBODY:${id}`, `STAFF:${id} `, `STAFF:${id}\nAGENCY:${id}`, "STAFF:' or true"])('%j is nobody', (text) => {
    expect(Waits.safeParse(text).success).toBe(false)
  })
})

describe('the stage follows from what happened', () => {
  const now = at('2026-11-24T09:00:00')
  const nothing = { closedAt: null, planAgreedAt: null, childSeenAt: null }

  test.each([
    ['nobody has seen the child', nothing, 'INTAKE'],
    ['somebody has', { ...nothing, childSeenAt: at('2026-11-20T09:00:00') }, 'PLANNING'],
    ['the plan is agreed', { ...nothing, childSeenAt: at('2026-11-20T09:00:00'), planAgreedAt: at('2026-11-21T09:00:00') }, 'ACTIVE'],
    ['the plan is agreed before anybody saw the child', { ...nothing, planAgreedAt: at('2026-11-21T09:00:00') }, 'ACTIVE'],
    ['closed yesterday', { ...nothing, closedAt: at('2026-11-23T09:00:00') }, 'FOLLOW_UP'],
    ['closed a day less than six months ago', { ...nothing, closedAt: at('2026-05-25T09:00:00') }, 'FOLLOW_UP'],
    ['closed six months ago', { ...nothing, closedAt: at('2026-05-24T09:00:00') }, 'CLOSED'],
  ])('%s', (_, facts, stage) => {
    expect(stageOf(facts, now)).toBe(stage)
  })
})
