/** Identity as a lane's screen shows it: enough to recognise oneself, too little for whoever looks on. */

const TAIL_LENGTH = 4;
const HAN = /\p{Script=Han}/u;

/** `陳大文` → `陳 * 文`, `陳文` → `陳 *`, `CHAN TAI MAN` → `CHAN T** M**`. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  return HAN.test(trimmed) ? maskHan([...trimmed.replace(/\s/g, '')]) : maskLatin(trimmed.split(/\s+/));
}

function maskHan(signs: readonly string[]): string {
  const [first = ''] = signs;
  if (signs.length <= 1) return '*';
  return signs.length === 2 ? `${first} *` : `${first} ${'* '.repeat(signs.length - 2)}${signs.at(-1)}`;
}

// The family name alone is shared by too many to tell a person; of the others one letter remains.
function maskLatin([family = '', ...given]: readonly string[]): string {
  if (given.length === 0) return `${[...family][0] ?? ''}**`;
  return [family, ...given.map((part) => `${[...part][0] ?? ''}**`)].join(' ');
}

export const maskNumber = (number: string): string => number.slice(-TAIL_LENGTH);
