import { type Actions, actionForms, actionWords, runAction } from '../actions.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { compareTwoFingers } from '../evaluation/finger-compare.ts';
import { evaluateFingerFolder } from '../evaluation/finger-evaluate.ts';
import { extractToRecord } from '../evaluation/finger-extract.ts';
import { FINGER_PICTURE_OPTIONS } from '../evaluation/finger-picture.ts';
import { tellFingerQuality } from '../evaluation/finger-quality.ts';

const ACTIONS: Actions = {
  evaluate: { words: ['DIR'], run: evaluateFingerFolder },
  compare: { words: ['A', 'B'], run: compareTwoFingers },
  extract: { words: ['IMG'], run: extractToRecord },
  quality: { words: ['IMG'], run: tellFingerQuality },
};

export const fingerCommand: Command = {
  summary: `measures the fingerprint engine: ${actionForms(ACTIONS)}`,
  words: actionWords(ACTIONS),
  options: {
    plot: {
      takes: 'one',
      value: 'FILE.svg',
      help: 'evaluate (files finger_impression.ext): draws DET curve and scores',
    },
    groups: {
      takes: 'one',
      value: 'FILE.csv',
      help: 'evaluate: rates by groups; rows of finger,label (the finger as files name it) with a first row of names',
    },
    format: { takes: 'one', value: 'iso|iso-2011|ansi', help: 'extract: the form of the template' },
    finger: { takes: 'one', value: 'POSITION', help: 'extract: which finger it is, such as right-index' },
    out: { takes: 'one', value: 'FILE', help: 'extract: where the template goes (base64 on the terminal)' },
    mark: { takes: 'one', value: 'FILE.svg', help: 'quality: the picture with its minutiae marked in it' },
    ...FINGER_PICTURE_OPTIONS,
    ...JSON_OPTION,
  },
  run: (...given) => runAction(ACTIONS, ...given),
};
