import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Actor } from '#lib/core/actor.ts'

/*
 * A verb is what is done by somebody who asks: an exported function of hers that answers with where to go on. The first
 * thing each does is to look whether her role may at all. Without a database here: whatever goes further ends otherwise.
 */

/** What everybody does to what is her own, and the question before a note, which leads to the verb. */
const own = ['proveSelf', 'removeApp', 'removePasskey', 'newCodes', 'endOwnSession', 'setAbsence', 'clearAbsence', 'writeWarnedNote', 'amendWarnedNote']

type Verb = (actor: Actor, input: unknown) => Promise<string>
const found = globSync('lib/**/*.ts').toSorted().flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/export async function (\w+)\(actor: Actor(?:, [^)]*)?\): Promise<string> {/g)].map(([, name = '']) => ({ file, name })))

/** Reads numbers, and does nothing. */
const reader = { role: 'STATISTICS_VIEWER', staffId: 'a', officeId: 'b', agencyId: 'c', sessionKey: '', locale: 'ko' } as unknown as Actor
/** Whatever is looked for in it is there, and empty. */
const anything = new Proxy({}, { get: () => '' })

test('there are verbs to look at', () => {
  expect(found.length).toBeGreaterThan(80)
})

test.each(found.filter(({ name }) => !own.includes(name)))('$name asks the role first', async ({ file, name }) => {
  const { [name]: verb } = (await import(resolve(file))) as Record<string, Verb>
  await expect(verb?.(reader, anything)).rejects.toThrow('core.refusal.notAllowed')
})
