/** Faults of rules files: where, what is wrong, what to do. Collected, so that an author sees all at once. */
import { RoomError } from '../../kernel/index.ts';

export type FaultKind =
  | 'yaml'
  | 'too-large'
  | 'forbidden-key'
  | 'alias-bomb'
  | 'schema'
  | 'missing-text'
  | 'order'
  | 'overlap'
  | 'gap'
  | 'bad-day'
  | 'unknown-code'
  | 'unknown-id'
  | 'duplicate'
  | 'condition'
  | 'never-fails'
  | 'case-contradicts'
  | 'too-many-clauses'
  | 'address';

export interface Fault {
  readonly fault: FaultKind;
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly todo: string;
}

export const faultText = ({ file, line, what, todo }: Fault): string => `${file}:${line}: ${what} ${todo}`;

/** Throws one error that carries every fault; nothing when there is none. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const shown = faults.slice(0, 20).map(faultText);
  const rest = faults.length > 20 ? [`… and ${faults.length - 20} more.`] : [];
  throw new RoomError('RULES_INVALID', [...shown, ...rest].join('\n'), { faults });
}
