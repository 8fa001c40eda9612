import { defineConfig } from 'vitest/config'
import ours from '../../vitest.config.ts'
import { refusals } from './refusals.ts'

/** The tests as they are, over files of ours that tell of their refusals or lack one. */
const { projects = [], ...test } = ours.test ?? {}

export default defineConfig({
  test: {
    ...test,
    projects: projects.flatMap((project) => (typeof project === 'object' && 'test' in project && project.test ? {
      plugins: [refusals()],
      test: { ...project.test, setupFiles: [project.test.setupFiles ?? [], process.env['HANAI_NOTICED'] ? 'scripts/mutating/noticed.ts' : []].flat() },
    } : [])),
  },
})
