/** A time at a counter, as every service that books one hands it out: the seat, its rows, the code that is shown at the door. */
import { maskName } from '../../documents/index.ts';
import { later, minutes, parseInstant, type Texts } from '../../kernel/index.ts';
import type { Calendar } from './calendar.ts';
import type { Grant, Row } from './case.ts';
import type { DecideContext } from './service.ts';
import { words } from './words.ts';

const LABEL_LENGTH_MAX = 60;
const w = {
  place: words('地點', '地点', 'Place', 'Local'),
  address: words('地址', '地址', 'Address', 'Morada'),
  time: words('時間', '时间', 'Time', 'Hora'),
};

export interface Visit {
  readonly calendar: Calendar;
  /** The slot as it was chosen: `2026-03-02T09:30:00+08:00`. */
  readonly at: string;
  /** What it is for, as the door reads it. */
  readonly service: Texts;
  readonly name: string;
}

/** Where and when, as lines of a result. */
export const visitRows = ({ calendar, at }: Pick<Visit, 'calendar' | 'at'>): readonly Row[] => [
  { label: w.place, value: calendar.place },
  { label: w.address, value: calendar.address },
  { label: w.time, value: at.slice(0, 16).replace('T', ' ') },
];

/** The seat and its code, which holds from now until the slot is over. Throws FIELD_INVALID for a slot that is no time. */
export function visitGrant(
  { at: now, holder }: Pick<DecideContext, 'at' | 'holder'>,
  { calendar, at, service, name }: Visit,
): Pick<Grant, 'validFrom' | 'validUntil' | 'order' | 'booking' | 'letter'> {
  const begins = parseInstant(at, 'slot');
  const validUntil = later(begins, minutes(calendar.slotMinutes));
  const label = (text: Texts) => text[holder.language].slice(0, LABEL_LENGTH_MAX);
  return {
    validFrom: now,
    validUntil,
    order: {
      kind: 'appointment',
      validFrom: now,
      validUntil,
      facts: {
        name: maskName(name),
        service: label(service),
        place: label(calendar.place),
        at: begins,
        minutes: calendar.slotMinutes,
      },
    },
    booking: { calendar: calendar.id, at },
    letter: true,
  };
}
