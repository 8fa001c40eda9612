import pg from 'pg'
import { keptHeads } from '#lib/audit/heads.ts'
import { verifyAudit, type Finding, type Verified } from '#lib/audit/verify-audit.ts'
import { askWith } from '#lib/core/ask.ts'
import { env } from '#lib/core/env.ts'
import { sentence, type MessageKey } from '#lib/words/translate.ts'
import { reachDatabase } from './database/reach.ts'
import { endWith } from './refusal.ts'
import { readSettings } from './settings.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** `npm run audit:verify`: holds the whole audit against its seals and what was kept outside. Ends with 1 when it does not stand. */
async function main() {
  const stop = await reachDatabase(readSettings())
  const client = new pg.Client({ connectionString: process.env['DATABASE_JOBS_URL'] })
  try {
    await client.connect()
    const { heads, forged } = await keptHeads()
    say(`▸ ${env().auditFolder}`)
    const offices = (await client.query<{ id: string; name: string }>('select id, name_ko as name from offices order by id')).rows
    for (const { id, name } of offices) {
      const began = performance.now()
      const verified = await verifyAudit(askWith(client), id, heads.get(id) ?? [], forged)
      tell(name, verified, performance.now() - began)
    }
  } finally {
    await client.end()
    await stop()
  }
}

function tell(office: string, { entries, seals, open, heads, findings }: Verified, took: number) {
  const figures = `${entries} entries, ${seals} seals, ${open} not yet sealed, ${heads} heads outside, ${(took / 1000).toFixed(1)} s`
  say(`${findings.length === 0 ? '✓' : '✗'} ${office}: ${figures}`)
  for (const finding of findings) say(`    ${finding.seal}: ${sayFinding(finding)}`)
  if (findings.length > 0) process.exitCode = 1
}

function sayFinding({ trouble }: Finding): string {
  const key: MessageKey = `audit.trouble.${trouble}`
  return `${sentence('ko', key)} · ${sentence('en', key)}`
}

await main().catch(endWith)
