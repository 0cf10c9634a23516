/** The doors of the house (ARCHITECTURE.md). A room may import only what its line allows; type-only imports count. */
const only = (name, from, rooms, packages) => ({
  name,
  severity: 'error',
  comment: `${name} may import ${[...rooms, ...packages].join(', ') || 'nothing else'}`,
  from: { path: from },
  to: { pathNot: [from, ...rooms, ...packages.map((p) => `^node_modules/(@types/)?${p}(/|$)`)] },
})
const rule = (name, from, to) => ({ name, severity: 'error', from, to })
const DOMAIN = '^src-domain/'
const CONTRACT = '^src-main/bridge/contract\\.ts$'

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    only(
      'domain',
      DOMAIN,
      ['^resources/locales/\\w+/convention\\.json$'],
      ['typebox', '@noble/hashes', 'hucre', 'saxes'],
    ),
    rule(
      'workbooks-only-in-table',
      { path: '^(src-|scripts)', pathNot: '^src-domain/table/' },
      { path: '^node_modules/(?:hucre|saxes)/' },
    ),
    only('bridge-contract', CONTRACT, [DOMAIN], ['typebox']),
    only('bridge-answers', '^src-main/bridge/answer-requests\\.ts$', [DOMAIN, CONTRACT], ['typebox']),
    only('preload', '^src-main/bridge/preload\\.ts$', [DOMAIN, CONTRACT], ['electron']),
    only(
      'renderer-db',
      '^src-renderer/db/',
      [DOMAIN],
      ['dexie', '@noble/ciphers', '@noble/hashes', 'typebox'],
    ),
    rule(
      'versions-are-frozen',
      { path: '^src-renderer/db/versions/v\\d' },
      { pathNot: '^src-renderer/db/versions/local-version\\.ts$' },
    ),
    only('renderer-sync', '^src-renderer/sync/', [DOMAIN, '^src-renderer/db/'], ['dexie', 'typebox']),
    rule(
      'renderer-stays-home',
      { path: '^src-renderer/' },
      { path: '^(src-main|src-central|scripts)/', pathNot: CONTRACT },
    ),
    rule(
      'one-door-to-the-desktop',
      { path: '^src-renderer/', pathNot: '^src-renderer/platform/' },
      { path: '^src-main/bridge/contract' },
    ),
    rule(
      'features-are-strangers',
      { path: '^src-renderer/features/([^/]+)/' },
      { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    ),
    rule(
      'features-look-down',
      { path: '^src-renderer/(features|db|platform|ui)/' },
      { path: '^src-renderer/(app|sync)/' },
    ),
    rule('sync-looks-down', { path: '^src-renderer/sync/' }, { path: '^src-renderer/(app|features|ui)/' }),
    rule('main-stays-home', { path: '^src-main/' }, { path: '^(src-renderer|src-central|scripts)/' }),
    rule(
      'pdfmake-only-in-pdf',
      { path: '^src-main/', pathNot: '^src-main/pdf/' },
      { path: '^node_modules/pdfmake/' },
    ),
    rule('central-stays-home', { path: '^src-central/' }, { path: '^(src-main|src-renderer|scripts)/' }),
    rule('no-test-in-product', { pathNot: '^test/' }, { path: '^test/' }),
    rule('no-unlisted-package', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] }),
    rule('resolvable', {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\?(url|worker|raw)$|\\.css$|^test/bench/bare-app/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
