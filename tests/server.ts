import type { ProvidedContext } from 'vitest'
import type { TestProject } from 'vitest/node'
import { openTemplate } from '#scripts/database/template.ts'
import type { ThrowawayDatabase } from '#scripts/database/throwaway.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the template database; a test file gets a copy of it. */
    template: { app: string; auth: string; jobs: string; migrate: string; superuser: string }
  }
}

interface Shared {
  users: number
  opened: Promise<ThrowawayDatabase>
}

/** Several vitest projects share one server; the last one to leave stops it. */
const shared = globalThis as typeof globalThis & { hanaiTestServer?: Shared | undefined }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // `npm run mutate` keeps one for many runs.
  const given = process.env['HANAI_TEMPLATE']
  if (given) {
    project.provide('template', JSON.parse(given) as ProvidedContext['template'])
    return async () => {}
  }
  const server = (shared.hanaiTestServer ??= { users: 0, opened: openTemplate() })
  server.users++
  const { urls, superuserUrl } = await server.opened
  project.provide('template', { ...urls, superuser: superuserUrl })

  return async () => {
    server.users--
    if (server.users > 0) return
    shared.hanaiTestServer = undefined
    await (await server.opened).stop()
  }
}
