import { vi } from 'vitest'

/*
 * One process serves many files, for starting one costs more than most files do. What is ours is read anew for each, and
 * its environment is the one the process began with: a file leaves nothing to the next.
 */

const shared = globalThis as typeof globalThis & { hanaiBegan?: NodeJS.ProcessEnv }
const began = (shared.hanaiBegan ??= { ...process.env })

vi.resetModules()
for (const name of Object.keys(process.env)) if (!(name in began)) delete process.env[name]
Object.assign(process.env, began)
