import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ID_BYTES_MAX, IdTable } from './id-table.ts';

const CAPACITY = 12;

it('agrees with a Map of rows under any order of enrolments and revocations', () => {
  const step = fc.record({
    add: fc.boolean(),
    id: fc.constantFrom(...'ABCDEFGHIJ'.split(''), '關閘', 'T-01JCQ8Z4W9-7K3M5XQ2'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const table = new IdTable(CAPACITY);
      const model = new Map<string, Set<number>>();
      const rowsOf = () => [...model.values()].flatMap((rows) => [...rows]);
      for (const { add, id } of steps) {
        if (add) {
          const row = table.add(id);
          expect(row === -1).toBe(rowsOf().length === CAPACITY);
          expect(rowsOf()).not.toContain(row);
          if (row !== -1) model.set(id, (model.get(id) ?? new Set()).add(row));
        } else {
          const freed: number[] = [];
          expect(table.remove(id, (row) => void freed.push(row))).toBe(model.get(id)?.size ?? 0);
          expect(new Set(freed)).toEqual(model.get(id) ?? new Set());
          model.delete(id);
        }
        expect([table.people, table.rows]).toEqual([model.size, rowsOf().length]);
        for (const [known, rows] of model) {
          expect(table.has(known)).toBe(true);
          for (const row of rows) expect([table.isUsed(row), table.idOf(row)]).toEqual([true, known]);
        }
        if (!model.has(id)) expect(table.has(id)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

it('tells an id from its prefix, and refuses one that is empty or too long', () => {
  const table = new IdTable(4);
  const longest = 'x'.repeat(ID_BYTES_MAX);
  table.add(longest);
  expect([table.has(longest), table.has('x'.repeat(ID_BYTES_MAX - 1))]).toEqual([true, false]);
  for (const bad of ['', 'x'.repeat(ID_BYTES_MAX + 1), '口'.repeat(10)]) {
    expect(() => table.add(bad)).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
  }
  expect(table.rows).toBe(1);
});
