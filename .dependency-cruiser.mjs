/** A domain of lib may import only what stands before it. The order is the architecture. */
const DOMAINS = [
  'core', 'words', 'access', 'drafts', 'timeline', 'notices', 'agencies', 'people', 'students', 'directory', 'documents', 'sharing',
  'referrals', 'cases', 'conflicts', 'sealed', 'glass', 'plans', 'interventions', 'leaving', 'audit', 'today', 'exports', 'retention', 'dashboard', 'roster', 'jobs',
]

const order = DOMAINS.map((domain, index) => ({
  name: `${domain}-imports-only-earlier-domains`,
  severity: 'error',
  from: { path: `^lib/${domain}/` },
  to: { path: '^lib/', pathNot: DOMAINS.slice(0, index + 1).map((earlier) => `^lib/${earlier}/`) },
}))

export default {
  forbidden: [
    ...order,
    { name: 'every-domain-is-in-the-list', severity: 'error', from: {}, to: { path: '^lib/', pathNot: DOMAINS.map((domain) => `^lib/${domain}/`) } },
    { name: 'lib-knows-no-page', severity: 'error', from: { path: '^lib/' }, to: { path: '^(app|components|scripts|tests)/' } },
    { name: 'components-know-no-page', severity: 'error', from: { path: '^components/' }, to: { path: '^(app|scripts|tests)/' } },
    { name: 'ui-knows-no-domain', severity: 'error', from: { path: '^components/ui/' }, to: { path: '^(lib|components/(?!ui/))' } },
    {
      name: 'components-import-words-only',
      comment: 'The words of a domain (lib/cases/case.ts) are pure; its verbs and queries are not for the browser. What a query returns may be named: a type leaves nothing in the bundle.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: ['^lib/[^/]+/queries\\.ts$', '^lib/core/(door|env|log)\\.ts$', '^lib/access/(session|form|next-auth)\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'database-client-in-core-only', severity: 'error', from: { path: '^(app|components|lib/(?!core/))' }, to: { path: '^prisma/generated/(client|internal)', dependencyTypesNot: ['type-only'] } },
    { name: 'driver-in-core-and-jobs-only', severity: 'error', from: { path: '^(app|components|lib/(?!(core|jobs|timeline|audit)/))' }, to: { path: 'node_modules/pg/' } },
    { name: 'framework-at-the-edge-only', severity: 'error', from: { path: '^lib/(?!access/)' }, to: { path: 'node_modules/(next|next-auth)/' } },
    { name: 'framework-not-in-ui', severity: 'error', from: { path: '^components/ui/' }, to: { path: 'node_modules/(next|next-auth)/' } },
    { name: 'nothing-imports-tests', severity: 'error', from: { path: '^(app|components|lib|scripts|prisma)/' }, to: { path: '^tests/' } },
    { name: 'no-circles', severity: 'error', from: { pathNot: '^prisma/generated/' }, to: { circular: true, viaOnly: { pathNot: '^prisma/generated/', dependencyTypesNot: ['type-only'] } } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: ['node_modules', '^prisma/generated'] },
    exclude: { path: ['^\\.next', '^data/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'import', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
}
