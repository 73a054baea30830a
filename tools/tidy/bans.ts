/** What may not stand in the code, each with what stands instead. */
import type { Finding } from './sizes.ts';
import type { Source } from './sources.ts';

interface Ban {
  readonly name: string;
  readonly form: RegExp;
  readonly instead: string;
  /** Files in which it is at home. */
  readonly except?: RegExp;
  readonly within?: RegExp;
}

const CORE =
  /^src\/(kernel|policy|documents|credentials|biometrics|lane|services|simulator|devices|records|identity)\//;

export const BANS: readonly Ban[] = [
  {
    name: 'wall clock',
    form: /\bDate\.now\(|\bnew Date\(\)/,
    instead: 'a Clock argument',
    within: CORE,
    except: /kernel\/clock\.ts$|\.test\.ts$/,
  },
  {
    name: 'timer',
    form: /(?<![.\w])set(Timeout|Interval)\(/,
    instead: 'clock.after',
    within: CORE,
    except: /kernel\/clock\.ts$|\.test\.ts$/,
  },
  { name: 'unseeded chance', form: /\bMath\.random\(/, instead: 'a Random argument' },
  {
    name: 'switched-off compiler',
    form: /\bas any\b|@ts-(ignore|nocheck|expect-error)|\bas unknown as\b/,
    instead: 'a type that is true',
  },
  {
    name: 'focused or skipped test',
    form: /\b(it|test|describe)\.(only|skip|todo)\b/,
    instead: 'a test that runs',
  },
  { name: 'unfinished mark', form: /\b(TODO|FIXME|XXX)\b/, instead: 'the finished thing, or nothing' },
  {
    name: 'path of a machine',
    form: /(?<![\w.])\/(work|root|home\/[a-z])\//,
    instead: 'a path relative to the project',
  },
  {
    name: 'room without a name',
    form: /from '[^']*\/(utils|helpers|common|manager)(\.ts|\/)/,
    instead: 'the name of what it does',
  },
];

const isSelf = (path: string) => path.startsWith('tools/tidy/');

export function findBans({ path, text }: Source): readonly Finding[] {
  if (isSelf(path)) return [];
  const bans = BANS.filter((ban) => (!ban.within || ban.within.test(path)) && !ban.except?.test(path));
  return text
    .split('\n')
    .flatMap((line, index) =>
      bans
        .filter((ban) => ban.form.test(line))
        .map((ban) => ({ place: `${path}:${index + 1}`, problem: `${ban.name}: use ${ban.instead}` })),
    );
}
