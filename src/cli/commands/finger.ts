import { type Actions, actionForms, actionWords, runAction } from '../actions.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { compareTwoFingers } from '../evaluation/finger-compare.ts';
import { evaluateFingerFolder } from '../evaluation/finger-evaluate.ts';
import { extractToRecord } from '../evaluation/finger-extract.ts';

const ACTIONS: Actions = {
  evaluate: { words: ['DIR'], run: evaluateFingerFolder },
  compare: { words: ['A', 'B'], run: compareTwoFingers },
  extract: { words: ['IMG'], run: extractToRecord },
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
    format: { takes: 'one', value: 'iso|iso-2011|ansi', help: 'extract: the form of the template' },
    finger: { takes: 'one', value: 'POSITION', help: 'extract: which finger it is, such as right-index' },
    out: { takes: 'one', value: 'FILE', help: 'extract: where the template goes (base64 on the terminal)' },
    ...JSON_OPTION,
  },
  run: (...given) => runAction(ACTIONS, ...given),
};
