import type { Actor } from '#lib/core/actor.ts'
import { casePage } from '#lib/cases/queries.ts'
import { WriteNote, writeNote } from '#lib/cases/write-note.ts'

/* A process of its own for killed.test.ts: writes and reads, several at once, and says each time that it is done. */

const { actor, caseId } = JSON.parse(process.argv[2] ?? '') as { actor: Actor; caseId: string }
const say = (word: 'note' | 'page') => void process.stdout.write(`${word}\n`)

async function write(): Promise<never> {
  for (;;) {
    await writeNote(actor, WriteNote.parse({ caseId, body: '오늘 만났어요.' }))
    say('note')
  }
}

async function read(): Promise<never> {
  for (;;) {
    if (await casePage(actor, caseId, {}, () => Promise.resolve(null))) say('page')
  }
}

await Promise.all([write(), write(), write(), read(), read()])
