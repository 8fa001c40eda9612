import { describe, expect, test } from 'vitest'
import { files, matching, read } from './source.ts'

/** What the code must never do, or do in one place only. */
const served = files('{app,components,lib}/**/*.{ts,tsx}')
const run = [...served, ...files('scripts/{serve.ts,server/**/*.ts}')]

describe('the code', () => {
  test('makes no code from text, runs no command and puts no statement together by hand', () => {
    expect(matching(/\beval\(|new Function\(|node:(vm|child_process|worker_threads)|set(Timeout|Interval)\(\s*['"`]/, served)).toEqual([])
    expect(matching(/\$(query|execute)RawUnsafe|Prisma\.raw\(|\bsql\.raw\(/, served)).toEqual([])
    // Names of tables and channels of their own files.
    expect(matching(/\.query(<[^>]*>+)?\(\s*`[^`]*\$\{/, served)).toEqual(['lib/jobs/sweep.ts', 'lib/timeline/listen.ts'])
  })

  test('makes no pattern of what somebody typed', () => {
    // A constant of its own file.
    expect(matching(/new RegExp\(|RegExp\(/, served)).toEqual(['lib/cases/turn.ts'])
  })

  test('guesses nothing that must not be guessed, and uses no broken digest or cipher', () => {
    // How long a lost connection waits before it tries again.
    expect(matching(/Math\.random\(/, run)).toEqual(['app/api/live/route.ts', 'components/timeline/use-live.ts', 'lib/timeline/listen.ts'])
    expect(matching(/['"`](md5|sha1|md4|des|rc4|aes-\d+-(ecb|cbc|ctr))['"`]|createCipher\w*\(|RSA1_5|pbkdf2Sync\([^)]*'sha1'/i, run)).toEqual([])
  })

  test('compares without changing kinds', () => {
    expect(matching(/[^=!<>]==[^=]|[^!]!=[^=]/, served.filter((file) => /[^=!<>'"`\w ]==[^=]/.test(read(file))))).toEqual([])
  })

  test('reads no XML, template, style or vector drawing of somebody’s', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    expect(Object.keys(dependencies).filter((name) => /xml|handlebars|mustache|ejs|nunjucks|marked|markdown|yaml|serialize/.test(name))).toEqual([])
    expect(matching(/DOMParser|\bxml2js\b|structuredClone\(JSON/, served)).toEqual([])
  })

  test('trusts no certificate blindly', () => {
    expect(matching(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|sslmode=no-verify|secureOptions/, [...run, ...files('scripts/**/*.{ts,mjs}', 'package.json')])).toEqual([])
  })

  test('speaks to the outside in four places: the provider of identities, the post, the scanner, and its own port', () => {
    const own = matching(/^import (?!type)[^\n]*'(node:)?(https?|http2|net|tls|dgram|dns|dgram\/promises|undici|nodemailer|clamscan|openid-client|axios)'/m, run)
    expect(own).toEqual(['lib/documents/scanner.ts', 'lib/notices/post.ts', 'scripts/server/body.ts', 'scripts/server/listen.ts', 'scripts/server/origins.ts', 'scripts/server/refused.ts'])
    expect(matching(/\bfetch\(/, run.filter((file) => !file.startsWith('components/')))).toEqual(['scripts/server/listen.ts'])
    // In the browser: to our own paths alone.
    const asked = served.filter((file) => file.startsWith('components/')).flatMap((file) => [...read(file).matchAll(/\bfetch\(\s*([^,)]+)/g)].map(([, to = '']) => to.trim()))
    expect(asked.filter((to) => !to.startsWith("'/api/") && to !== 'address')).toEqual([])
  })
})

describe('the browser', () => {
  const shown = served.filter((file) => file.endsWith('.tsx') || file.startsWith('components/'))

  test('keeps nothing of a child: no storage, no database, no cookie that a script could read', () => {
    expect(matching(/localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open|navigator\.serviceWorker/, served)).toEqual([])
    const set = served.flatMap((file) => [...read(file).matchAll(/\.set\([^;]*?(sameSite|maxAge)[^;]*/g)].map(([line]) => line))
    expect(set.filter((line) => !/httpOnly: true|\.\.\.options|sessionCookie\(\)\.options/.test(line))).toEqual([])
  })

  test('listens to no other window and is given nothing from elsewhere', () => {
    expect(matching(/addEventListener\(\s*['"]message['"]|\bpostMessage\(|window\.opener/, shown)).toEqual([])
    expect(shown.flatMap((file) => [...read(file).matchAll(/(?:src|href|action)=["{`']+https?:[^"`']*/g)].map(([found]) => `${file}: ${found}`))).toEqual([])
  })

  test('hides a password that is typed, and lets a keeper of passwords fill it in', () => {
    const fields = shown.flatMap((file) => [...read(file).matchAll(/<\w+[^>]*\btype="password"[^>]*>/g)].map(([field]) => field))
    expect(fields.length).toBeGreaterThanOrEqual(3)
    expect(fields.filter((field) => !/autoComplete="(current|new)-password"/.test(field))).toEqual([])
    expect(matching(/name="[a-z]*[pP]assword"(?![^>]*type="password")(?![^<]*type="password")/, shown)).toEqual([])
    expect(matching(/onPaste|onCopy=|user-select:\s*none[^;]*password/i, shown)).toEqual([])
  })
})

test('every answer made by hand says its kind and, where it is text, its letters', () => {
  const kinds = [...served, ...run].flatMap((file) => [...read(file).matchAll(/['"]content-type['"][,:]\s*['"]([^'"]+)['"]/gi)].map(([, kind = '']) => kind))
  expect(kinds.length).toBeGreaterThan(4)
  expect(kinds.filter((kind) => /^text\/|json|xml/.test(kind) && !kind.includes('charset=utf-8') && kind !== 'application/json')).toEqual([])
})

test('what is fetched with GET changes nothing: every route that does something answers POST', () => {
  const getters = files('app/api/**/route.ts').filter((file) => /export async function GET/.test(read(file)))
  // The two halves of a sign-in elsewhere are prescribed by OpenID Connect and protected by state, nonce and PKCE.
  const others = getters.filter((file) => !file.includes('oidc'))
  expect(others.filter((file) => /formAction|\.(create|update|delete|upsert)\w*\(|begin\(|endSession|signOut/.test(read(file)))).toEqual([])
})

test('ends no password by its age', () => {
  const [, account = ''] = /model Account \{([^}]*)\}/.exec(files('prisma/models/*.prisma').map(read).join('\n')) ?? []
  expect(account).toContain('passwordHash')
  expect(account).not.toMatch(/password\w*(At|Until|Expir|Changed|Age)/)
  expect(matching(/password_?(expires|age|valid_until|max_age)/i, served)).toEqual([])
})

test('no secret stands in the repository', () => {
  const all = files('{app,components,lib,scripts,prisma,docs}/**/*.{ts,tsx,mjs,json,sql,md,prisma}', '*.{json,ts,mjs,md}').filter((file) => file !== 'package-lock.json')
  expect(matching(/-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}|\bgh[pousr]_[A-Za-z0-9]{30,}|\bxox[abp]-|postgres(ql)?:\/\/\w+:[^@\s'"`${]{6,}@(?!localhost|127)/, all)).toEqual([])
})

test('each part that is installed is held to its digest, and none comes from elsewhere than the registry', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }> }
  const parts = Object.entries(packages).filter(([place]) => place !== '')
  expect(parts.length).toBeGreaterThan(300)
  const bundled = (place: string) => /node_modules\/.*\/node_modules\//.test(place)
  expect(parts.filter(([place, { integrity }]) => !integrity?.startsWith('sha512-') && !bundled(place)).map(([place]) => place)).toEqual([])
  expect(parts.filter(([, { resolved, link }]) => link === true || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')))).toEqual([])
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})
