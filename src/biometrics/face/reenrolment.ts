/** After a change of the face model: who has still to be enrolled again. No picture is kept, so each must come once more. */
import type { FaceModel } from './reading.ts';

/** A stored template, as the host knows it without opening it. */
export interface TemplateOwner {
  readonly person: string;
  /** sha256 of the model that made it. */
  readonly model: string;
}

export interface Reenrolment {
  /** People with a template of the model in use. */
  readonly current: number;
  /** People with templates of other models only. They are enrolled again at their next visit. */
  readonly remaining: number;
}

export function remainingToReenrol(
  templates: Iterable<TemplateOwner>,
  model: Pick<FaceModel, 'sha256'>,
): Reenrolment {
  const isCurrent = new Map<string, boolean>();
  for (const { person, model: own } of templates)
    isCurrent.set(person, isCurrent.get(person) === true || own === model.sha256);
  const current = [...isCurrent.values()].filter(Boolean).length;
  return { current, remaining: isCurrent.size - current };
}
