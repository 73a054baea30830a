/** Which models are built, from which package, and under which terms their weights came. */

import { convertGraph } from './convert-graph.ts';
import { convertDlibDescriptor } from './dlib-network.ts';

export interface ModelSource {
  readonly name: string;
  /** The npm package that carries the weights. */
  readonly package: '@vladmandic/human' | '@vladmandic/face-api';
  /** Graph or manifest within the package. */
  readonly path: string;
  /** As far as the package and the model's author state it. */
  readonly licence: string;
  readonly convert: (name: string, path: string) => Buffer;
}

const human = (name: string, licence: string): ModelSource => ({
  name,
  package: '@vladmandic/human',
  path: `models/${name}.json`,
  licence,
  convert: convertGraph,
});

export const MODEL_SOURCES: readonly ModelSource[] = [
  human('blazeface', 'Apache-2.0 (MediaPipe), distributed under MIT'),
  human('facemesh', 'Apache-2.0 (MediaPipe), distributed under MIT'),
  {
    name: 'descriptor',
    package: '@vladmandic/face-api',
    path: 'model/face_recognition_model-weights_manifest.json',
    licence: 'public domain as its author states (dlib-models, D. King), distributed under MIT',
    convert: convertDlibDescriptor,
  },
  human('antispoof', 'MIT'),
  human('liveness', 'MIT'),
];
