import { describe, expect, test } from 'vitest'
import { recordsOf } from '#lib/roster/records.ts'

async function read(text: string, size = text.length || 1) {
  const pieces = (async function* () {
    for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size))
  })()
  const records = []
  for await (const part of recordsOf(pieces)) records.push(...part)
  return records
}

const text = 'id,name,note\r\n1,"가,나","첫\r\n둘"\r\n\r\n2,"그는 ""네"" 했다",x\n3,끝,\r4,"",마지막'

describe('records of a file', () => {
  test('come apart at delimiters and line ends of every kind, outside of quotes', async () => {
    expect(await read(text)).toEqual([
      { line: 1, cells: ['id', 'name', 'note'] },
      { line: 2, cells: ['1', '가,나', '첫\n둘'] },
      { line: 5, cells: ['2', '그는 "네" 했다', 'x'] },
      { line: 6, cells: ['3', '끝', ''] },
      { line: 7, cells: ['4', '', '마지막'] },
    ])
  })

  test.each([1, 2, 3, 5, 7])('are the same in pieces of %i letters', async (size) => {
    expect(await read(text, size)).toEqual(await read(text))
  })

  test('a quote that never closes costs its own line', async () => {
    const records = await read(`id,name\n1,"가\n${Array.from({ length: 100 }, (_, at) => `${at + 2},나`).join('\n')}`)
    expect(records).toHaveLength(102)
    expect(records.at(-1)).toEqual({ line: 102, cells: ['101', '나'] })
  })

  test('nothing is nothing', async () => {
    expect(await read('')).toEqual([])
    expect(await read('\n\r\n,,\n')).toEqual([])
  })
})
