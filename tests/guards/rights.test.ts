import { expect, test } from 'vitest'
import { rulesOf } from '#scripts/mutating/database.ts'
import { connect } from '#tests/database.ts'

/*
 * The rules of the database by name, as they were last looked at by a person: a rule that goes, comes or changes its kind
 * shows in the difference that is reviewed. What each of them does is said by the other tests, and by `npm run mutate`.
 * After a change that is meant: `npx vitest run --project guards tests/guards/rights.test.ts -u`.
 */
const superuser = await connect('superuser')
const list = async () => (await rulesOf(superuser)).map(({ name }) => name)

test('no policy, trigger, check, unique index or grant goes or comes unseen', async () => {
  await expect(`${(await list()).join('\n')}\n`).toMatchFileSnapshot('rights.txt')
})

test('one of each kind, taken away, is missed', async () => {
  const rules = await rulesOf(superuser)
  for (const kind of ['policy', 'trigger', 'check', 'unique', 'grant select', 'grant execute']) {
    const { name, sql = '' } = rules.find((rule) => rule.name.startsWith(kind)) ?? { name: `no ${kind}` }
    await superuser.query('begin')
    await superuser.query(sql)
    expect(await list(), name).toEqual(rules.map((rule) => rule.name).filter((each) => each !== name))
    await superuser.query('rollback')
  }
})
