import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDaysTo, dayText, epochDayOf } from '../day-number.ts';
import { collect } from '../load/collect.ts';
import { readRulesFolder } from '../node.ts';
import { countWorkingDays, latestDayBefore, makeCalendar } from './working-days.ts';

const { tables } = collect(readRulesFolder(join(import.meta.dirname, '../../../rules'))).content;

function calendar(id: string) {
  const table = tables[id];
  if (!table) throw new Error(`There is no table ${id}.`);
  const always = new Map(table.rows.map((row) => [row.key[0] ?? '', row]));
  return makeCalendar({ id, table, rows: always, always });
}

const mainland = calendar('working-days-cn');

describe('working days', () => {
  it('R-02 count a make-up Saturday and skip a holiday Monday', () => {
    expect(mainland.worksOn(epochDayOf(20260214))).toBe(true);
    expect(mainland.worksOn(epochDayOf(20260216))).toBe(false);
    expect(mainland.worksOn(epochDayOf(20260221))).toBe(false);
    expect(mainland.worksOn(epochDayOf(20260224))).toBe(true);
  });

  it('R-02 leave out the rest days that Macao gives in lieu of Easter Eve and Ching Ming', () => {
    const macao = calendar('working-days-mo');
    expect([20260403, 20260406, 20260407, 20260408].map((day) => macao.worksOn(epochDayOf(day)))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('R-02 are not counted beyond the days that the calendar covers', () => {
    expect(countWorkingDays(mainland, 20261220, 20261231)).toBe(9);
    expect(countWorkingDays(mainland, 20261220, 20270101)).toBeUndefined();
    expect(latestDayBefore(mainland, 20270101, 7)).toBeUndefined();
    expect(latestDayBefore(mainland, 20250103, 7)).toBeUndefined();
  });

  it.each(['working-days-cn', 'working-days-hk', 'working-days-mo'])(
    'R-02 the latest day to file is the last with enough of them before the stay ends, in %s',
    (id) => {
      const days = calendar(id);
      for (let last = 20260101; last <= 20261231; last = addDaysTo(last, 1)) {
        const latest = latestDayBefore(days, last, 7) ?? 0;
        expect([dayText(last), countWorkingDays(days, latest, last)]).toEqual([dayText(last), 7]);
        expect(countWorkingDays(days, addDaysTo(latest, 1), last)).toBeLessThan(7);
      }
    },
  );
});
