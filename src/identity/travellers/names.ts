/**
 * Names compared as people type them against names as registers keep them: width, case, spaces and marks that print
 * nothing make no difference. Traditional and simplified signs are not converted: a document prints one of them.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

const LENGTH_MAX = 80;
/** Letters, marks, spaces and the few signs that stand in names; no digit, no emoji. */
const FORM = /^[\p{L}\p{M}\s'’‘.,·・•()/-]+$/u;
const HAN = /[\p{Script=Han}\u3007]/gu;
const NOT_LETTER = /[^\p{L}]/gu;

export type NameVerdict =
  | { readonly outcome: 'valid'; readonly name: string }
  | { readonly outcome: 'wrong-form'; readonly expected: string };

/** Direction marks and other signs that print nothing come along when a name is copied; they are left out. */
export function readName(text: string): NameVerdict {
  const name = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const length = [...name].length;
  if (length === 0 || length > LENGTH_MAX || !FORM.test(name)) {
    return {
      outcome: 'wrong-form',
      expected: `the name as printed on the document, 1-${LENGTH_MAX} letters without digits or symbols`,
    };
  }
  return { outcome: 'valid', name };
}

/** Letters only, without accents: `CHAN, Tai-Man` and `chan tai man` are one; documents print no accents. */
const lettersOf = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').replace(NOT_LETTER, '').toUpperCase();

const hanOf = (text: string): string => (text.match(HAN) ?? []).join('');
const otherOf = (text: string): string => lettersOf(text.replace(HAN, ''));

/** A name in both scripts is right when each of them is. */
export function isSameName(typed: string, registered: Readonly<Record<string, string>>): boolean {
  const names = Object.values(registered).map((name) => name.normalize('NFKC'));
  const [han, other] = [hanOf(typed), otherOf(typed)];
  // Every comparison is made, whichever fails first: the time says nothing.
  const hanFits = anyEqual(han, names.map(hanOf));
  const otherFits = anyEqual(other, names.map(otherOf));
  if (han === '' && other === '') return false;
  return (han === '' || hanFits) && (other === '' || otherFits);
}

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();

function anyEqual(wanted: string, among: readonly string[]): boolean {
  const target = digest(wanted);
  return among.map((each) => timingSafeEqual(target, digest(each))).includes(true);
}
