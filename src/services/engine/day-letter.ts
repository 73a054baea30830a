/** A letter that holds through a day: its span, the code that is shown with it, the paper. */
import { maskName } from '../../documents/index.ts';
import { type Instant, parseInstant, type Texts } from '../../kernel/index.ts';
import type { Grant } from './case.ts';
import type { DecideContext } from './service.ts';

/** What the credentials room takes of a masked name. */
const SIGNED_NAME_MAX = 40;

/** `lastDay` as `2026-03-31`. Throws FIELD_INVALID for what is no day. */
export function dayLetter(
  { at, holder }: Pick<DecideContext, 'at' | 'holder'>,
  lastDay: unknown,
  name: string,
  subject: Texts,
): Pick<Grant, 'validFrom' | 'validUntil' | 'order' | 'letter'> {
  const validUntil: Instant = parseInstant(`${lastDay}T23:59:59+08:00`, 'lastDay');
  const facts = { name: shortMask(name), subject: subject[holder.language] };
  return {
    validFrom: at,
    validUntil,
    // Officers may agree after that day: then the paper tells what was granted, and no time is left for a code.
    ...(validUntil > at ? { order: { kind: 'letter', validFrom: at, validUntil, facts } } : {}),
    letter: true,
  };
}

/** A name may be as a guest typed it: a long one is masked to its first sign, so that the code can carry it. */
function shortMask(name: string): string {
  const masked = maskName(name);
  return masked.length <= SIGNED_NAME_MAX ? masked : `${[...name][0]}**`;
}
