import { expect, test } from 'vitest'
import { applyPolicies } from '#scripts/database/policies.ts'
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

test('a policy or a right that nothing asks for is gone at the next start, and nothing else with it', async () => {
  const before = await list()
  await superuser.query(`create policy of_before on sealed_records for select to hanai_app using (true);
    grant select on sealed_records to hanai_jobs; grant update (body) on notes to hanai_jobs; grant execute on function app.destroy_next() to hanai_app`)
  expect(await list()).not.toEqual(before)
  await applyPolicies(await connect('owner'))
  expect(await list()).toEqual(before)
})
