import { z } from 'zod'
import { settings, type Env } from '#lib/core/env.ts'
import { StartRefusal } from './refusal.ts'

/** The settings, or one sentence that names each wrong one. Values are not repeated: they may be secrets. */
export function readSettings(): Env {
  try {
    return settings()
  } catch (problem) {
    if (!(problem instanceof z.ZodError)) throw problem
    const named = problem.issues.map(({ path, message }) => `${path.join('.')} (${message})`).join(', ')
    throw new StartRefusal(`설정을 고쳐 주세요: ${named}`, `Please correct the settings: ${named}`)
  }
}
