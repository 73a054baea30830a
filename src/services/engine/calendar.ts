/** Where and when people can come: slots of a desk, computed from its week; what is booked is in the store. */
import { addDays, type Day, epochDay, type Texts } from '../../kernel/index.ts';

export interface Calendar {
  readonly id: string;
  readonly place: Texts;
  readonly address: Texts;
  /** Opening times by day of the week, 1 Monday to 7 Sunday, as `['09:00', '12:00']` spans. */
  readonly week: Readonly<Record<number, readonly (readonly [string, string])[]>>;
  readonly slotMinutes: number;
  /** How many can come at once. */
  readonly seats: number;
  /** First and last day that can be chosen, counted from today. */
  readonly fromDays: number;
  readonly toDays: number;
  /** Days on which it is closed. */
  readonly closed?: (day: Day) => boolean;
}

export interface Slot {
  /** `2026-03-02T09:30:00+08:00` */
  readonly at: string;
  readonly free: number;
}

/** 1 Monday to 7 Sunday; 1970-01-01 was a Thursday. */
const weekday = (day: Day): number => ((epochDay(day) + 3) % 7) + 1;

export const calendarDays = (calendar: Calendar, today: Day): Day[] =>
  Array.from({ length: calendar.toDays - calendar.fromDays + 1 }, (_, index) =>
    addDays(today, calendar.fromDays + index),
  );

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const two = (value: number): string => String(value).padStart(2, '0');

export function slotsOn(calendar: Calendar, day: Day): string[] {
  if (calendar.closed?.(day)) return [];
  return (calendar.week[weekday(day)] ?? []).flatMap(([from, to]) => {
    const slots: string[] = [];
    for (
      let minute = minutesOf(from);
      minute + calendar.slotMinutes <= minutesOf(to);
      minute += calendar.slotMinutes
    ) {
      slots.push(`${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00+08:00`);
    }
    return slots;
  });
}

export function freeSlots(calendar: Calendar, today: Day, taken: ReadonlyMap<string, number>): Slot[] {
  return calendarDays(calendar, today).flatMap((day) =>
    slotsOn(calendar, day).map((at) => ({ at, free: Math.max(0, calendar.seats - (taken.get(at) ?? 0)) })),
  );
}

/** Whether a slot is one of this calendar's that can be chosen today. */
export const isSlot = (calendar: Calendar, today: Day, at: string): boolean =>
  calendarDays(calendar, today).includes(at.slice(0, 10) as Day) &&
  slotsOn(calendar, at.slice(0, 10) as Day).includes(at);
