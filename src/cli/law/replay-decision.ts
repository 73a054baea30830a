/** `kouan decide --replay FILE`: decides a kept decision again, under the release that it names, and compares. */
import { RoomError } from '../../kernel/index.ts';
import { type Law, type Replayed, readStoredDecision, replay } from '../../policy/index.ts';
import { openReleaseStore } from '../../policy/node.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readJson, readTextFile } from './keep-files.ts';
import { readTrust } from './release-rules.ts';

/** The law in force here, when it is the one named; else the release that is kept in `--releases`. */
function lawFinder(args: Arguments, inForce: Law): (rules: string) => Law {
  const folder = args.one('releases');
  const store = folder === undefined ? undefined : openReleaseStore(folder, readTrust(args));
  return (rules) => {
    if (rules === inForce.rules) return inForce;
    if (store) return store.law(rules);
    throw new RoomError(
      'NOT_FOUND',
      `${rules} is not the law in force here: say with --releases where it is kept.`,
      {
        field: '--releases',
      },
    );
  };
}

export function replayDecision(args: Arguments, inForce: Law, { print }: Terminal): number {
  const file = args.required('replay');
  const stored = readStoredDecision(readJson(readTextFile(file, '--replay'), file, '--replay'));
  const replayed = replay(stored, lawFinder(args, inForce));
  if (args.has('json')) print(JSON.stringify(replayed));
  else print(sentence(replayed));
  return replayed.same ? EXIT.done : EXIT.fault;
}

function sentence({ same, rules, differs, decision }: Replayed): string {
  if (same) return `The same: ${decision.decision} (${decision.reasons.join(', ')}) under ${rules}.`;
  return `Not the same under ${rules}: ${differs.join(', ')} differ. Now ${decision.decision} (${decision.reasons.join(', ')}).`;
}
