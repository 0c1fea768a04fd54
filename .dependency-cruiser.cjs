// Which way imports may point. The reasons stand in docs/architecture.md.
const elements =
  '^server/(attachments|deadlines|identity|divisions|producers|devices|standards|traceability|testing|warnings|certification|enforcement|supervision|assessment|disclosure|exchange|audit)/';
const tests = '\\.test\\.ts$|/testing-support/';

module.exports = {
  forbidden: [
    {
      name: 'rules-are-pure',
      comment:
        'Rules and life cycles compute; they import types, other rules, data and exact arithmetic, nothing else.',
      severity: 'error',
      from: { path: '^server/[^/]+/(rules/|rules\\.ts|lifecycle\\.ts)', pathNot: tests },
      to: {
        pathNot: '(^server/[^/]+/(rules/|rules\\.ts|lifecycle\\.ts)|\\.json$|/decimal\\.js/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-foreign-models',
      comment: "Elements meet through each other's service or by events, never through each other's models.",
      severity: 'error',
      from: { path: '^server/([^/]+)/', pathNot: tests },
      to: { path: '^server/[^/]+/model\\.ts$', pathNot: '^server/$1/' },
    },
    {
      name: 'elements-by-their-door',
      comment:
        'Another element is entered by its index.ts; its schemas, rules and (of identity) permissions are open to all.',
      severity: 'error',
      from: { path: '^server/([^/]+)/', pathNot: tests },
      to: {
        path: elements,
        pathNot: [
          '^server/$1/',
          '^server/[^/]+/(index|rules)\\.ts$',
          '^server/[^/]+/[a-z-]*schema\\.ts$',
          '^server/identity/(caller|permissions|sender|rights/\\w+|secrets|roles)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'deadlines-lie-below',
      comment: 'Every element sets deadlines: they know of warnings and of who is calling, and of no other element.',
      severity: 'error',
      from: { path: '^server/deadlines/', pathNot: tests },
      to: { path: elements, pathNot: '^server/(deadlines|warnings|identity|divisions)/' },
    },
    {
      name: 'routes-are-thin',
      severity: 'error',
      from: { path: '^server/[^/]+/routes\\.ts$' },
      to: { path: '(/model\\.ts$|node_modules/mongoose)' },
    },
    {
      name: 'services-know-no-http',
      severity: 'error',
      from: { path: '^server/[^/]+/(service|rules|lifecycle|view|model)\\.ts$' },
      to: { path: '(^server/http/(?!fields)|/routes\\.ts$|node_modules/express)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'engine-has-one-door',
      comment: 'The embedded engine stands in for a MongoDB server; only the connection starts it.',
      severity: 'error',
      from: { pathNot: ['^server/database/embedded/', '^server/database/connection\\.ts$', tests] },
      to: { path: '^server/database/embedded/' },
    },
    {
      name: 'engine-stands-alone',
      severity: 'error',
      from: { path: '^server/database/embedded/', pathNot: tests },
      to: { path: '(^server/(?!database/embedded/)|^broker/|^web/|node_modules/(mongoose|mongodb)/)' },
    },
    {
      name: 'broker-knows-no-database',
      severity: 'error',
      from: { path: '^broker/', pathNot: tests },
      to: { path: '(^server/|^web/|^devices-sim/|node_modules/(mongoose|mongodb)/)' },
    },
    {
      name: 'simulator-is-a-client',
      severity: 'error',
      from: { path: '^devices-sim/', pathNot: tests },
      to: { path: '^(server|broker|web|demo)/' },
    },
    {
      name: 'web-knows-no-server',
      comment: 'The console takes its types from the OpenAPI document; the consumer page is given its data.',
      severity: 'error',
      from: { path: '^web/', pathNot: tests },
      to: { path: '^(server|broker|demo|devices-sim)/' },
    },
    {
      name: 'nothing-imports-the-demo',
      severity: 'error',
      from: { pathNot: '^(demo|test)/' },
      to: { path: '^demo/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-exist',
      comment: 'Vite alone knows ?url, the address of a file.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|^data/)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
