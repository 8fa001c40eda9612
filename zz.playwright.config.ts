import base from './playwright.config.ts'
export default { ...base, expect: { timeout: 60_000 }, timeout: 300_000, outputDir: '/tmp/pw-c03', reporter: [['list']], use: { ...base.use, trace: 'off', navigationTimeout: 90_000, actionTimeout: 60_000 }, workers: 1 }
