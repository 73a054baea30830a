import { type CrossResult, operate } from '../../host/index.ts';
import { parseInstant } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readFinger, readPicture } from '../pictures.ts';

export const crossCommand: Command = {
  summary: 'runs the lane on photographs: every step with its milliseconds, outcome and reasons',
  options: {
    face: { takes: 'many', value: 'FILE', help: 'what the camera sees' },
    finger: { takes: 'many', value: 'POSITION=FILE', help: 'what lies on the reader' },
    port: { takes: 'one', value: 'ID', help: 'such as szb, gongbei, luohu' },
    direction: { takes: 'one', value: 'entry|exit', help: 'into or out of the mainland' },
    at: { takes: 'one', value: 'INSTANT', help: 'such as 2025-11-05T10:00:00+08:00 (now)' },
    guardian: { takes: 'flag', help: 'a statutory guardian is with the traveller, in the same lane group' },
    ...JSON_OPTION,
  },
  async run(args, settings, terminal) {
    const result = (await operate(settings, 'cross', readForm(args), terminal.note)) as CrossResult;
    if (args.has('json')) terminal.print(JSON.stringify(result));
    else for (const line of describe(result)) terminal.print(line);
    return result.outcome === 'passed' ? EXIT.done : EXIT.referred;
  },
};

function readForm(args: Arguments) {
  const at = args.one('at');
  if (at !== undefined) parseInstant(at, '--at');
  return {
    faces: args.many('face').map((path) => readPicture(path, '--face')),
    fingers: args.many('finger').map(readFinger),
    port: args.required('port'),
    direction: args.required('direction'),
    ...(at === undefined ? {} : { at }),
    ...(args.has('guardian')
      ? { companion: { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true } }
      : {}),
  };
}

function describe({ outcome, reasons, steps, decision, crossing }: CrossResult): string[] {
  const width = Math.max(0, ...steps.map(({ name }) => name.length));
  const rows = steps.map(
    ({ name, ms, outcome: result }) => `  ${name.padEnd(width)}  ${ms.toFixed(1).padStart(7)} ms  ${result}`,
  );
  const law = decision ? [`Law: ${decision.decision}`] : [];
  const end =
    outcome === 'passed'
      ? `Passed. Crossing ${crossing?.id ?? ''} at ${crossing?.at ?? ''}.`
      : `Referred to an officer: ${reasons.join(', ')}. The counter and the card lane stay open.`;
  return [...rows, ...law, end];
}
