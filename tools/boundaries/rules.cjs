// The walls of the house: which room may call which at run time. Types follow the flow freely, so type-only imports are not counted.
// `table` is the table of docs/architecture.md; a room absent from a row may not be called from it.
const table = {
  kernel: [],
  policy: ['kernel'],
  documents: ['kernel'],
  credentials: ['kernel'],
  biometrics: ['kernel'],
  devices: ['kernel'],
  lane: ['kernel'],
  identity: ['kernel', 'credentials'],
  services: ['kernel', 'policy', 'documents', 'credentials', 'identity'],
  notices: ['kernel'],
  records: ['kernel'],
  sync: ['kernel', 'records', 'credentials'],
  server: ['kernel', 'policy', 'documents', 'credentials', 'identity', 'services', 'records'],
  simulator: ['kernel', 'lane', 'devices', 'policy', 'documents', 'biometrics'],
  cli: ['kernel', 'host', 'policy', 'documents', 'credentials', 'biometrics', 'simulator'],
};
const base = process.env.KOUAN_BOUNDARIES_BASE ?? 'src';
const webBase = process.env.KOUAN_BOUNDARIES_BASE ? `${base}/web` : 'web';
const room = (name) => `^${base}/${name}/`;
const runtime = { dependencyTypesNot: ['type-only'] };

const wallOf = ([from, allowed]) => ({
  name: `${from}-calls-only-its-row`,
  comment: `${from} may call ${allowed.join(', ') || 'no other room'}; inject what else it needs.`,
  severity: 'error',
  from: { path: room(from), pathNot: '\\.(test|fixture)\\.tsx?$' },
  to: { path: `^${base}/`, pathNot: [from, ...allowed].map(room), ...runtime },
});

const pure = (from, why) => ({
  name: `${from}-without-node`,
  comment: why,
  severity: 'error',
  from: {
    path: room(from),
    pathNot: ['\\.(test|fixture)\\.tsx?$', `^${base}/${from}/node\\.ts$`, `^${base}/${from}/node/`],
  },
  to: { dependencyTypes: ['core'] },
});

module.exports = {
  forbidden: [
    ...Object.entries(table).map(wallOf),
    {
      name: 'rooms-are-entered-by-the-door',
      comment: 'Another room is imported by its index.ts, or by its node.ts where a part needs Node.',
      severity: 'error',
      from: { path: `^${base}/([^/]+)/`, pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: { path: `^${base}/([^/]+)/`, pathNot: [`^${base}/$1/`, `^${base}/[^/]+/(index|node)\\.ts$`] },
    },
    {
      name: 'web-calls-only-browser-rooms',
      comment:
        'Pages may call kernel, policy, documents and credentials; of the server they know only types.',
      severity: 'error',
      from: { path: `^${webBase}/`, pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: {
        path: `^${base}/`,
        pathNot: ['kernel', 'policy', 'documents', 'credentials', 'web'].map(room),
        ...runtime,
      },
    },
    {
      name: 'machine-is-a-function',
      comment: 'The lane machine only computes: it knows the kernel and itself, nothing that waits or acts.',
      severity: 'error',
      from: { path: `^${base}/lane/machine/`, pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: { path: `^${base}/`, pathNot: [`^${base}/lane/machine/`, room('kernel')], ...runtime },
    },
    pure('kernel', 'The kernel does no input or output.'),
    pure('policy', 'The law runs in a browser; reading files is policy/node.ts and policy/node/.'),
    pure('documents', 'Runs in a browser.'),
    pure('credentials', 'Runs in a browser.'),
    {
      name: 'no-cycles',
      comment: 'A circle of files cannot be read in any order.',
      severity: 'error',
      from: { pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    ...(process.env.KOUAN_BOUNDARIES_BASE ? {} : { exclude: { path: 'boundaries/fixtures' } }),
  },
};
