import { pino } from 'pino'

/**
 * Everything that may ever stand in the log. Words a person wrote, names, addresses with identifiers
 * and error texts (they quote values) are not in the list and are dropped before writing.
 */
const ALLOWED = ['requestId', 'method', 'route', 'status', 'ms', 'job', 'attempt', 'error', 'code', 'digest', 'reference', 'port', 'signal', 'count', 'at', 'account', 'source'] as const

type Allowed = (typeof ALLOWED)[number]
type Fields = Partial<Record<Allowed, string | number | undefined>>

const writer = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
})

/** `log.info({ route: '/referrals/[id]' }, 'request')`: allow-listed fields and a fixed event name, nothing else. */
export const log = {
  info: (fields: Fields, event: string) => writer.info(allowed(fields), event),
  warn: (fields: Fields, event: string) => writer.warn(allowed(fields), event),
  error: (fields: Fields, event: string) => writer.error(allowed(fields), event),
}

function allowed(fields: Fields): Fields {
  return Object.fromEntries(ALLOWED.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]))
}
