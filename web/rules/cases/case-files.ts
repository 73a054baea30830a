/** The rules files as their authors wrote them, shipped with the page and read when they are needed. */

/** Values of a case as YAML gives them. */
export type CaseValue =
  | string
  | number
  | boolean
  | null
  | readonly CaseValue[]
  | { readonly [key: string]: CaseValue };
export type CaseFacts = Readonly<Record<string, CaseValue>>;

export interface LawCase {
  readonly name: string;
  readonly requirement: readonly string[];
  /** Facts by path, laid over those that all cases of the file share. */
  readonly facts?: CaseFacts;
  readonly without?: readonly string[];
  readonly decision: string;
  readonly reasons: readonly string[];
  readonly obligations?: readonly string[];
  readonly alternatives?: readonly string[];
  readonly missing?: readonly string[];
  readonly outputs?: CaseFacts;
}

export interface CaseFile {
  readonly question: string;
  readonly base?: CaseFacts;
  readonly cases: readonly LawCase[];
}

const TEXTS = import.meta.glob<string>('../../../rules/**/*.yaml', { query: '?raw', import: 'default' });
const nameOf = (path: string) => path.slice(path.indexOf('rules/'));

export interface RulesText {
  /** From the root of the project: `rules/lane.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** The rules files whose names pass. */
export const readRulesTexts = (wanted: (file: string) => boolean): Promise<readonly RulesText[]> =>
  Promise.all(
    Object.entries(TEXTS)
      .map(([path, load]) => ({ file: nameOf(path), load }))
      .filter(({ file }) => wanted(file))
      .map(async ({ file, load }) => ({ file, text: await load() })),
  );

/** The cases beside the rules of a question; undefined where there are none. */
export async function readCases(question: string): Promise<CaseFile | undefined> {
  const [found] = await readRulesTexts((file) => file.endsWith(`/${question}.cases.yaml`));
  if (!found) return undefined;
  const { parse } = await import('yaml');
  // The files were checked against their form when the release was built.
  return parse(found.text) as CaseFile;
}
