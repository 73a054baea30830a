/** The page on which every requirement stands, with the files that name it and the tests that do. */
import type { Collected, Trace } from './collect.ts';
import type { Group } from './list/group.ts';
import { GROUPS } from './list.ts';

export const COMMAND = 'npx tsx tools/requirements/write.ts';

/** From the project's folder. */
export const PAGE_PATH = 'docs/requirements.md';

type Traces = Collected['traces'];

const FILES_SHOWN_MAX = 3;
const NOTHING: Trace = { implemented: [], tested: [] };

const INTRODUCTION = `# Requirements

Every requirement once, with where it is implemented and where it is tested. Written by \`${COMMAND}\`; \`npm test\` fails when
this page is not what the command would write, or when a rule, comment or test names a requirement that does not exist.

A file counts as implementing a requirement when a rule, parameter or table there carries its number, or a comment in the code
names it; as testing it when a case or the name of a test does. A range of numbers in a comment counts for the numbers that are
written out. A number shows where to look, not that everything is done; and "not yet" means that nothing carries the number, though
some of it may be there.
`;

export function renderPage(traces: Traces): string {
  return [INTRODUCTION, renderTotals(traces), ...GROUPS.map((group) => renderGroup(group, traces))].join(
    '\n',
  );
}

interface Count {
  readonly all: number;
  readonly implemented: number;
  readonly tested: number;
  readonly both: number;
  readonly neither: number;
}

function count(ids: readonly string[], traces: Traces): Count {
  const found = ids.map((id) => traces.get(id) ?? NOTHING);
  const where = (fits: (inCode: boolean, inTests: boolean) => boolean) =>
    found.filter(({ implemented, tested }) => fits(implemented.length > 0, tested.length > 0)).length;
  return {
    all: ids.length,
    implemented: where((inCode) => inCode),
    tested: where((_, inTests) => inTests),
    both: where((inCode, inTests) => inCode && inTests),
    neither: where((inCode, inTests) => !inCode && !inTests),
  };
}

const idsOf = ({ requirements }: Group): readonly string[] => Object.keys(requirements);

function renderTotals(traces: Traces): string {
  const row = (title: string, { all, implemented, tested, both, neither }: Count) =>
    `| ${[title, all, implemented, tested, both, neither].join(' | ')} |`;
  return `## Totals

| group | requirements | named in code or rules | named in tests | in both | neither yet |
|---|---|---|---|---|---|
${row('**all**', count(GROUPS.flatMap(idsOf), traces))}
${GROUPS.map((group) => row(`${group.letter}. ${group.title}`, count(idsOf(group), traces))).join('\n')}
`;
}

function renderGroup({ letter, title, requirements }: Group, traces: Traces): string {
  const rows = Object.entries(requirements).map(([id, words]) => {
    const { implemented, tested } = traces.get(id) ?? NOTHING;
    return `| ${id} | ${words} | ${renderFiles(implemented)} | ${renderFiles(tested)} |`;
  });
  return `## ${letter}. ${title}

| id | requirement | implemented in | tested in |
|---|---|---|---|
${rows.join('\n')}
`;
}

function renderFiles(paths: readonly string[]): string {
  if (paths.length === 0) return 'not yet';
  const links = paths.slice(0, FILES_SHOWN_MAX).map((path) => `[${shorten(path)}](../${path})`);
  const more = paths.length - links.length;
  return [...links, ...(more > 0 ? [`+${more}`] : [])].join(', ');
}

/** Folder and name: `index.ts` alone would be anybody's. */
const shorten = (path: string): string => path.split('/').slice(-2).join('/');
