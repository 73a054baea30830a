/** The law: files that its authors write, and the facts and lines that are asked of it. */
import { compileRules, decideLine, type Law } from '../../../src/policy/index.ts';
import { loadRules, loadRulesFiles, type RulesFile, readRulesFolder } from '../../../src/policy/node.ts';
import { mutateJson, mutateText } from '../mutate.ts';
import { type FuzzParser, subjectOfText } from '../parser.ts';

/** From the project's folder, where tests and `npm run fuzz` both run. */
const RULES = 'rules';

interface Question {
  readonly question: string;
  readonly facts: unknown;
}

/** Facts as a traveller without anything odd would bring them, for a few questions. */
const QUESTIONS: readonly Question[] = [
  {
    question: 'lane',
    facts: {
      at: '2026-11-22T10:00:00+08:00',
      port: 'szb',
      direction: 'exit',
      person: { category: 'mainland', birthDate: '1990-05-04', enrolled: true, consent: true },
      document: { type: 'EEP', expires: '2031-01-01' },
      endorsement: { type: 'T', entries: 'multiple', destination: 'HK', expires: '2027-01-01' },
    },
  },
  {
    question: 'temp-permit',
    facts: {
      at: '2026-11-22T10:00:00+08:00',
      person: { category: 'mainland', birthDate: '1990-05-04' },
      purpose: 'train',
    },
  },
  {
    question: 'arrival-card',
    facts: { at: '2026-11-22T10:00:00+08:00', person: { nationality: 'FR' }, days: 3 },
  },
];

let opened: Law | undefined;
/** Loaded once for all parsers of this file: it takes about a second. */
function openLaw(): Law {
  opened ??= compileRules(loadRules(RULES));
  return opened;
}

/** Files small enough that a thousand of them are read in a second. */
const SAMPLE_BYTES_MAX = 800;

const RULES_TEXT = `parameters:
  minor-age:
    title: { zh-Hant: 年齡, zh-Hans: 年龄, en: Age, pt: Idade }
    reference: R-1
    values:
      - { from: 2019-01-01, value: 14 }
      - { from: 2026-07-01, value: &age 16 }
`;

export const LAW_PARSERS: readonly FuzzParser[] = [
  {
    name: 'law-facts',
    inputsInTests: 20_000,
    codes: [],
    open() {
      const law = openLaw();
      return subjectOfText(
        (random) => JSON.stringify(mutateJson(random, random.pick(QUESTIONS))),
        (text) => {
          const asked = JSON.parse(text) as Partial<Question> | null;
          law.decide(typeof asked?.question === 'string' ? asked.question : 'lane', asked?.facts);
        },
      );
    },
  },
  {
    name: 'law-line',
    inputsInTests: 20_000,
    codes: [],
    open() {
      const law = openLaw();
      const samples = QUESTIONS.map((asked, id) => JSON.stringify({ id, ...asked }));
      return subjectOfText(
        (random) => mutateText(random, random.pick(samples)),
        (text) => JSON.parse(decideLine(law, text, 1)),
      );
    },
  },
  {
    name: 'law-yaml',
    inputsInTests: 300,
    codes: ['RULES_INVALID'],
    open() {
      const small = readRulesFolder(RULES).filter(({ text }) => text.length <= SAMPLE_BYTES_MAX);
      const samples: readonly RulesFile[] = [...small, { file: 'parameters.yaml', text: RULES_TEXT }];
      return subjectOfText(
        (random) => {
          const { file, text } = random.pick(samples);
          return `${file}\n${mutateText(random, text)}`;
        },
        (input) => {
          const end = input.indexOf('\n');
          loadRulesFiles([{ file: input.slice(0, end), text: input.slice(end + 1) }]);
        },
      );
    },
  },
];
