/** The description that an operator puts beside a face model. */
import { parseModelDescription } from '../../../src/biometrics/face/model-description.ts';
import { mutateJson, mutateText } from '../mutate.ts';
import { type FuzzParser, subjectOfText } from '../parser.ts';

const SAMPLE = {
  name: 'model',
  path: 'model.onnx',
  sha256: 'ab'.repeat(32),
  side: 112,
  dims: 512,
  layout: 'nchw',
  order: 'rgb',
  mean: [127.5, 127.5, 127.5],
  std: [127.5, 127.5, 127.5],
  alignment: 'arcface-5',
  mirror: false,
  batch: true,
  licence: 'Apache-2.0',
};

export const MODEL_PARSER: FuzzParser = {
  name: 'model-description',
  inputsInTests: 20_000,
  codes: ['CONFIG_INVALID'],
  open: () =>
    subjectOfText(
      (random) => {
        const text = JSON.stringify(mutateJson(random, SAMPLE));
        return random.chance(0.3) ? mutateText(random, text) : text;
      },
      (text) => parseModelDescription(text, 'model.json'),
    ),
};
