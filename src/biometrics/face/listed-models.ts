/** The list that the build of the models leaves beside them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RoomError } from '../../kernel/index.ts';

interface ListedModel {
  readonly name: string;
  readonly sha256: string;
  readonly licence: string;
}

/** @throws RoomError NOT_FOUND */
export function listedModel(modelsDir: string, name: string): ListedModel {
  const path = join(modelsDir, 'models.json');
  const models = readListed(path);
  const listed = models.find((model) => model.name === name);
  if (listed) return listed;
  throw new RoomError('NOT_FOUND', `${path} lists no model named ${name}; build the models again.`, {
    value: name,
  });
}

function readListed(path: string): readonly ListedModel[] {
  try {
    const list: { readonly models: readonly ListedModel[] } = JSON.parse(readFileSync(path, 'utf8'));
    return list.models;
  } catch (cause) {
    throw new RoomError(
      'NOT_FOUND',
      `${path} is missing or damaged; build the models first.`,
      { value: path },
      cause,
    );
  }
}
