/** Dated values in order, without overlap, without an unexplained gap; rows of a list likewise. */

import { isDay } from '../../kernel/index.ts';
import type { DatedValue, Table, TableRow } from '../bundle.ts';
import { addDaysTo, dayNumber, dayText } from '../day-number.ts';
import type { Collected, Declared } from './collect.ts';
import type { Fault } from './faults.ts';

const dayAfter = (day: string): string => dayText(addDaysTo(dayNumber(day), 1));

function checkStep(
  where: Declared,
  path: readonly PropertyKey[],
  earlier: DatedValue,
  next: DatedValue,
): Fault[] {
  const { yaml } = where;
  if (next.from <= earlier.from) {
    const what = `${next.from} stands after ${earlier.from}.`;
    return [yaml.fault('order', path, what, 'Order the values by day, oldest first.')];
  }
  if (earlier.until === undefined) return [];
  if (earlier.until >= next.from) {
    const what = `The value from ${earlier.from} lasts until ${earlier.until}, but the next begins ${next.from}.`;
    return [yaml.fault('overlap', path, what, 'End it the day before.')];
  }
  if (dayAfter(earlier.until) !== next.from) {
    const what = `No value holds from ${dayAfter(earlier.until)} until the day before ${next.from}.`;
    return [yaml.fault('gap', path, what, 'State the value of those days.')];
  }
  return [];
}

function checkParameters({ content, where }: Collected): Fault[] {
  return Object.entries(content.parameters).flatMap(([id, { values }]) => {
    const declared = where.get(`parameter:${id}`);
    if (!declared) return [];
    return values.flatMap((value, index) => {
      const path = [...declared.path, 'values', value.from];
      const badDay = isDay(value.from)
        ? []
        : [declared.yaml.fault('bad-day', path, `${value.from} is not a day.`, 'Write a day that exists.')];
      const ends = value.until !== undefined && value.until < value.from;
      const order = ends
        ? [
            declared.yaml.fault(
              'order',
              path,
              `It ends on ${value.until}, before it begins.`,
              'Mend the days.',
            ),
          ]
        : [];
      const next = values[index + 1];
      const step = next ? checkStep(declared, [...declared.path, 'values', next.from], value, next) : [];
      return [...badDay, ...order, ...step];
    });
  });
}

const LAST = '9999-12-31';

const overlaps = (a: TableRow, b: TableRow): boolean =>
  (a.from ?? '') <= (b.until ?? LAST) && (b.from ?? '') <= (a.until ?? LAST);

function checkRows(id: string, table: Table, declared: Declared): Fault[] {
  const seen = new Map<string, TableRow[]>();
  const faults: Fault[] = [];
  for (const row of table.rows) {
    const key = row.key.join(' / ');
    const earlier = seen.get(key) ?? [];
    if (row.key.length !== table.keys.length) {
      const what = `Table ${id}: ${key} has ${row.key.length} key(s), not ${table.keys.length}.`;
      faults.push(declared.yaml.fault('schema', declared.path, what, `Give ${table.keys.join(' and ')}.`));
    }
    if (earlier.some((other) => overlaps(other, row))) {
      const what = `Table ${id}: ${key} is listed twice for the same days.`;
      faults.push(
        declared.yaml.fault('overlap', declared.path, what, 'Keep one row, or end the earlier one.'),
      );
    }
    if (row.until !== undefined && row.until < (row.from ?? '')) {
      const what = `Table ${id}: ${key} ends on ${row.until}, before it begins.`;
      faults.push(declared.yaml.fault('order', declared.path, what, 'Mend the days.'));
    }
    seen.set(key, [...earlier, row]);
  }
  return faults;
}

export function checkDates(collected: Collected): Fault[] {
  const rows = Object.entries(collected.content.tables).flatMap(([id, table]) => {
    const declared = collected.where.get(`table:${id}`);
    return declared ? checkRows(id, table, declared) : [];
  });
  return [...checkParameters(collected), ...rows];
}
