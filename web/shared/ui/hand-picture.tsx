/** A hand laid flat, as its owner sees it, with the finger that is asked for in jade. */
import type { FingerId } from '../i18n/screen-words.ts';

type Digit = 'thumb' | 'index' | 'middle' | 'ring' | 'little';

/** The right hand from above, thumb to the left. */
const DIGITS: Readonly<Record<Digit, string>> = {
  thumb: 'M40 90 19 68a7 7 0 0 1 10-10l11 10',
  index: 'M40 66V30a7 7 0 0 1 14 0v34',
  middle: 'M54 64V20a7 7 0 0 1 14 0v44',
  ring: 'M68 64V27a7 7 0 0 1 14 0v38',
  little: 'M82 65V42a7 7 0 0 1 14 0v28',
};
const PALM = 'M96 70v22a16 16 0 0 1-16 16H58a16 16 0 0 1-13-7l-5-11';

const digits = Object.entries(DIGITS);

export function HandPicture({ finger }: { readonly finger: FingerId }) {
  const [side, asked] = finger.split('-');
  // Drawn last, so that its neighbours' outlines do not cross it.
  const sorted = [...digits].sort(([one], [other]) => Number(one === asked) - Number(other === asked));
  return (
    <svg className="step-picture" viewBox="0 0 120 120" aria-hidden="true">
      <g transform={side === 'left' ? 'matrix(-1 0 0 1 115 0)' : 'translate(5 0)'}>
        <path d={PALM} />
        {sorted.map(([digit, outline]) => (
          <path key={digit} className={digit === asked ? 'key' : undefined} d={outline} />
        ))}
      </g>
    </svg>
  );
}
