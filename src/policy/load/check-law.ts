/** Compiles every era of every question, so that no fault of a condition waits for a traveller to find it. */

import { isRoomError } from '../../kernel/index.ts';
import { type CompiledClause, compileEra, type Era } from '../era.ts';
import { eraDay, makeQuestion, type ReadyQuestion } from '../question.ts';
import type { Collected, Declared } from './collect.ts';
import type { Fault } from './faults.ts';

/** The place of the clause that an error names. */
function placeOf(
  at: Declared,
  question: string,
  collected: Collected,
  within: unknown,
): readonly PropertyKey[] {
  const parts = collected.content.questions[question]?.parts ?? [];
  for (const [index, part] of parts.entries()) {
    const clause = part.clauses.findIndex(({ id }) => id === within);
    if (clause >= 0) return ['parts', index, 'clauses', clause, 'require'];
    for (const [each, group] of (part.each ?? []).entries()) {
      const inner = group.clauses.findIndex(({ id }) => id === within);
      if (inner >= 0) return ['parts', index, 'each', each, 'clauses', inner, 'require'];
    }
  }
  return at.path;
}

/** A clause in force reads only parameters that have a value by then: a start without its parameter is a gap. */
function gapsOf(era: Era, at: Declared, question: string, collected: Collected): Fault[] {
  const starts = era.alone.flatMap(({ reads }) => [...reads.started]);
  const begun = starts.every((id) => era.scope.parameter(id) !== undefined);
  if (!begun) return [];
  const clauses: readonly CompiledClause[] = [
    ...era.clauses,
    ...era.groups.flatMap((group) => group.clauses),
  ];
  return clauses.flatMap(({ spec, reads }) =>
    [...reads.parameters]
      .filter((id) => era.scope.hasParameter(id) && era.scope.parameter(id) === undefined)
      .map((id) => {
        const what = `On ${era.day}, clause ${spec.id} needs the parameter ${id}, which has no value then.`;
        const path = placeOf(at, question, collected, spec.id);
        return at.yaml.fault(
          'gap',
          path,
          what,
          'Date the parameter from that day, or the clause from later.',
        );
      }),
  );
}

function checkEras(question: ReadyQuestion, at: Declared, collected: Collected): Fault[] {
  const faults = new Map<string, Fault>();
  for (let index = 0; index <= question.days.length; index++) {
    for (const { spec } of question.parts) {
      const era = compileEra(spec, question.content, question.facts, eraDay(question, index));
      for (const fault of gapsOf(era, at, question.id, collected)) {
        const key = `${fault.line} ${fault.what.slice(15)}`;
        if (!faults.has(key)) faults.set(key, fault);
      }
    }
  }
  return [...faults.values()];
}

export function checkLaw(collected: Collected): Fault[] {
  return Object.entries(collected.content.questions).flatMap(([id, spec]) => {
    const at = collected.where.get(`question:${id}`);
    if (!at) return [];
    try {
      return checkEras(makeQuestion(id, spec, collected.content), at, collected);
    } catch (error) {
      if (!isRoomError(error)) throw error;
      const path = placeOf(at, id, collected, error.facts.within);
      return [at.yaml.fault('condition', path, error.message, 'See the handbook for the operators.')];
    }
  });
}
