import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openLawOnly } from '../../host/index.ts';
import { fieldInvalid, RoomError } from '../../kernel/index.ts';
import { decideLine } from '../../policy/index.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

const FACTS_BYTES_MAX = 1 << 20;

export const decideCommand: Command = {
  summary: 'asks the law: kouan decide lane --facts f.json, or --jsonl < in > out',
  words: ['question?'],
  options: {
    facts: { takes: 'one', value: 'FILE', help: 'the facts, as JSON' },
    jsonl: { takes: 'flag', help: 'a line { id, domain, input } in, a line { id, decision, … } out' },
    ...JSON_OPTION,
  },
  async run(args, _settings, terminal) {
    const law = openLawOnly();
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
    const decision = law.decide(question, readFacts(args.required('facts')));
    terminal.print(JSON.stringify(decision, null, args.has('json') ? undefined : 2));
    return decision.decision === 'ERROR' ? EXIT.input : EXIT.done;
  },
};

function readFacts(path: string): unknown {
  const text = readText(path);
  if (text.length > FACTS_BYTES_MAX)
    throw new RoomError('FIELD_INVALID', `${path} is larger than 1 MiB.`, { field: 'facts' });
  try {
    return JSON.parse(text);
  } catch {
    throw new RoomError('FIELD_INVALID', `${path} is no JSON.`, { field: 'facts' });
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new RoomError('NOT_FOUND', `There is no file ${path}.`, { field: 'facts' });
  }
}
