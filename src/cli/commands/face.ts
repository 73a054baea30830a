import { type Actions, actionForms, actionWords, runAction } from '../actions.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { compareTwoFaces } from '../evaluation/face-compare.ts';
import { evaluateFaceFolder } from '../evaluation/face-evaluate.ts';
import { tellFaceQuality } from '../evaluation/face-quality.ts';

const ACTIONS: Actions = {
  evaluate: { words: ['DIR'], run: evaluateFaceFolder },
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
    mark: { takes: 'one', value: 'FILE.svg', help: 'quality: the picture with what was seen marked in it' },
    model: {
      takes: 'one',
      value: 'FILE',
      help: "an operator's model description instead of the bundled model",
    },
    ...JSON_OPTION,
  },
  run: (...given) => runAction(ACTIONS, ...given),
};
