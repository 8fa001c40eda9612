import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Route {
  /** With placeholders instead of identifiers: `/cases/[id]/closure`. */
  page: string
  regex: RegExp
}

/** What the build knows: its pages, and which form actions belong to which page. */
export interface Routes {
  /** The page or handler that answers this path. */
  find: (path: string) => string | undefined
  /** Whether this action may be sent to this page. The framework itself would run it anywhere. */
  accepts: (page: string, action: string) => boolean
}

interface RoutesManifest {
  dynamicRoutes: { page: string; regex: string }[]
  staticRoutes: { page: string; regex: string }[]
}

interface ActionManifest {
  node: Record<string, { workers: Record<string, unknown> }>
}

export function builtRoutes(build: string): Routes {
  const manifest = readJson<RoutesManifest>(join(build, 'routes-manifest.json'))
  const templates = readJson<Record<string, string>>(join(build, 'app-path-routes-manifest.json'))
  const actions = readJson<ActionManifest>(join(build, 'server/server-reference-manifest.json')).node
  const routes = [...manifest.staticRoutes, ...manifest.dynamicRoutes].filter(({ page }) => !page.startsWith('/_')).map(({ page, regex }): Route => ({ page, regex: new RegExp(regex) }))
  const pagesOf = new Map(Object.entries(actions).map(([id, { workers }]) => [id, new Set(Object.keys(workers).map((worker) => templates[worker.replace(/^app/, '')]))]))

  return {
    find: (path) => routes.find(({ regex }) => regex.test(path))?.page,
    accepts: (page, action) => pagesOf.get(action)?.has(page) ?? false,
  }
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}
