/** The whole law as one short text that a module can carry, and back: what goes in comes out, to the letter. */
import { RoomError } from '../../kernel/index.ts';
import type { Json, RulesBundle, RulesContent } from '../bundle.ts';
import { squeeze, unsqueeze } from './bytes.ts';
import { fromColumns, toColumns } from './columns.ts';

const FORMAT = 'kouan-rules-1';
/** Larger than any law; what claims more is no law of ours. */
const BYTES_MAX = 16 * 1024 * 1024;

/** `kouan-rules-1 <rules> <bytes> <base64>` */
export function packRules({ rules, content }: RulesBundle): string {
  const bytes = new TextEncoder().encode(toColumns(content as object as Json));
  const squeezed = Array.from(squeeze(bytes), (byte) => String.fromCharCode(byte)).join('');
  return [FORMAT, rules, bytes.length, btoa(squeezed)].join(' ');
}

/** @throws RoomError RULES_INVALID for a text that `packRules` did not make */
export function unpackRules(packed: string): RulesBundle {
  const [format, rules = '', length, code = ''] = packed.split(' ');
  const count = Number(length);
  if (format !== FORMAT || !Number.isInteger(count) || count > BYTES_MAX) {
    throw new RoomError('RULES_INVALID', `The packed rules are not of the format ${FORMAT}.`);
  }
  const bytes = unsqueeze(
    Uint8Array.from(atob(code), (character) => character.charCodeAt(0)),
    count,
  );
  return { rules, content: fromColumns(new TextDecoder().decode(bytes)) as object as RulesContent };
}
