import { type Actions, actionForms, actionWords, runAction } from '../actions.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { calibrateOnFolder } from '../evaluation/face-calibrate.ts';
import { compareTwoFaces } from '../evaluation/face-compare.ts';
import { evaluateFaceFolder } from '../evaluation/face-evaluate.ts';
import { tellFaceQuality } from '../evaluation/face-quality.ts';

const ACTIONS: Actions = {
  evaluate: { words: ['DIR'], run: evaluateFaceFolder },
  calibrate: { words: ['DIR'], run: calibrateOnFolder },
  compare: { words: ['A', 'B'], run: compareTwoFaces },
  quality: { words: ['IMG'], run: tellFaceQuality },
};

export const faceCommand: Command = {
  summary: `measures the face engine: ${actionForms(ACTIONS)}`,
  words: actionWords(ACTIONS),
  options: {
    plot: {
      takes: 'one',
      value: 'FILE.svg',
      help: 'evaluate (DIR/person/*.jpg|png|pgm): draws DET curve and scores',
    },
    groups: {
      takes: 'one',
      value: 'FILE.csv',
      help: 'evaluate: rates by groups of people; rows of person,label with a first row of names',
    },
    fmr: { takes: 'one', value: '0.001', help: 'calibrate: the false match rate to promise, 1:1' },
    gallery: { takes: 'one', value: 'N', help: 'calibrate: promise for a search among N people too' },
    fpir: {
      takes: 'one',
      value: '0.01',
      help: 'calibrate: the false positive identification rate among them',
    },
    frames: { takes: 'one', value: '3+2', help: 'calibrate: pictures enrolled + of a probe (1+1 and 3+2)' },
    out: { takes: 'one', value: 'FILE.json', help: 'calibrate: where the thresholds go (else the terminal)' },
    mark: { takes: 'one', value: 'FILE.svg', help: 'quality: the picture with what was seen marked in it' },
    model: {
      takes: 'one',
      value: 'FILE',
      help: "an operator's model description instead of the bundled model",
    },
    detector: {
      takes: 'one',
      value: 'FILE',
      help: "an operator's detector description instead of the bundled detector",
    },
    thresholds: { takes: 'one', value: 'FILE.json', help: 'compare: thresholds of your own calibration' },
    ...JSON_OPTION,
  },
  run: (...given) => runAction(ACTIONS, ...given),
};
