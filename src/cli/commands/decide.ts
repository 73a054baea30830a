import { createInterface } from 'node:readline';
import { openLawOnly } from '../../host/index.ts';
import { fieldInvalid, RoomError } from '../../kernel/index.ts';
import { decideAndStore, decideLine } from '../../policy/index.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readJson, readTextFile, writeNewFile } from '../law/keep-files.ts';
import { replayDecision } from '../law/replay-decision.ts';

const FACTS_LENGTH_MAX = 1 << 20;

export const decideCommand: Command = {
  summary: 'asks the law: kouan decide lane --facts f.json, or --jsonl < in > out',
  words: ['question?'],
  options: {
    facts: { takes: 'one', value: 'FILE', help: 'the facts, as JSON' },
    save: { takes: 'one', value: 'FILE', help: 'keeps the decision with all that it rests on, for --replay' },
    replay: { takes: 'one', value: 'FILE', help: 'decides a kept decision again and compares bit for bit' },
    releases: { takes: 'one', value: 'DIR', help: 'with --replay: where older releases of the law are kept' },
    trust: {
      takes: 'one',
      value: 'FILE',
      help: 'with --releases: the public key that must have signed them',
    },
    jsonl: { takes: 'flag', help: 'a line { id, domain, input } in, a line { id, decision, … } out' },
    ...JSON_OPTION,
  },
  async run(args, _settings, terminal) {
    const law = openLawOnly();
    if (args.has('replay')) return replayDecision(args, law, terminal);
    if (args.has('jsonl')) {
      let line = 0;
      for await (const text of createInterface({
        input: process.stdin,
        crlfDelay: Number.POSITIVE_INFINITY,
      })) {
        line++;
        if (text.trim() !== '') terminal.print(decideLine(law, text, line));
      }
      return EXIT.done;
    }
    const [question] = args.words;
    if (question === undefined || !law.questions.includes(question)) {
      throw fieldInvalid('question', question ?? '', law.questions.join(', '));
    }
    const kept = decideAndStore(law, question, readFacts(args.required('facts')));
    const { decision } = kept;
    const file = args.one('save');
    if (file !== undefined) writeNewFile(file, `${JSON.stringify(kept)}\n`);
    terminal.print(JSON.stringify(decision, null, args.has('json') ? undefined : 2));
    return decision.decision === 'ERROR' ? EXIT.input : EXIT.done;
  },
};

function readFacts(path: string): unknown {
  const text = readTextFile(path, 'facts');
  if (text.length > FACTS_LENGTH_MAX)
    throw new RoomError('FIELD_INVALID', `${path} is larger than 1 MiB.`, { field: 'facts' });
  return readJson(text, path, 'facts');
}
