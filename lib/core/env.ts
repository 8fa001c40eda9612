import { join } from 'node:path'
import { z } from 'zod'

const Origin = z.url().refine((text) => URL.canParse(text) && new URL(text).origin === text, 'an origin such as https://hanai.example.kr, without a path')
const Postgres = z.url({ protocol: /^postgres(ql)?$/ })
/** `host:port`; an IPv6 address stands in brackets. */
const HostAndPort = z.string().transform((text) => URL.parse(`tcp://${text}`)).refine((url): url is URL => url !== null && url.hostname !== '' && Number(url.port) > 0, 'host:port')
  .transform(({ hostname, port }) => ({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }))
const Blank = z.literal('').transform(() => undefined)
const optional = <T extends z.ZodType>(schema: T) => z.union([Blank, schema]).optional()

/** Everything that can be set from outside, by its name in the environment. docs/operations.md explains each. */
const Settings = z.object({
  HANAI_MODE: z.enum(['demo', 'production']).default('demo'),
  HANAI_DEMO: optional(z.enum(['on', 'off'])),
  HANAI_URL: optional(Origin),
  HANAI_SECRET: optional(z.string().min(32)),
  HANAI_DATA: optional(z.string()),
  HANAI_KEYS: optional(z.string()),
  HANAI_CASE_KEYS: optional(z.string()),
  HANAI_AUDIT_HEADS: optional(z.string()),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATABASE_URL: optional(Postgres),
  DATABASE_APP_URL: optional(Postgres),
  DATABASE_AUTH_URL: optional(Postgres),
  DATABASE_JOBS_URL: optional(Postgres),
  DATABASE_MIGRATE_URL: optional(Postgres),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(z.string().min(3)),
  OIDC_ISSUER: optional(z.url()),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  HANAI_CLAMAV: optional(HostAndPort),
  HANAI_TOTP_SECONDS: z.enum(['30', '90']).default('90'),
  OIDC_STRONG: optional(z.string().max(1_000)),
  TRUSTED_PROXY: optional(z.string()),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

const Consistent = Settings.superRefine((given, context) => {
  const miss = (name: keyof typeof given, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  if (given.HANAI_MODE === 'production') {
    if (!given.HANAI_SECRET) miss('HANAI_SECRET', 'required in production, 32 characters or more')
    if (!given.HANAI_URL) miss('HANAI_URL', 'required in production')
    if (given.HANAI_URL?.startsWith('http:') && !isLocal(given.HANAI_URL)) miss('HANAI_URL', 'must be https in production')
    if (!given.DATABASE_URL && !given.DATABASE_APP_URL) miss('DATABASE_URL', 'required in production')
    if (given.HANAI_DEMO === 'on') miss('HANAI_DEMO', 'cannot be on in production')
    if (given.OIDC_ISSUER?.startsWith('http:') && !isLocal(given.OIDC_ISSUER)) miss('OIDC_ISSUER', 'must be https in production')
    for (const name of databases) if (!protectedOnTheWay(given[name], 'sslmode', ['verify-full'])) miss(name, 'needs ?sslmode=verify-full in production, unless the database is on this machine')
    if (given.SMTP_URL?.startsWith('smtp:') && !protectedOnTheWay(given.SMTP_URL, 'requireTLS', ['true'])) miss('SMTP_URL', 'must be smtps, or say ?requireTLS=true, unless the post is on this machine')
  }
  together(given, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'], miss)
  together(given, ['SMTP_URL', 'MAIL_FROM'], miss)
  together(given, ['DATABASE_APP_URL', 'DATABASE_AUTH_URL', 'DATABASE_JOBS_URL'], miss)
})

type Given = z.output<typeof Settings>
export type Env = ReturnType<typeof named>

/** The settings as given, before the database is known; for the start alone. Throws a ZodError. */
export function settings(source: Record<string, string | undefined> = process.env) {
  return Consistent.transform(named).parse(source)
}

let read: Env & { appUrl: string; authUrl: string; secret: string } | undefined

/** The settings of a started service, where addresses and secret are certain. Read once. */
export function env() {
  read ??= complete(settings())
  return read
}

/** Where people reach this service, without a path. */
export function ownAddress(): string {
  const { url, port } = env()
  return url ?? `http://localhost:${port}`
}

function complete(all: Env) {
  const { appUrl, authUrl, secret } = all
  if (!appUrl || !authUrl || !secret) throw new Error('The service was not started by scripts/serve.ts: it has no database address or secret.')
  return { ...all, appUrl, authUrl, secret }
}

function named(given: Given) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given
  const production = given.HANAI_MODE === 'production'
  const keysFile = given.HANAI_KEYS ?? join(given.HANAI_DATA ?? 'data', 'keys.json')
  return {
    production,
    /** The cast of the demo world can sign in with one press. */
    demo: !production && given.HANAI_DEMO !== 'off',
    port: given.PORT,
    /** The one origin forms may come from, when configured. */
    url: given.HANAI_URL,
    secret: given.HANAI_SECRET,
    dataFolder: given.HANAI_DATA ?? 'data',
    /** The file of the keys for sealed records, never in the database. */
    keysFile,
    /** The folder of the keys of single cases, wrapped by those of the file; beside it unless it is elsewhere. */
    caseKeysFolder: given.HANAI_CASE_KEYS ?? keysFile.replace(/(\.json)?$/, '.cases'),
    /** Where the heads of the audit's chain are kept, outside of the database. */
    auditFolder: given.HANAI_AUDIT_HEADS ?? join(given.HANAI_DATA ?? 'data', 'audit'),
    databaseUrl: given.DATABASE_URL,
    appUrl: given.DATABASE_APP_URL,
    authUrl: given.DATABASE_AUTH_URL,
    jobsUrl: given.DATABASE_JOBS_URL,
    migrateUrl: given.DATABASE_MIGRATE_URL,
    poolSize: given.DATABASE_POOL,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, strong: given.OIDC_STRONG?.split(/\s+/).filter(Boolean) ?? [] } : undefined,
    /** clamd, which looks at what is uploaded. */
    clamav: given.HANAI_CLAMAV,
    /** How long a code of an app lives. */
    totpSeconds: Number(given.HANAI_TOTP_SECONDS),
    trustedProxy: given.TRUSTED_PROXY?.split(',').map((address) => address.trim()) ?? [],
    logLevel: given.LOG_LEVEL,
  }
}

function together(given: Given, names: (keyof Given)[], miss: (name: keyof Given, message: string) => void) {
  const absent = names.filter((name) => given[name] === undefined)
  if (absent.length === names.length) return
  for (const name of absent) miss(name, `needed together with ${names.filter((other) => other !== name).join(', ')}`)
}

const databases = ['DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_AUTH_URL', 'DATABASE_JOBS_URL', 'DATABASE_MIGRATE_URL'] as const

/** On this machine or in its network of containers, whose names have no dot; else encrypted, and with whom it should be. */
function protectedOnTheWay(url: string | undefined, name: string, values: string[]): boolean {
  if (url === undefined || isLocal(url)) return true
  const { hostname, searchParams } = new URL(url)
  return !/[.:]/.test(hostname) || values.includes(searchParams.get(name) ?? '')
}

function isLocal(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
}
