/** A point in time as a row of a result shows it. */
import { formatInstant, type Instant, later, type Millis, minutes } from '../../kernel/index.ts';

/** `2025-12-01 08:00` in Beijing time; midnight ends a day, as `2025-12-11 24:00`. */
export function beijing(at: Instant): string {
  const text = formatInstant(at).slice(0, 16).replace('T', ' ');
  if (!text.endsWith('00:00')) return text;
  return `${formatInstant(later(at, -minutes(1) as Millis)).slice(0, 10)} 24:00`;
}
