import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { differenceToModels } from './database/engine.ts'
import { migrate, MIGRATIONS } from './database/migrate.ts'
import { openThrowaway } from './database/throwaway.ts'
import { endWith, StartRefusal } from './refusal.ts'

/**
 * `npm run migration -- add_something` writes what the models have and the migrations have not.
 * `npm run migration:check` only tells whether there is a difference.
 */
async function main([name]: string[]) {
  const difference = await missingSql()
  if (name === '--check') return difference === '' ? console.log('Migrations and models agree.') : refuseDrift(difference)
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new StartRefusal('이름을 적어 주세요: npm run migration -- add_something', 'Please give a name: npm run migration -- add_something')
  }
  if (difference === '') return console.log('Nothing to write: migrations and models agree.')

  const folder = join(MIGRATIONS, `${timestamp()}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), difference)
  writeFileSync(join(MIGRATIONS, 'migration_lock.toml'), '# Written beside the migrations, as Prisma expects it.\nprovider = "postgresql"\n')
  console.log(`Written: prisma/migrations/${timestamp()}_${name}/migration.sql`)
}

async function missingSql(): Promise<string> {
  const database = await openThrowaway()
  try {
    await migrate(database.urls.migrate, () => Promise.resolve())
    return await differenceToModels(database.urls.migrate)
  } finally {
    await database.stop()
  }
}

function refuseDrift(difference: string): never {
  console.error(difference)
  throw new StartRefusal('모델과 마이그레이션이 달라요. npm run migration으로 적어 주세요.', 'Models and migrations differ. Write the difference with npm run migration.')
}

function timestamp(): string {
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
}

await main(process.argv.slice(2)).catch(endWith)
