/** What travellers type: numbers of documents, and what is shown of them. */
import { maskName, maskNumber, normaliseNumber, readNumber } from '../../../src/documents/index.ts';
import { mutateText } from '../mutate.ts';
import { type FuzzParser, subjectOfText } from '../parser.ts';

const SAMPLES = [
  ['EEP', 'C12345678'],
  ['HRP', 'H1234567890'],
  ['MTP_TW_5Y', '12345678'],
  ['PP_CN', 'E12345678'],
  ['RP_HKMOTW', '810000199408230021'],
  ['RID', '440106199001011239'],
  ['FPR', 'CHN440106012345'],
  ['PP_FOREIGN', 'X1234567'],
] as const;
const SIGNS = [
  '-',
  ' ',
  '（',
  '）',
  'Ａ',
  '９',
  'O',
  'I',
  'X',
  '\u200b',
  '\u0301',
  '٣',
  '💥',
  '\0',
  '8'.repeat(5000),
];

export const NUMBER_PARSER: FuzzParser = {
  name: 'document-number',
  inputsInTests: 20_000,
  codes: [],
  open: () =>
    subjectOfText(
      (random) => {
        const [type, number] = random.pick(SAMPLES);
        return `${random.chance(0.05) ? mutateText(random, type) : type} ${mutateText(random, number, SIGNS)}`;
      },
      (text) => {
        const [type = '', ...rest] = text.split(' ');
        const number = rest.join(' ');
        readNumber(type, number);
        maskNumber(normaliseNumber(number));
        maskName(number);
      },
    ),
};
