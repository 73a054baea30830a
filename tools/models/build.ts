/**
 * Makes the ONNX models from the weights that npm packages carry, so that no weights lie in the repository.
 * Output: `<name>.onnx` and `models.json` in the folder given; the same packages give the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, packageVersion } from './packages.ts';
import { MODEL_SOURCES, type ModelSource } from './sources.ts';

/** Raised when the converter gives other bytes than before, so that models built by an older one are made anew. */
const CONVERTER_VERSION = 1;

export interface BuiltModel {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly source: { readonly package: string; readonly version: string };
  readonly licence: string;
}

export interface ModelList {
  readonly converter: number;
  readonly models: readonly BuiltModel[];
}

export interface BuildProgress {
  readonly name: string;
  readonly done: number;
  readonly of: number;
}

/** Leaves a folder alone that is complete and up to date. Progress is told once a model is in place. */
export function buildModels(
  folder: string,
  onProgress: (progress: BuildProgress) => void = () => {},
): ModelList {
  mkdirSync(folder, { recursive: true });
  const present = readList(folder);
  if (present && isCurrent(folder, present)) return present;
  rmSync(join(folder, 'models.json'), { force: true });
  const models = MODEL_SOURCES.map((source, index) => {
    const built = buildModel(folder, source);
    onProgress({ name: source.name, done: index + 1, of: MODEL_SOURCES.length });
    return built;
  });
  const list: ModelList = { converter: CONVERTER_VERSION, models };
  // The list is written last: where it is, all models are.
  writeWhole(join(folder, 'models.json'), `${JSON.stringify(list, null, 2)}\n`);
  return list;
}

function buildModel(folder: string, source: ModelSource): BuiltModel {
  const bytes = source.convert(source.name, join(packageFolder(source.package), source.path));
  writeWhole(join(folder, `${source.name}.onnx`), bytes);
  return {
    name: source.name,
    sha256: sha256(bytes),
    bytes: bytes.length,
    source: { package: source.package, version: packageVersion(source.package) },
    licence: source.licence,
  };
}

/** A reader sees the old file or the new one, never half of it. */
function writeWhole(path: string, content: Uint8Array | string): void {
  const beside = `${path}.${process.pid}.part`;
  writeFileSync(beside, content);
  renameSync(beside, path);
}

function readList(folder: string): ModelList | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'models.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

function isCurrent(folder: string, list: ModelList): boolean {
  if (list.converter !== CONVERTER_VERSION || list.models.length !== MODEL_SOURCES.length) return false;
  return MODEL_SOURCES.every((source, index) => {
    const model = list.models[index];
    if (model?.name !== source.name || model.source.version !== packageVersion(source.package)) return false;
    return fileHash(join(folder, `${source.name}.onnx`)) === model.sha256;
  });
}

function fileHash(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
