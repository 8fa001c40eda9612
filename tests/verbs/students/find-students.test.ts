import { expect, test } from 'vitest'
import { findStudents } from '#lib/students/find-students.ts'
import { makeWorld } from '#tests/world.ts'

const world = await makeWorld()
const names = async (who: string, text: string) => (await findStudents(world.as(who), text)).map(({ name }) => name)

test('a teacher finds a child of her school by name, part of a name and initial consonants', async () => {
  expect(await names('고은별', '서지우')).toEqual(['서지우'])
  expect(await names('고은별', '지우')).toEqual(['김지우', '서지우'])
  expect(await names('고은별', 'ㅅㅈㅇ')).toEqual(['서지안', '서지우'])
  expect(await names('고은별', ' 서 지우 ')).toEqual(['서지우'])
  expect(await names('고은별', '서지우'.normalize('NFD'))).toEqual(['서지우'])
  expect(await names('윤채담', 'nguyen')).toEqual(['응우옌하린'])
})

test('a child of another school is not found', async () => {
  expect(await names('고은별', '박이든')).toEqual([])
  expect(await names('고은별', 'ㅂㅇㄷ')).toEqual([])
})

test('the office finds the children of all its schools', async () => {
  expect(await names('문다희', '박이')).toEqual(['박이든', '박이레', '박이슬'])
})

test('signs that mean something to a search mean nothing here', async () => {
  for (const text of ['%', '_', '\\', "'", '', '   ']) expect(await names('문다희', text)).toEqual([])
})

test('a partner has no search', async () => {
  await expect(findStudents(world.as('도서진'), '박이든')).rejects.toThrow('core.refusal.notAllowed')
  const { rows } = await world.sql('도서진', `select * from app.search_students(array['박이'], '', '박이', 20)`)
  expect(rows).toEqual([])
})
