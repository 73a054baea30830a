/** Every id and code that is named exists: notices, reasons, obligations, alternatives, decisions. */
import type { Clause, Offer, Part, Question } from '../bundle.ts';
import { CLAUSES_MAX } from '../era.ts';
import type { Collected, Declared } from './collect.ts';
import type { Fault } from './faults.ts';

const ALWAYS_ANSWERED = ['REFER', 'ERROR'];
const OFFERS_MAX = 8;
/** Notices are named; addresses move, mirrors vanish. */
const ADDRESS = /https?:\/\/|www\.|\.(?:com|cn|hk|mo|tw|org|net|txt)\b/i;

type Path = readonly PropertyKey[];

class Checker {
  readonly faults: Fault[] = [];
  readonly collected: Collected;

  constructor(collected: Collected) {
    this.collected = collected;
  }

  reference(id: string, at: Declared, path: Path): void {
    if (Object.hasOwn(this.collected.content.references, id)) return;
    this.faults.push(
      at.yaml.fault('unknown-id', path, `There is no notice "${id}".`, 'Declare it in references.yaml.'),
    );
  }

  code(kind: string, code: string, at: Declared, path: Path): void {
    if (Object.hasOwn(this.collected.content.texts[kind] ?? {}, code)) return;
    const todo = `Add its texts to the file of kind "${kind}", or use one that exists.`;
    this.faults.push(at.yaml.fault('unknown-code', path, `There is no code "${code}" in ${kind}.`, todo));
  }

  decision(part: Part, decision: string, at: Declared, path: Path): void {
    if (part.decisions.includes(decision) || ALWAYS_ANSWERED.includes(decision)) return;
    const todo = `Use one of: ${part.decisions.join(', ')}.`;
    this.faults.push(at.yaml.fault('unknown-code', path, `Part ${part.id} gives no "${decision}".`, todo));
  }

  clause(part: Part, clause: Clause, at: Declared, path: Path): void {
    this.reference(clause.reference, at, [...path, 'reference']);
    this.code('reasons', clause.reason, at, [...path, 'reason']);
    if (clause.doubt) this.code('reasons', clause.doubt, at, [...path, 'doubt']);
    if (clause.gives) this.decision(part, clause.gives, at, [...path, 'gives']);
    const { from, until } = clause;
    if (from !== undefined && until !== undefined && until < from) {
      this.faults.push(at.yaml.fault('order', path, `${clause.id} ends before it begins.`, 'Mend the days.'));
    }
  }

  offers(part: Part, kind: string, offers: readonly Offer[], at: Declared, path: Path): void {
    offers.forEach((offer, index) => {
      this.code(kind, offer.id, at, [...path, index, 'id']);
      for (const decision of offer.with ?? []) this.decision(part, decision, at, [...path, index, 'with']);
    });
    if (offers.length > OFFERS_MAX) {
      const what = `${offers.length} ${kind}; at most ${OFFERS_MAX} fit.`;
      this.faults.push(at.yaml.fault('too-many-clauses', path, what, 'Split the part.'));
    }
  }

  part(part: Part, at: Declared, path: Path): void {
    const seen = new Set<string>();
    const groups = part.each ?? [];
    const placed = [
      ...part.clauses.map((clause, index) => ({ clause, path: [...path, 'clauses', index] })),
      ...groups.flatMap((group, at) =>
        group.clauses.map((clause, index) => ({ clause, path: [...path, 'each', at, 'clauses', index] })),
      ),
    ];
    for (const { clause, path: place } of placed) {
      this.clause(part, clause, at, place);
      if (seen.has(clause.id)) {
        this.faults.push(
          at.yaml.fault('duplicate', place, `Clause ${clause.id} exists twice.`, 'Rename one.'),
        );
      }
      seen.add(clause.id);
    }
    if (placed.length > CLAUSES_MAX) {
      const what = `${placed.length} clauses; at most ${CLAUSES_MAX} fit.`;
      this.faults.push(at.yaml.fault('too-many-clauses', path, what, 'Split the part.'));
    }
    this.decision(part, part.pass.decision, at, [...path, 'pass']);
    this.decision(part, part.fail, at, [...path, 'fail']);
    this.code('reasons', part.pass.reason, at, [...path, 'pass']);
    this.offers(part, 'obligations', part.obligations ?? [], at, [...path, 'obligations']);
    this.offers(part, 'alternatives', part.alternatives ?? [], at, [...path, 'alternatives']);
  }

  question(id: string, question: Question): void {
    const at = this.collected.where.get(`question:${id}`);
    if (!at) return;
    question.parts.forEach((part, index) => {
      this.part(part, at, ['parts', index]);
    });
    for (const [path, fact] of Object.entries(question.facts)) {
      if (fact.table !== undefined && !Object.hasOwn(this.collected.content.tables, fact.table)) {
        const what = `Fact ${path}: there is no table "${fact.table}".`;
        this.faults.push(at.yaml.fault('unknown-id', ['facts', path], what, 'Declare it under data/.'));
      }
    }
  }
}

function checkNotices(checker: Checker): void {
  const { content, where } = checker.collected;
  for (const [id, { authority, title }] of Object.entries(content.references)) {
    const at = where.get(`reference:${id}`);
    if (at && (ADDRESS.test(authority) || ADDRESS.test(title))) {
      const todo = 'Name the authority and the title of the notice instead.';
      checker.faults.push(at.yaml.fault('address', at.path, `Notice ${id} is an address.`, todo));
    }
  }
}

export function checkIds(collected: Collected): Fault[] {
  const checker = new Checker(collected);
  const { content, where } = collected;
  for (const [id, parameter] of Object.entries(content.parameters)) {
    const at = where.get(`parameter:${id}`);
    if (at)
      for (const value of parameter.values)
        checker.reference(value.reference, at, [...at.path, 'values', value.from]);
  }
  for (const [id, table] of Object.entries(content.tables)) {
    const at = where.get(`table:${id}`);
    if (!at) continue;
    checker.code('reasons', table.unverified, at, [...at.path, 'unverified']);
    for (const row of table.rows) checker.reference(row.reference, at, at.path);
  }
  for (const [id, question] of Object.entries(content.questions)) checker.question(id, question);
  checkNotices(checker);
  return checker.faults;
}
