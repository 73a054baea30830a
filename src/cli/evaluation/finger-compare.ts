/** `kouan finger compare A B`: pictures or templates. A tool for measuring: it prints a score. */
import { FINGER_THRESHOLDS } from '../../biometrics/index.ts';
import { compareFingers } from '../../biometrics/node.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readPictureOptions } from './finger-picture.ts';
import { templateOfFile } from './finger-template.ts';

export async function compareTwoFingers(
  [a = '', b = '']: readonly string[],
  args: Arguments,
  { print }: Terminal,
): Promise<number> {
  const options = readPictureOptions(args);
  const [one, other] = [await templateOfFile(a, options), await templateOfFile(b, options)];
  const score = compareFingers(one, other);
  const outcomes = Object.values(FINGER_THRESHOLDS).map(({ id, scoreMin }) => ({
    threshold: id,
    outcome: score >= scoreMin ? 'match' : 'no-match',
  }));
  const minutiae = [one.minutiae.length, other.minutiae.length];
  if (args.has('json')) print(JSON.stringify({ score, outcomes, minutiae }));
  else {
    print(`Score      ${score.toFixed(3)}`);
    for (const { threshold, outcome } of outcomes) print(`Outcome    ${outcome} by ${threshold}`);
    print(`Minutiae   ${minutiae.join(' and ')}`);
  }
  return EXIT.done;
}
