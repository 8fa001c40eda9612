import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read } from './source.ts'

/** OWASP ASVS 5.0.0: the level of each requirement of a section, in their order. */
const levels: Record<string, string> = {
  '1.1': '22', '1.2': '1111122223', '1.3': '112222222223', '1.4': '222', '1.5': '123', '2.1': '122', '2.2': '112', '2.3': '12223', '2.4': '23',
  '3.1': '3', '3.2': '113', '3.3': '12223', '3.4': '11222233', '3.5': '11122333', '3.6': '3', '3.7': '22333', '4.1': '12233', '4.2': '23333', '4.3': '22', '4.4': '1222',
  '5.1': '2', '5.2': '112333', '5.3': '113', '5.4': '222', '6.1': '122', '6.2': '111111112222', '6.3': '11223333', '6.4': '112233', '6.5': '22222333', '6.6': '2223', '6.7': '33', '6.8': '2222',
  '7.1': '222', '7.2': '1111', '7.3': '22', '7.4': '11222', '7.5': '223', '7.6': '22', '8.1': '1233', '8.2': '1123', '8.3': '133', '8.4': '23', '9.1': '111', '9.2': '1222',
  '10.1': '22', '10.2': '223', '10.3': '22223', '10.4': '1111122222233333', '10.5': '22222', '10.6': '22', '10.7': '222',
  '11.1': '2233', '11.2': '22233', '11.3': '11233', '11.4': '1222', '11.5': '23', '11.6': '23', '11.7': '33', '12.1': '12233', '12.2': '11', '12.3': '22223',
  '13.1': '2333', '13.2': '222223', '13.3': '2233', '13.4': '1222233', '14.1': '22', '14.2': '12223333', '14.3': '122', '15.1': '12233', '15.2': '12233', '15.3': '1222222', '15.4': '3333',
  '16.1': '2', '16.2': '22222', '16.3': '2222', '16.4': '222', '16.5': '2223', '17.1': '23', '17.2': '22223333', '17.3': '22',
}

const rows = read('docs/asvs.md').split('\n').flatMap((line) => {
  const [, id, level, asked = '', answer = ''] = /^\| (\d+\.\d+\.\d+) \| (\d) \| (.+?) \| (.+) \|$/.exec(line) ?? []
  return id ? [{ id, level, asked, answer }] : []
})

test('every requirement of level 1 and 2 stands there once, in order and at its level', () => {
  const all = Object.entries(levels).flatMap(([section, each]) => each.split('').map((level, at) => ({ id: `${section}.${at + 1}`, level })))
  expect(['1', '2', '3'].map((level) => all.filter((one) => one.level === level).length)).toEqual([70, 183, 92])
  expect(rows.map(({ id, level }) => ({ id, level }))).toEqual(all.filter(({ level }) => level !== '3'))
})

test('every test that is said to answer one exists', () => {
  const missing = rows.flatMap(({ id, answer }) => [...answer.matchAll(/`(tests\/[^`]+)`([^·|*]*)/g)].flatMap(([, file = '', rest = '']) => {
    const name = rest.replace(/\)$/, answer.includes(`(\`${file}\``) ? '' : ')').trim()
    if (!existsSync(file)) return [`${id} ${file}`]
    return name === '' || read(file).includes(`'${name}'`) ? [] : [`${id} ${file}: ${name}`]
  }))
  expect(missing).toEqual([])
})

test('what no test answers says that it is open, that it does not apply and why, or who has to see to it', () => {
  expect(rows.filter(({ answer }) => !/`tests\/|\*open:\* .|^does not apply: .|by configuration: ./.test(answer))).toEqual([])
})

test('each is said shortly, in words of ours', () => {
  expect(rows.filter(({ asked }) => asked.length > 80 || asked.startsWith('Verify'))).toEqual([])
})

test('the sums at the head are those of the table', () => {
  const kindOf = (answer: string) => (answer.includes('*open:*') ? 'open, in whole or in part' : answer.startsWith('does not apply') ? 'does not apply' : answer.includes('`tests/') ? 'answered by tests' : 'by configuration of who runs it')
  for (const kind of ['answered by tests', 'open, in whole or in part', 'by configuration of who runs it', 'does not apply']) {
    expect(read('docs/asvs.md')).toContain(`| ${kind} | ${rows.filter(({ answer }) => kindOf(answer) === kind).length} |`)
  }
})
