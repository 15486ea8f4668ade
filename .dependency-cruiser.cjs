/** Who may import whom. Each rule has a planted violation in tests/architecture that must be caught. */
const only = (from, ...allowed) => ({
  from: { path: from, pathNot: '\\.(test|suite)\\.tsx?$' },
  to: { path: '^(shared|bff|miniapp|tests)/(?!node_modules/)', pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'shared-imports-nobody', severity: 'error', comment: 'shared is the vocabulary; it knows no framework and no other package.', ...only('^shared/src', '^shared/src/') },
    { name: 'shared-has-no-runtime-dependency', severity: 'error', comment: 'shared ships inside a 2 MB mini-program package.', from: { path: '^shared/src', pathNot: '\\.test\\.ts$' }, to: { dependencyTypes: ['npm', 'npm-dev', 'core'] } },
    { name: 'rules-do-not-know-the-contract', severity: 'error', comment: 'A rule must not change because a screen changes.', from: { path: '^shared/src/(?!contract/)' }, to: { path: '^shared/src/contract/' } },
    { name: 'bff-imports-only-shared', severity: 'error', ...only('^bff/src', '^bff/src/', '^shared/src/') },
    { name: 'miniapp-imports-only-shared', severity: 'error', ...only('^miniapp/src', '^miniapp/src/', '^shared/src/') },
    { name: 'sandbox-is-independent', severity: 'error', comment: 'A stand-in that shares our rules shares our mistakes.', ...only('^tests/sandbox', '^tests/sandbox/', '^shared/src/(money|calendar|identity)/') },
    { name: 'tests-use-the-front-door', severity: 'error', comment: 'Only tests/contract may open both sides of a promise; every other suite talks HTTP or taps the screen.', from: { path: '^tests/(?!contract/)' }, to: { path: '^(bff|miniapp)/src/' } },
    { name: 'nobody-imports-tests', severity: 'error', comment: 'Not even a unit test: a builder worth sharing belongs beside the thing it builds.', from: { path: '^(shared|bff|miniapp)/' }, to: { path: '^tests/' } },
    { name: 'domain-is-pure', severity: 'error', ...only('^bff/src/([^/]+)/domain/', '^bff/src/$1/domain/', '^shared/src/(money|calendar|identity|account|policy|withdrawal|loan|progress|contract)/') },
    { name: 'domain-has-no-library', severity: 'error', from: { path: '^bff/src/[^/]+/domain/', pathNot: '\\.test\\.ts$' }, to: { dependencyTypes: ['npm', 'npm-dev', 'core'] } },
    { name: 'use-cases-see-ports-only', severity: 'error', from: { path: '^bff/src/[^/]+/use-cases/', pathNot: '\\.test\\.ts$' }, to: { path: '^bff/src/[^/]+/(adapters|http)/' } },
    { name: 'http-does-not-reach-past-use-cases', severity: 'error', from: { path: '^bff/src/(?!platform/)[^/]+/http/' }, to: { path: '^bff/src/[^/]+/adapters/' } },
    { name: 'modules-meet-at-the-index', severity: 'error', comment: 'Another module is entered by its index.ts only; app.module.ts wires adapters.', from: { path: '^bff/src/([^/]+)/', pathNot: ['^bff/src/platform/', '\\.test\\.ts$'] }, to: { path: '^bff/src/[^/]+/.+', pathNot: ['^bff/src/$1/', '^bff/src/[^/]+/index\\.ts$', '^bff/src/platform/'] } },
    { name: 'platform-knows-no-feature', severity: 'error', ...only('^bff/src/platform/', '^bff/src/platform/', '^bff/src/config\\.ts$', '^shared/src/') },
    { name: 'core-wire-stays-home', severity: 'error', comment: 'The core system\'s field names stop at its adapter.', from: { pathNot: '^bff/src/core-fund/adapters/' }, to: { path: 'core-fund\\.wire\\.ts$' } },
    { name: 'features-do-not-meet', severity: 'error', comment: 'Each feature is a WeChat sub-package; sub-packages cannot require each other.', from: { path: '^miniapp/src/features/([^/]+)/' }, to: { path: '^miniapp/src/features/', pathNot: '^miniapp/src/features/$1/' } },
    { name: 'main-package-does-not-pull-features', severity: 'error', from: { path: '^miniapp/src/(?!features/)' }, to: { path: '^miniapp/src/features/' } },
    { name: 'ui-is-dumb', severity: 'error', ...only('^miniapp/src/ui/', '^miniapp/src/ui/', '^miniapp/src/(theme|texts)/', '^shared/src/(money|calendar|identity)/') },
    { name: 'no-unresolvable', severity: 'error', comment: 'An import that does not resolve satisfies every other rule in silence.', from: {}, to: { couldNotResolve: true, pathNot: '\\.(scss|png|svg)$' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['anju-source', 'import', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
