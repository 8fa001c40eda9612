import { rolePassword } from './secret.ts'

/** The addresses the service works with, one per database role. */
export interface DatabaseUrls {
  /** hanai_app: serves pages and forms under row security. */
  app: string
  /** hanai_auth: knows passwords and sessions, and no case. */
  auth: string
  /** hanai_jobs: works off the queue. */
  jobs: string
  /** hanai_migrate: may become hanai_owner, used at start only. */
  migrate: string
}

export const ROLES = ['hanai_migrate', 'hanai_app', 'hanai_auth', 'hanai_jobs'] as const

/** The same database as `url`, signed in as each of our roles with its derived password. */
export function roleUrls(url: string, secret: string): DatabaseUrls {
  return {
    app: asRole(url, 'hanai_app', secret),
    auth: asRole(url, 'hanai_auth', secret),
    jobs: asRole(url, 'hanai_jobs', secret),
    migrate: asRole(url, 'hanai_migrate', secret),
  }
}

/** The same server and account, another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

function asRole(url: string, role: (typeof ROLES)[number], secret: string): string {
  const address = new URL(url)
  address.username = role
  address.password = rolePassword(secret, role)
  return address.href
}
